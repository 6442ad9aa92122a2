/// TCVN 5712-1:1993, known as TCVN3 or ABC: the encoding of the fonts whose names begin with `.Vn`.
///
/// Works on code points up to U+00FF, because such text is found both as bytes and, from spreadsheets that took the bytes
/// for Western letters, as Unicode.
enum TCVN3 {
    /// The text, or nil where a code is not assigned. Letters beyond U+00FF are already Unicode and stay.
    static func decoded(_ codes: some Sequence<Unicode.Scalar>) -> String? {
        var scalars = String.UnicodeScalarView()
        for code in codes {
            if code.value < 0x80 || code.value > 0xFF {
                scalars.append(code)
            } else {
                guard let letter = upperHalf[Int(code.value) - 0x80] else { return nil }
                scalars.append(letter)
            }
        }
        return String(scalars)
    }

    /// 0x80–0xFF. The five separate tone marks of the standard are left out: the fonts have whole letters.
    private static let upperHalf: [Unicode.Scalar?] = [
        "À", "Ả", "Ã", "Á", "Ạ", "Ặ", "Ậ", "È", "Ẻ", "Ẽ", "É", "Ẹ", "Ệ", "Ì", "Ỉ", "Ĩ",
        "Í", "Ị", "Ò", "Ỏ", "Õ", "Ó", "Ọ", "Ộ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ", "Ù", "Ủ", "Ũ",
        "\u{A0}", "Ă", "Â", "Ê", "Ô", "Ơ", "Ư", "Đ", "ă", "â", "ê", "ô", "ơ", "ư", "đ", "Ằ",
        nil, nil, nil, nil, nil, "à", "ả", "ã", "á", "ạ", "Ẳ", "ằ", "ẳ", "ẵ", "ắ", "Ẵ",
        "Ắ", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ề", "ặ", "ầ", "ẩ", "ẫ", "ấ", "ậ", "è", "Ể", "ẻ", "ẽ",
        "é", "ẹ", "ề", "ể", "ễ", "ế", "ệ", "ì", "ỉ", "Ễ", "Ế", "Ồ", "ĩ", "í", "ị", "ò",
        "Ổ", "ỏ", "õ", "ó", "ọ", "ồ", "ổ", "ỗ", "ố", "ộ", "ờ", "ở", "ỡ", "ớ", "ợ", "ù",
        "Ỗ", "ủ", "ũ", "ú", "ụ", "ừ", "ử", "ữ", "ứ", "ự", "ỳ", "ỷ", "ỹ", "ý", "ỵ", "Ố",
    ]
}
