import Outreach

/// What a heading says, without case, diacritics, signs and abbreviations.
struct HeadingText: Hashable {
    /// Folded words, abbreviations written out.
    let words: String
    /// The same without what stands in brackets.
    let withoutBrackets: String

    init(_ heading: String) {
        words = HeadingText.words(of: heading)
        let plain = heading.replacing(/[\(\[][^\)\]]*[\)\]]/, with: " ")
        withoutBrackets = plain == heading ? words : HeadingText.words(of: plain)
    }

    func has(_ phrase: String) -> Bool { " \(words) ".contains(" \(phrase) ") }

    func has(anyOf phrases: [String]) -> Bool { phrases.contains(where: has) }

    func `is`(anyOf phrases: [String]) -> Bool {
        phrases.contains { $0 == words || $0 == withoutBrackets }
    }

    func begins(with phrase: String) -> Bool { "\(words) ".hasPrefix("\(phrase) ") }

    /// Folded, with the abbreviations of office lists written out.
    static func words(of text: String) -> String {
        // "Năm" and "nam" are the same letters once folded, but a year is not a sex.
        let folded = SearchText.folded(text.lowercased().normalized.replacing("năm", with: "year"))
        let words = folded.split(separator: " ").map(String.init)
        if words == ["tt"] { return "tt" }
        return words.map { abbreviations[$0] ?? $0 }.joined(separator: " ")
            .replacing("t chuc", with: "to chuc")
    }

    private static let abbreviations: [String: String] = [
        "sl": "so luong", "ts": "tong so", "hs": "hoc sinh", "hssv": "hoc sinh sinh vien", "gv": "giao vien",
        "ph": "phu huynh", "phhs": "phu huynh hoc sinh", "cmhs": "cha me hoc sinh", "cbgv": "can bo giao vien",
        "cbgvnv": "can bo giao vien nhan vien", "cbql": "can bo quan ly", "cb": "can bo", "cbcc": "can bo cong chuc",
        "cbccvc": "can bo cong chuc vien chuc", "dvtn": "doan vien thanh nien", "tn": "thanh nien",
        "tntn": "thanh thieu nien",
        "nd": "noi dung", "dd": "dia diem", "tg": "thoi gian", "ht": "hinh thuc", "dv": "don vi", "dt": "doi tuong",
        "bcv": "bao cao vien", "ttv": "tuyen truyen vien", "tt": "tuyen truyen", "kp": "kinh phi", "gc": "ghi chu",
        "tl": "tai lieu", "clb": "cau lac bo", "tc": "to chuc",
    ]
}
