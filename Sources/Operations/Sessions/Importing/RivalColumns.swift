import Documents
import Outreach

/// Columns of which a session takes but one: two of money, two of days. Where they agree, or only one of them says
/// something, nothing is lost; else somebody has to choose.
struct RivalColumns {
    private(set) var columns: [ImportedColumn]
    private(set) var unclear: [ImportMistake] = []
    private let sheet: SessionSheet

    private enum Key: Hashable {
        case single(SessionField)
        /// Columns of one audience are added up, but for those that say the same in other words.
        case counted(String)
    }

    init(_ columns: [ImportedColumn], _ sheet: SessionSheet) {
        self.columns = columns
        self.sheet = sheet
        var groups: [Key: [Int]] = [:]
        for (place, column) in columns.enumerated() {
            if let key = RivalColumns.key(of: column) { groups[key, default: []].append(place) }
        }
        for places in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) { settle(places) }
        settleEnrolment()
    }

    /// How many a school has is not how many came: beside a column of turns somebody has to say which counts.
    private mutating func settleEnrolment() {
        let turns = columns.indices.filter { if case .turns? = columns[$0].field { true } else { false } }
        let enrolled = turns.filter { RivalColumns.isEnrolment(columns[$0]) }
        guard let present = turns.first(where: { !enrolled.contains($0) }) else { return }
        for place in enrolled { settle([present, place]) }
    }

    private mutating func settle(_ places: [Int]) {
        let mapped = places.filter { columns[$0].isMapped }
        // Whoever says which column it is says that the others are not.
        if !mapped.isEmpty {
            for place in places where !columns[place].isMapped { columns[place] = columns[place].leftOut }
        }
        let rivals = mapped.isEmpty ? places : mapped
        guard rivals.count > 1, let field = columns[rivals[0]].field else { return }
        if case .counted = RivalColumns.key(of: columns[rivals[0]]), !mapped.isEmpty { return }
        if let line = disagreement(of: rivals) {
            unclear.append(
                ImportMistake(
                    row: sheet.line, column: columns[rivals[1]].heading,
                    reason: RivalColumns.reason(rivals.map { columns[$0].heading }, field, line: line)))
            return
        }
        // A second column of days may have the hour.
        for place in rivals.dropFirst() where field != .day && !saysMore(place, than: rivals[0]) {
            columns[place] = columns[place].leftOut
        }
    }

    /// The first line on which two of the columns say something, and not the same.
    private func disagreement(of places: [Int]) -> Int? {
        for row in sheet.rows {
            let cells = places.map { (field: columns[$0].field, cell: row[columns[$0].index]) }
                .filter { !ImportedCountReader.isNothing($0.cell) }
            guard cells.count > 1 else { continue }
            if Set(cells.map { RivalColumns.meaning(of: $0.cell, $0.field) }).count > 1 { return row.line }
            if case .counted = RivalColumns.key(of: columns[places[0]]) { return row.line }
        }
        return nil
    }

    /// Whether a column is filled where the first is not.
    private func saysMore(_ place: Int, than first: Int) -> Bool {
        sheet.rows.contains { row in
            ImportedCountReader.isNothing(row[columns[first].index])
                && !ImportedCountReader.isNothing(row[columns[place].index])
        }
    }

    private static func reason(_ headings: [String], _ field: SessionField, line: Int) -> Message {
        let names = headings.map { "“\($0)”" }.joined(separator: ", ")
        return Message(
            vi:
                "Các cột \(names) đều đọc được là \(field.words.vietnamese), và dòng \(line) ghi ở nhiều cột. Hãy ghép cột: "
                + "cột đúng là “\(field.words.vietnamese)” (\(field)), cột kia “không nhập” (ignore).",
            en:
                "The columns \(names) can all be read as \(field.words.english), and line \(line) fills several of them. "
                + "Map the right one to \(field) and the others to ignore.")
    }
}

extension RivalColumns {
    private static func key(of column: ImportedColumn) -> Key? {
        guard let field = column.field else { return nil }
        switch field {
        case .identifier, .day, .month, .year, .time, .until, .form, .level, .audience, .sessions, .material,
            .organiser, .method, .turns(nil), .female(nil), .male(nil):
            return .single(field)
        case .minutes: return .single(.minutes(each: 1))
        case .cost: return .single(.cost(each: 1))
        case .turns: return .counted("turns \(counted(column))")
        case .female: return .counted("female \(counted(column))")
        case .male: return .counted("male \(counted(column))")
        case .handout(.some): return .counted("handout \(counted(column))")
        case .ordinal, .classes, .place, .topics, .speakers, .coHosts, .notes, .ignored, .mark, .handout(nil):
            return nil
        }
    }

    private static func isEnrolment(_ column: ImportedColumn) -> Bool {
        let text = HeadingText(column.path.joined(separator: " "))
        return text.has(anyOf: [
            "toan truong", "ca truong", "cua truong", "si so", "toan khoi", "dang hoc", "theo hoc", "hien co",
            "toan xa",
        ]) && !text.has(anyOf: ["tham du", "tham gia", "du", "nghe", "co mat", "luot"])
    }

    /// What a heading counts, without the words for counting: "Học sinh" and "Số lượt học sinh" are one.
    private static func counted(_ column: ImportedColumn) -> String {
        let words = HeadingText(column.path.joined(separator: " ")).withoutBrackets.split(separator: " ")
        return words.filter { !countingWords.contains($0) }.joined(separator: " ")
    }

    private static let countingWords: Set<Substring> = [
        "so", "luong", "luot", "tong", "nguoi", "tham", "du", "gia", "si", "quan", "trong", "do",
    ]

    /// What a cell says, however it is written.
    private static func meaning(of cell: String, _ field: SessionField?) -> String {
        switch field {
        case .day:
            let reader = ImportedDayReader(year: 2000, countsFrom1904: false)
            if case .success(let moment) = reader.read(cell) { return moment.day.description }
        case .time, .until:
            if let hours = ImportedTime.read(cell) { return hours.time.description }
        case .minutes(let each):
            if let minutes = ImportedLength.minutes(cell, each: each) { return String(minutes) }
        case .cost(let each):
            if let dong = ImportedMoney.dong(cell, each: each) { return String(dong) }
        case .level:
            if let level = SchoolLevelWords.level(in: SearchText.folded(cell)) { return level.rawValue }
        case .form:
            if case .form(let form)? = SessionFormWords.form(of: cell) { return form.rawValue }
        case .turns, .female, .male, .sessions, .handout:
            if case .success(let count) = ImportedCountReader.read(cell, commaIsThousands: true) {
                return String(count.value)
            }
        default: break
        }
        return SearchText.folded(cell)
    }
}
