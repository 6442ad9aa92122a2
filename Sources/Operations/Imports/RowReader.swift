import Documents
import Outreach

/// One row of an import, read as exactly what each column promises.
struct RowReader {
    let row: TableRow
    let places: [TableColumn: Int]

    func text(_ column: TableColumn) throws -> String {
        guard let text = optionalText(column) else { throw RowError.missing(column.label) }
        return text
    }

    func optionalText(_ column: TableColumn) -> String? {
        let text = row[places[column]]
        return text.isEmpty ? nil : text
    }

    func slug(_ column: TableColumn) throws -> Slug {
        try parsed(column, "mã chữ thường không dấu", "an identifier", Slug.init)
    }

    func optionalSlug(_ column: TableColumn) throws -> Slug? {
        optionalText(column) == nil ? nil : try slug(column)
    }

    /// Several identifiers in one cell, parted by comma, semicolon or blank.
    func slugs(_ column: TableColumn) throws -> [Slug] {
        try (optionalText(column) ?? "").split { ",; ".contains($0) }.map { part in
            guard let slug = Slug(String(part)) else {
                throw RowError.unreadable(column.label, String(part), expected("mã", "an identifier"))
            }
            return slug
        }
    }

    /// Several names in one cell, parted by comma or semicolon.
    func listed<Value>(
        _ column: TableColumn, _ vietnamese: String, _ english: String, _ parse: (String) -> Value?
    ) throws -> [Value] {
        try (optionalText(column) ?? "").split { ",;".contains($0) }.map { part in
            guard let value = parse(String(part)) else {
                throw RowError.unreadable(column.label, String(part).trimmed, expected(vietnamese, english))
            }
            return value
        }
    }

    /// `dd/MM/yyyy` as offices write it, or ISO 8601. A year of two digits is refused, not guessed.
    func day(_ column: TableColumn) throws -> Day {
        try parsed(column, "ngày dạng 05/09/2026", "a date like 05/09/2026") { text in
            Day(text) ?? Day(vietnamese: text)
        }
    }

    /// `07:30`, `7:30` or `7h30`.
    func time(_ column: TableColumn) throws -> TimeOfDay {
        try parsed(column, "giờ dạng 07:30", "a time like 07:30") { text in
            guard let match = text.wholeMatch(of: /([0-9]{1,2})[:hg]([0-9]{2})/), let hour = Int(match.1),
                let minute = Int(match.2), hour < 24, minute < 60
            else { return nil }
            return TimeOfDay(minutes: hour * 60 + minute)
        }
    }

    /// A whole number of at least 0; dots between thousands as offices write them are accepted.
    func count(_ column: TableColumn) throws -> Int {
        try parsed(column, "một số nguyên từ 0", "a whole number from 0", RowReader.count)
    }

    func optionalCount(_ column: TableColumn) throws -> Int? {
        optionalText(column) == nil ? nil : try count(column)
    }

    func word<Word: RawRepresentable & CaseIterable>(_ column: TableColumn, _: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try parsed(column, "một trong: \(known)", "one of: \(known)", Word.init(rawValue:))
    }

    /// One of a closed set, by its identifier or by its name in either language.
    func word<Word: RawRepresentable & CaseIterable>(
        _ column: TableColumn, named words: (Word) -> Message
    ) throws -> Word where Word.RawValue == String {
        let names = Word.allCases.map { words($0).vietnamese }.joined(separator: ", ")
        return try parsed(column, "một trong: \(names)", "one of: \(names)") { text in
            let folded = SearchText.folded(text)
            return Word(rawValue: text)
                ?? Word.allCases.first { word in
                    let name = words(word)
                    return [name.vietnamese, name.english].contains { SearchText.folded($0) == folded }
                }
        }
    }

    func parsed<Value>(
        _ column: TableColumn, _ vietnamese: String, _ english: String, _ parse: (String) -> Value?
    ) throws -> Value {
        let text = try text(column)
        guard let value = parse(text) else {
            throw RowError.unreadable(column.label, text, expected(vietnamese, english))
        }
        return value
    }

    private func expected(_ vietnamese: String, _ english: String) -> Message {
        Message(vi: vietnamese, en: english)
    }

    private static func count(_ text: String) -> Int? {
        if text.wholeMatch(of: /[0-9]{1,12}/) != nil { return Int(text) }
        guard text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{3})+/) != nil else { return nil }
        return Int(text.replacing(".", with: ""))
    }
}

/// What is wrong with one cell.
enum RowError: ReadableError {
    case missing(String)
    case unreadable(String, String, Message)

    var message: Message {
        switch self {
        case .missing(let column):
            Message(vi: "Cột “\(column)” trống.", en: "The column “\(column)” is empty.")
        case .unreadable(let column, let text, let expected):
            RowError.notRead(column, CellQuote(text), expected)
        }
    }

    private static func notRead(_ column: String, _ found: CellQuote, _ expected: Message) -> Message {
        Message(
            vi: "Cột “\(column)”: cần \(expected.vietnamese), nhưng thấy \(found.vietnamese).",
            en: "The column “\(column)”: expected \(expected.english), found \(found.english).")
    }
}

extension TableColumn {
    fileprivate var label: String { names.first ?? "" }
}

extension Day {
    /// Reads `dd/MM/yyyy`, with or without zeros in front; a year of two digits is no date.
    init?(vietnamese text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{1,2})[\/.-]([0-9]{1,2})[\/.-]([0-9]{4})/),
            let day = Int(match.1), let month = Int(match.2), let year = Int(match.3)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
