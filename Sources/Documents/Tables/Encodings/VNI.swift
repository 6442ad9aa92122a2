/// VNI for Windows: the encoding of the fonts whose names begin with `VNI-`. A vowel is followed by a code for its marks.
///
/// Works on code points up to U+00FF, because such text is found both as bytes and, from spreadsheets that took the bytes
/// for Western letters, as Unicode.
enum VNI {
    /// The text in NFC, or nil where a code has no meaning where it stands. Letters beyond U+00FF are already Unicode and
    /// stay.
    static func decoded(_ codes: some Sequence<Unicode.Scalar>) -> String? {
        var scalars = String.UnicodeScalarView()
        for code in codes {
            if code.value < 0x80 || code.value > 0xFF || code == "\u{A0}" {
                scalars.append(code)
            } else if let letter = whole[code] {
                scalars.append(letter)
            } else {
                guard let base = scalars.last, let letters = marked[base], let letter = letters[lowercase(code)] else {
                    return nil
                }
                scalars.removeLast()
                scalars.append(letter)
            }
        }
        return String(scalars)
    }

    /// Marks have a code for small letters and one 0x20 lower for capitals; writers mix them.
    private static func lowercase(_ code: Unicode.Scalar) -> Unicode.Scalar {
        (0xC0...0xDF).contains(code.value) ? Unicode.Scalar(code.value + 0x20) ?? code : code
    }

    /// Letters with a code of their own.
    private static let whole: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{F1}": "đ", "\u{D1}": "Đ", "\u{F4}": "ơ", "\u{D4}": "Ơ", "\u{F6}": "ư", "\u{D6}": "Ư", "\u{EC}": "ì",
        "\u{CC}": "Ì", "\u{ED}": "í", "\u{CD}": "Í", "\u{E6}": "ỉ", "\u{C6}": "Ỉ", "\u{F3}": "ĩ", "\u{D3}": "Ĩ",
        "\u{F2}": "ị", "\u{D2}": "Ị", "\u{EE}": "ỵ", "\u{CE}": "Ỵ",
    ]

    /// For each vowel, the letter that each code makes of it.
    private static let marked: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
        var table: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
        for (vowels, letters) in families {
            for (index, vowel) in vowels.unicodeScalars.enumerated() {
                let row = Array(letters[index].unicodeScalars)
                for (code, letter) in zip(codes, row) where letter != "." { table[vowel, default: [:]][code] = letter }
            }
        }
        return table
    }()

    /// Grave, acute, hook above, tilde, dot below; circumflex and its tones; breve and its tones.
    private static let codes: [Unicode.Scalar] = [
        "\u{F8}", "\u{F9}", "\u{FB}", "\u{F5}", "\u{EF}", "\u{E2}", "\u{E0}", "\u{E1}", "\u{E5}", "\u{E3}", "\u{E4}",
        "\u{EA}", "\u{E8}", "\u{E9}", "\u{FA}", "\u{FC}", "\u{EB}",
    ]

    /// In the order of the codes; a point where the vowel has no such letter.
    private static let families: [(vowels: String, letters: [String])] = [
        ("aA", ["àáảãạâầấẩẫậăằắẳẵặ", "ÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶ"]), ("eE", ["èéẻẽẹêềếểễệ", "ÈÉẺẼẸÊỀẾỂỄỆ"]),
        ("oO", ["òóỏõọôồốổỗộ", "ÒÓỎÕỌÔỒỐỔỖỘ"]), ("uU", ["ùúủũụ", "ÙÚỦŨỤ"]), ("yY", ["ỳýỷỹ", "ỲÝỶỸ"]),
        ("ơƠ", ["ờớởỡợ", "ỜỚỞỠỢ"]), ("ưƯ", ["ừứửữự", "ỪỨỬỮỰ"]),
    ]
}
