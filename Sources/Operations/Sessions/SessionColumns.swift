import Documents
import Outreach
import Storage

/// The names under which an office knows audiences, topics and places.
struct SessionNames: Sendable {
    let audiences: [Audience]
    private let topics: [String: Slug]
    private let places: [String: [Slug]]

    init(_ tx: ReadTransaction) throws {
        audiences = try tx.documents()
        let topics: [Topic] = try tx.documents()
        self.topics = SessionNames.byName(topics.map { ($0.id, $0.name) })
        places = Dictionary(
            grouping: try tx.unitTree().units.values.filter { [.school, .club].contains($0.kind) },
            by: { SearchText.folded($0.name.vi) }
        ).mapValues { $0.map(\.id) }
    }

    func audience(_ text: String) -> Slug? {
        SessionNames.byName(audiences.map { ($0.id, $0.name) })[SearchText.folded(text)]
    }

    func topic(_ text: String) -> Slug? { topics[SearchText.folded(text)] }

    /// The school or club of that name, where there is just one.
    func place(_ text: String) -> Slug? {
        guard let found = places[SearchText.folded(text)], found.count == 1 else { return nil }
        return found.first
    }

    private static func byName(_ entries: [(Slug, LocalizedText)]) -> [String: Slug] {
        let names = entries.flatMap { id, name in
            [id.description, name.vi, name.en].map { (SearchText.folded($0), id) }
        }
        return Dictionary(names) { first, _ in first }
    }
}

/// The headings under which offices write the columns of a list of sessions.
struct SessionColumns: Sendable {
    private let names: SessionNames
    /// A column for each audience, headed by its name, that holds its turns.
    private let audienceColumns: [(audience: Slug, column: TableColumn)]

    private let day = TableColumn.required("ngày", "date", "ngày tổ chức")
    private let time = TableColumn.optional("giờ", "time")
    private let form = TableColumn.required("hình thức", "form")
    private let level = TableColumn.optional("cấp học", "level")
    private let place = TableColumn.required("địa điểm", "place", "nơi tổ chức", "trường")
    private let minutes = TableColumn.required("số phút", "minutes", "thời lượng (phút)", "thời lượng")
    private let audience = TableColumn.optional("đối tượng", "audience")
    private let turns = TableColumn.optional("số lượt", "turns", "số lượt người", "số người dự")
    private let female = TableColumn.optional("nữ", "female")
    private let male = TableColumn.optional("nam", "male")
    private let topics = TableColumn.optional("chủ đề", "topics")
    private let material = TableColumn.optional("tài liệu", "material")
    private let notes = TableColumn.optional("ghi chú", "notes")

    init(_ names: SessionNames) {
        self.names = names
        audienceColumns = names.audiences.map { audience in
            (audience.id, TableColumn.optional(audience.name.vi, audience.name.en, audience.id.description))
        }
    }

    var all: [TableColumn] {
        [day, time, form, level, place, minutes, audience, turns, female, male, topics, material, notes]
            + audienceColumns.map(\.column)
    }

    /// The line that adds up those above: it has no day, but says so.
    func isTotal(_ row: RowReader) -> Bool {
        let words = ["tong", "tong cong", "tong so", "cong", "total"]
        return (try? row.day(day)) == nil && row.row.cells.contains { words.contains(SearchText.folded($0)) }
    }

    func session(of row: RowReader, id: Identifier<Session>, unit: Slug) throws -> Session {
        let place = try row.text(place)
        return Session(
            id: id, unit: unit, day: try row.day(day), time: row.optionalText(time) == nil ? nil : try row.time(time),
            place: place, placeUnit: names.place(place), form: try row.word(form, named: \.words),
            level: row.optionalText(level) == nil ? nil : try row.word(level, named: \.words),
            topics: try topics(of: row), material: try row.optionalSlug(material), minutes: try row.count(minutes),
            attendance: try attendance(of: row), method: .fromRecords, notes: row.optionalText(notes) ?? "")
    }

    private func topics(of row: RowReader) throws -> [Slug] {
        let text = row.optionalText(topics) ?? ""
        if let topic = names.topic(text) { return [topic] }
        return try row.listed(topics, "chủ đề của thư viện", "a topic of the library", names.topic)
    }

    private func attendance(of row: RowReader) throws -> [Attendance] {
        var groups: [Attendance] = []
        if row.optionalText(turns) != nil || row.optionalText(audience) != nil {
            let known = names.audiences.map(\.name.vi).joined(separator: ", ")
            groups.append(
                Attendance(
                    audience: try row.parsed(audience, "một trong: \(known)", "one of: \(known)", names.audience),
                    turns: try row.count(turns), female: try row.optionalCount(female),
                    male: try row.optionalCount(male)))
        }
        for (audience, column) in audienceColumns {
            guard let turns = try row.optionalCount(column), turns > 0 else { continue }
            groups.append(Attendance(audience: audience, turns: turns))
        }
        return groups
    }
}
