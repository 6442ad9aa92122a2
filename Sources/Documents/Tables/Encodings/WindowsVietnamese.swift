import Outreach

/// Windows code page 1258, in which older Excel in Vietnam saves text: base letters and separate tone marks.
enum WindowsVietnamese {
    /// UTF-8 in NFC, or nil where a byte is unassigned or the result is not Vietnamese writing.
    ///
    /// Almost any byte sequence is formally CP1258, TCVN3 and VNI included, so what comes out is looked at: tone marks
    /// that sit on no letter, or letters Vietnamese does not have, mean that the guess was wrong.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard byte != 0, let scalar = byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80] else {
                return nil
            }
            if let mark = toneMarks.firstIndex(of: scalar) {
                guard let base = scalars.popLast(), let letters = tonedLetters[base] else { return nil }
                scalars.append(letters[mark])
            } else {
                guard scalar.isASCII || otherWriting.contains(scalar) else { return nil }
                scalars.append(scalar)
            }
        }
        return Array(String(scalars).utf8)
    }

    /// Grave, acute, tilde, hook above, dot below.
    private static let toneMarks: [Unicode.Scalar] = ["\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}"]

    /// Each vowel with each of the tone marks, in their order. A table, because normalising a whole file at once takes
    /// Foundation time that grows with the square of its length.
    private static let tonedLetters: [Unicode.Scalar: [Unicode.Scalar]] = {
        var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for vowel in "AaĂăÂâEeÊêIiOoÔôƠơUuƯưYy".unicodeScalars {
            table[vowel] = toneMarks.compactMap { mark in
                let composed = String(String.UnicodeScalarView([vowel, mark])).normalized.unicodeScalars
                return composed.count == 1 ? composed.first : nil
            }
        }
        return table
    }()

    /// Letters the code page holds whole, and the signs of office tables.
    private static let otherWriting = Set(
        "ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùúĂăĐđƠơƯư\u{A0}“”‘’„‚–—…•€₫°²³«»".unicodeScalars)

    /// 0x80–0xFF; nil where the code page assigns nothing.
    private static let upperHalf: [Unicode.Scalar?] = {
        // Latin-1 but for the eight tone marks and Vietnamese letters, and the punctuation of 0x80–0x9F.
        var table: [Unicode.Scalar?] = (UInt8(0x80)...0xFF).map { Unicode.Scalar($0) }
        let punctuation: [Unicode.Scalar?] = [
            "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
            "\u{02C6}", "\u{2030}", nil, "\u{2039}", "\u{0152}", nil, nil, nil,
            nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
            "\u{02DC}", "\u{2122}", nil, "\u{203A}", "\u{0153}", nil, nil, "\u{0178}",
        ]
        table.replaceSubrange(0..<punctuation.count, with: punctuation)
        let vietnamese: [(byte: Int, scalar: Unicode.Scalar)] = [
            (0xC3, "\u{0102}"), (0xCC, "\u{0300}"), (0xD0, "\u{0110}"), (0xD2, "\u{0309}"), (0xD5, "\u{01A0}"),
            (0xDD, "\u{01AF}"), (0xDE, "\u{0303}"), (0xE3, "\u{0103}"), (0xEC, "\u{0301}"), (0xF0, "\u{0111}"),
            (0xF2, "\u{0323}"), (0xF5, "\u{01A1}"), (0xFD, "\u{01B0}"), (0xFE, "\u{20AB}"),
        ]
        for (byte, scalar) in vietnamese { table[byte - 0x80] = scalar }
        return table
    }()
}
