import Documents
import Outreach

/// Columns without which no row is a session, and which of those that are there may be meant.
struct MissingColumns {
    let mistakes: [ImportMistake]

    init(_ columns: [ImportedColumn], _ sheet: SessionSheet) {
        let fields = columns.compactMap(\.field)
        let hasTurns = fields.contains { field in
            switch field {
            case .turns, .female, .male, .audience: true
            default: false
            }
        }
        var missing: [(name: Message, field: SessionField)] = []
        if !fields.contains(.day) { missing.append((Message(vi: "Ngày", en: "Date"), .day)) }
        if !fields.contains(.place) { missing.append((Message(vi: "Địa điểm", en: "Place"), .place)) }
        if !hasTurns { missing.append((Message(vi: "Số lượt", en: "Turns"), .turns(nil))) }
        let cells = ColumnCells(sheet.rows)
        mistakes = missing.map { name, field in
            let possible = columns.filter { MissingColumns.mayBe($0, field, cells) }.map { "“\($0.heading)”" }
            let seen = columns.map(\.heading).filter { !PersonName.isGiven(in: $0) }.joined(separator: ", ")
            return ImportMistake(
                row: sheet.line, column: name.vietnamese,
                reason: MissingColumns.reason(name, field, possible.joined(separator: ", "), seen))
        }
    }

    private static func reason(_ name: Message, _ field: SessionField, _ possible: String, _ seen: String) -> Message {
        guard !possible.isEmpty else {
            return Message(
                vi: "Thiếu cột “\(name.vietnamese)”. Các cột có trong tệp: \(seen).",
                en: "The column “\(name.english)” is missing. Columns in the file: \(seen).")
        }
        return Message(
            vi: "Không rõ cột nào là “\(name.vietnamese)”. Có thể là \(possible): ghép cột đó với "
                + "“\(field.words.vietnamese)” (\(field)) rồi đọc lại. Các cột có trong tệp: \(seen).",
            en: "No column is known to be “\(name.english)”. It may be \(possible): map that one to \(field) and read "
                + "again. Columns in the file: \(seen).")
    }

    /// Whether a column that was taken for nothing, or for something near, has cells of the sort that is missing.
    private static func mayBe(_ column: ImportedColumn, _ field: SessionField, _ cells: ColumnCells) -> Bool {
        let words = HeadingText(column.heading)
        switch (field, column.field) {
        case (.day, nil), (.day, .time), (.day, .until), (.day, .ignored):
            if words.begins(with: "ngay sinh"), !words.begins(with: "ngay sinh hoat") { return false }
            let reader = ImportedDayReader(year: 2000, countsFrom1904: false)
            let days = cells.share(of: column.index) { if case .success = reader.read($0) { true } else { false } }
            return days >= 0.5 || words.has(anyOf: ["ngay", "date", "thoi gian", "thoi diem"])
        case (.place, nil), (.place, .organiser):
            return cells.share(of: column.index) { $0.filter(\.isLetter).count > 3 && !PersonName.isGiven(in: $0) }
                >= 0.5
        case (.turns, nil):
            return cells.share(of: column.index) { cell in
                if case .success = ImportedCountReader.read(cell, commaIsThousands: true) { true } else { false }
            } >= 0.5
        default: return false
        }
    }
}
