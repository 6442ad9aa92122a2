import Outreach

/// A whole number out of a cell, and whether it was written as an estimate.
struct ImportedCount: Hashable {
    let value: Int
    let isEstimated: Bool
}

/// Reads counts as offices write them: `1.234`, `1 234`, `120 em`, `khoảng 200`.
enum ImportedCountReader {
    /// More than there are people: a slip, and so small that a million rows of it add up.
    private static let most = 1_000_000_000

    /// - Parameter commaIsThousands: `1,234` is taken for 1234: in text, where a count with a part makes no sense. A
    ///   number of an Excel file shows a comma only where it has such a part.
    static func read(_ cell: String, commaIsThousands: Bool) -> Result<ImportedCount, CellMistake> {
        if let value = quick(cell), value <= most {
            return .success(ImportedCount(value: value, isEstimated: false))
        }
        var text = cell.normalized.lowercased().replacing(/[\u{A0}\u{202F}\u{2009}]/, with: " ").trimmed
        var isEstimated = takesEstimate(from: &text)
        if let match = text.firstMatch(of: /\+$/) {
            text.removeSubrange(match.range)
            isEstimated = true
        }
        guard let match = text.wholeMatch(of: /([0-9][0-9., ]*)([^0-9]*)/) else {
            return .failure(mistake(in: text))
        }
        // A share is no count, whatever is left of it without its sign.
        guard !match.2.contains("%") else { return .failure(.notACount) }
        let unit = SearchText.folded(String(match.2))
        guard unit.isEmpty || units.contains(unit) || !AudienceGroup.named(in: HeadingText.words(of: unit)).isEmpty
        else {
            return .failure(.notACount)
        }
        guard let value = whole(String(match.1).trimmed, commaIsThousands) else { return .failure(.notWhole) }
        guard value <= most else { return .failure(.tooMuch) }
        return .success(ImportedCount(value: value, isEstimated: isEstimated))
    }

    /// Why a cell in lower case is no count.
    private static func mistake(in text: String) -> CellMistake {
        if text == TableLinesMark.uncomputed { return .uncomputed }
        if text.hasPrefix("#") { return .formulaError }
        return text.contains(/^[-–−]\s*[0-9]/) ? .negative : .notACount
    }

    /// Takes "khoảng", "~" off the beginning of a count in lower case.
    static func takesEstimate(from text: inout String) -> Bool {
        let words =
            /(?:(?:khoảng|khoang|gần|gan|hơn|hon|trên|tren|ước tính|uoc tinh|ước|uoc|độ|chừng)(?=[\s0-9])|~|≈|>|≥)\s*/
        guard let match = text.prefixMatch(of: words) else { return false }
        text.removeSubrange(match.range)
        return true
    }

    /// Whether the cell says nothing: blank, a dash, "không có". Asked of nearly every cell, so it looks before it folds.
    static func isNothing(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return true }
        guard cell.utf8.count <= 14, !(0x30...0x39).contains(first) else { return false }
        return nothings.contains(cell.lowercased())
    }

    private static let nothings: Set<String> = [
        "-", "–", "—", "−", "--", "không", "khong", "/", "..", "...", "…", "không có", "khong co", "không rõ",
        "khong ro", "chưa rõ",
        "chua ro", "chưa có", "chua co", "na", "n/a",
    ]

    /// Digits, with points between thousands, without a regular expression.
    private static func quick(_ cell: String) -> Int? {
        guard (1...14).contains(cell.utf8.count) else { return nil }
        var value = 0
        var digits = 0
        var groups = 0
        for byte in cell.utf8 {
            if (0x30...0x39).contains(byte) {
                value = value * 10 + Int(byte - 0x30)
                digits += 1
            } else {
                guard byte == 0x2E, groups == 0 ? (1...3).contains(digits) : digits == 3 else { return nil }
                groups += 1
                digits = 0
            }
        }
        return groups == 0 || digits == 3 ? value : nil
    }

    /// Digits with points, blanks or, where they can be nothing else, commas between thousands; zeros behind a decimal
    /// comma are no part.
    static func whole(_ text: String, _ commaIsThousands: Bool) -> Int? {
        if text.wholeMatch(of: /[0-9]{1,12}/) != nil { return Int(text) }
        if text.wholeMatch(of: /[0-9]{1,3}(?:\.[0-9]{3})+(?:,0+)?/) != nil {
            return Int(text.split(separator: ",")[0].replacing(".", with: ""))
        }
        if text.wholeMatch(of: /[0-9]{1,3}(?: [0-9]{3})+/) != nil { return Int(text.replacing(" ", with: "")) }
        if text.wholeMatch(of: /[0-9]{1,12}[.,]0{1,2}/) != nil {
            return Int(text.prefix { $0.isNumber })
        }
        if commaIsThousands, text.wholeMatch(of: /[0-9]{1,3}(?:,[0-9]{3})+(?:\.0+)?/) != nil {
            return Int(text.split(separator: ".")[0].replacing(",", with: ""))
        }
        return nil
    }

    private static let units: Set<String> = [
        "nguoi", "luot", "luot nguoi", "em", "hs", "gv", "ph", "ban", "to", "tam", "quyen", "cuon", "bo", "nguoi du",
        "nguoi tham du", "luot tham du", "hoc vien", "buoi", "cuoc",
    ]
}

/// Reads lengths: `45`, `90 phút`, `1h30`, `1,5 giờ`, `45'`, `2 tiết`.
enum ImportedLength {
    /// A lesson of lower and upper secondary schools (Thông tư 32/2018/TT-BGDĐT); those of primary schools are shorter.
    private static let lesson = 45

    /// - Parameter each: minutes in one unit of the column, for a bare number.
    static func minutes(_ cell: String, each: Int) -> Int? {
        if cell.utf8.count <= 4, let bare = Int(cell), bare >= 0 { return bare * each }
        let text = cell.normalized.lowercased().trimmed
        if let match = text.wholeMatch(of: /([0-9]{1,4})(?:[.,]([0-9]{1,2}))?/), let whole = Int(match.1) {
            guard let part = match.2, Int(part) != 0 else { return whole * each }
            // One and a half of minutes would be hours that nobody called so.
            guard each > 1 else { return nil }
            return Double("\(whole).\(part)").map { Int(($0 * Double(each)).rounded()) }
        }
        if let match = text.wholeMatch(of: /([0-9]{1,4})\s*(?:phút|phut|p|ph|'|’|min|minutes)\.?/) {
            return Int(match.1)
        }
        if let match = text.wholeMatch(of: /([0-9]{1,2})(?:[.,]([0-9]{1,2}))?\s*(?:giờ|gio|tiếng|tieng|h|g)/),
            let hours = Double("\(match.1).\(match.2 ?? "0")")
        {
            return Int((hours * 60).rounded())
        }
        if let match = text.wholeMatch(of: /([0-9]{1,2})\s*(?:tiết|tiet)(?:\s*(?:học|hoc))?/) {
            return Int(match.1).map { $0 * lesson }
        }
        if let match = text.wholeMatch(
            of: /([0-9]{1,2})\s*(?:giờ|gio|tiếng|tieng|h|g|:)\s*([0-9]{1,2})\s*(?:phút|phut|p|')?/),
            let hours = Int(match.1), let minutes = Int(match.2), minutes < 60
        {
            return hours * 60 + minutes
        }
        return nil
    }

    /// Whether a length that was read is one in lessons: no other has a word like it. Nearly every cell is a bare number.
    static func isInLessons(_ cell: String) -> Bool { Int(cell) == nil && SearchText.folded(cell).contains("tiet") }
}

/// Reads money: `1.500.000`, `1.500.000đ`, `1,5 triệu`, `500 nghìn`.
enum ImportedMoney {
    /// What one session may cost, in đồng; so small that a million rows of it add up.
    private static let most = 1_000_000_000_000

    /// - Parameter each: đồng in one unit of the column, for a bare number.
    static func dong(_ cell: String, each: Int) -> Int? {
        let text = cell.normalized.lowercased().trimmed
        guard let match = text.wholeMatch(of: /([0-9][0-9., ]*)\s*([^0-9]*)/) else { return nil }
        let number = String(match.1).trimmed
        let unit: Int
        switch SearchText.folded(String(match.2)) {
        case "": unit = each
        case "d", "dong", "vnd", "vnđ", "₫": unit = 1
        case "trieu", "trieu dong", "tr", "trd": unit = 1_000_000
        case "nghin", "ngan", "nghin dong", "ngan dong", "k", "ngd": unit = 1000
        default: return nil
        }
        if let whole = ImportedCountReader.whole(number, unit == 1) {
            return whole <= most / unit ? whole * unit : nil
        }
        guard unit > 1, number.wholeMatch(of: /[0-9]+[.,][0-9]{1,3}/) != nil,
            let value = Double(number.replacing(",", with: "."))
        else { return nil }
        let dong = (value * Double(unit)).rounded()
        return dong <= Double(most) ? Int(dong) : nil
    }
}
