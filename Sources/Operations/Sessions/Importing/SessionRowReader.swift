import Documents
import Outreach

/// A row of a list as it was read.
struct ReadRow {
    let line: Int
    /// Nil where something in the row is wrong.
    var session: Session?
    var mistakes: [ImportMistake] = []
    /// The numbers of the row, one for each column of amounts.
    let amounts: [Int?]
    /// Whether the row says which session it is, and need not be guessed at.
    var isNamed = false
    /// What tells two sessions of one day and place apart, beside their time: classes and subjects.
    let particulars: String
}

/// Reads rows of a list as sessions of a unit. Equal cells are worked out once: lists repeat themselves.
struct SessionRowReader {
    let unit: Slug
    let zone: Zone
    let vocabulary: SessionVocabulary
    let columns: [ImportedColumn]
    let amountColumns: [ImportedColumn]
    let mergedCells: [SessionSheet.Place: MergedCells]
    let commaIsThousands: Bool
    let days: ImportedDayReader
    var assumptions = ImportAssumptions()
    private let byField: [SessionField: [ImportedColumn]]
    private let amountPlaces: [Int: Int]

    var knownDays: [String: Result<ImportedDay, CellMistake>] = [:]
    var knownForms: [String: SessionFormWords.Found?] = [:]
    var knownLikelyForms: [String: SessionForm] = [:]
    var knownPlaces: [String: PlaceFacts] = [:]
    /// Of names that some school or club had: whether it was there depends on the day.
    var knownPlaceUnits: [NameAsked: PlaceFacts] = [:]
    var knownOrganisers: [NameAsked: [Slug]] = [:]
    var knownCoHosts: [NameAsked: NamedCoHosts] = [:]
    var knownAudiences: [String: AudienceWords] = [:]
    var knownTopics: [String: (topics: [Slug], hasMore: Bool)] = [:]

    init(
        unit: Slug, zone: Zone, vocabulary: SessionVocabulary, columns: [ImportedColumn], sheet: SessionSheet,
        days: ImportedDayReader, commaIsThousands: Bool
    ) {
        self.unit = unit
        self.zone = zone
        self.vocabulary = vocabulary
        self.columns = columns
        self.mergedCells = sheet.mergedCells
        self.days = days
        self.commaIsThousands = commaIsThousands
        amountColumns = columns.filter { $0.field?.isAmount ?? false }
        amountPlaces = Dictionary(
            uniqueKeysWithValues: amountColumns.enumerated().map { ($0.element.index, $0.offset) })
        byField = Dictionary(grouping: columns.filter { $0.field != nil }) { $0.field ?? .ignored }
    }

    mutating func read(_ row: TableRow, id: Identifier<Session>) -> ReadRow {
        var reading = RowReading(row: row, amounts: Array(repeating: nil, count: amountColumns.count))
        let named = identifier(&reading)
        let moment = day(&reading)
        let owner = owner(reading, on: moment?.day)
        let place = place(&reading, for: owner, on: moment?.day)
        let topics = topics(reading)
        let form = form(&reading, place, topics: topics.text)
        let attendance = attendance(&reading, place)
        let minutes = minutes(&reading, moment)
        let rest = particulars(&reading, place, topics, on: moment?.day)
        guard reading.mistakes.isEmpty, let moment, let place, let form, let attendance else {
            return ReadRow(
                line: row.line, session: nil, mistakes: reading.mistakes, amounts: reading.amounts, particulars: "")
        }
        let session = Session(
            id: named ?? id, unit: rest.owner, coHosts: rest.coHosts, day: moment.day,
            time: time(reading, moment), zone: zone, place: place.text, placeUnit: place.facts.unit?.id, form: form,
            level: place.level(with: attendance.level), topics: topics.topics, material: rest.material,
            minutes: minutes, attendance: attendance.groups, speakers: rest.speakers, handouts: rest.handouts,
            method: attendance.isEstimated ? .estimated : rest.method, notes: rest.notes, cost: rest.cost)
        return ReadRow(
            line: row.line, session: session, amounts: reading.amounts, isNamed: named != nil,
            particulars: particularsKey(text(.classes, reading), topics.text))
    }
}

/// What the words for those present say.
struct AudienceWords {
    /// An audience of the library under its own name.
    let exact: Slug?
    let groups: Set<AudienceGroup>
    let level: SchoolLevel?

    init(_ cell: String, _ vocabulary: SessionVocabulary) {
        exact = vocabulary.audience(named: cell)
        let words = HeadingText.words(of: cell)
        groups = AudienceGroup.named(in: words)
        level = SchoolLevelWords.level(in: words) ?? SchoolLevelWords.level(ofClasses: SearchText.folded(cell))
    }
}

/// A row under way.
struct RowReading {
    let row: TableRow
    var amounts: [Int?]
    var mistakes: [ImportMistake] = []

    mutating func fail(_ column: ImportedColumn?, _ mistake: CellMistake) {
        let field = column?.field
        let quote = CellQuote(row[column?.index], amongPeople: field?.isOfPeople ?? false || field == .audience)
        mistakes.append(ImportMistake(row: row.line, column: column?.heading, reason: mistake.reason(quote)))
    }

    mutating func fail(_ column: String?, _ reason: Message) {
        mistakes.append(ImportMistake(row: row.line, column: column, reason: reason))
    }
}

extension SessionRowReader {
    func columns(_ field: SessionField) -> [ImportedColumn] { byField[field] ?? [] }

    /// The first column of a field whose cell says something.
    func filled(_ field: SessionField, _ reading: RowReading) -> ImportedColumn? {
        columns(field).first { !ImportedCountReader.isNothing(reading.row[$0.index]) }
    }

    /// What the columns of a field say, each thing once.
    func text(_ field: SessionField, _ reading: RowReading) -> String {
        let columns = columns(field)
        guard columns.count > 1 else { return filled(field, reading).map { reading.row[$0.index] } ?? "" }
        var said: [String] = []
        for cell in columns.map({ reading.row[$0.index] })
        where !ImportedCountReader.isNothing(cell) && !said.contains(cell) {
            said.append(cell)
        }
        return said.joined(separator: ", ")
    }

    /// A number of a column of amounts; nil where the cell says nothing or is wrong, which is noted.
    func count(_ column: ImportedColumn, _ reading: inout RowReading) -> ImportedCount? {
        let cell = reading.row[column.index]
        if ImportedCountReader.isNothing(cell) { return nil }
        if isMerged(column, &reading) { return nil }
        switch ImportedCountReader.read(cell, commaIsThousands: commaIsThousands) {
        case .success(let count):
            note(count.value, in: column, &reading)
            return count
        case .failure(let mistake):
            reading.fail(column, mistake)
            return nil
        }
    }

    /// Whether the number of a cell may be that of several rows, which is noted.
    func isMerged(_ column: ImportedColumn, _ reading: inout RowReading) -> Bool {
        let place = SessionSheet.Place(column: column.index, line: reading.row.line)
        guard let merged = mergedCells[place] else { return false }
        reading.fail(column, .merged(merged.text))
        return true
    }

    func note(_ value: Int, in column: ImportedColumn, _ reading: inout RowReading) {
        if let place = amountPlaces[column.index] { reading.amounts[place] = value }
    }

    private func particularsKey(_ classes: String, _ topics: String) -> String {
        classes.isEmpty && topics.isEmpty ? "" : SearchText.folded("\(classes) \(topics)")
    }

    private func identifier(_ reading: inout RowReading) -> Identifier<Session>? {
        guard let column = filled(.identifier, reading) else { return nil }
        guard let id = Identifier<Session>(reading.row[column.index]) else {
            reading.fail(column, .notAnIdentifier)
            return nil
        }
        return id
    }

    // MARK: Moment and length

    private mutating func day(_ reading: inout RowReading) -> ImportedDay? {
        guard let column = filled(.day, reading) else {
            if let first = columns(.day).first { reading.fail(first, .missing) }
            return nil
        }
        let cell = dayInThreeColumns(column, reading) ?? reading.row[column.index]
        let found = knownDays[cell] ?? days.read(cell)
        knownDays[cell] = found
        switch found {
        case .success(let moment):
            timeIsRight(&reading)
            return moment
        case .failure(let mistake):
            reading.fail(column, cell == TableLinesMark.uncomputed ? .uncomputed : mistake)
            return nil
        }
    }

    /// "18", "5" and "2026" of three columns as one day; nil where the column of days holds whole days.
    private func dayInThreeColumns(_ column: ImportedColumn, _ reading: RowReading) -> String? {
        // Few lists have such columns, and every row asks.
        guard filled(.month, reading) != nil, let month = SessionRowReader.number(text(.month, reading)),
            let day = SessionRowReader.number(reading.row[column.index]), (1...31).contains(day)
        else { return nil }
        let year = SessionRowReader.number(text(.year, reading)).map { $0 < 100 ? 2000 + $0 : $0 } ?? days.year
        return "\(day)/\(month)" + (year.map { "/\($0)" } ?? "")
    }

    /// 5, T5, "tháng 5", "năm 2026".
    private static func number(_ cell: String) -> Int? {
        let cell = cell.lowercased()
        let word = ["tháng", "thang", "năm", "nam", "t"].first(where: cell.hasPrefix) ?? ""
        let digits = String(cell.dropFirst(word.count)).trimmed
        return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Int(digits) : nil
    }

    private func timeIsRight(_ reading: inout RowReading) {
        for column in [filled(.time, reading), filled(.until, reading)].compactMap(\.self) {
            let cell = reading.row[column.index]
            guard let hours = ImportedTime.read(cell) else {
                if !ImportedTime.isPartOfDay(cell) { reading.fail(column, .notATime) }
                continue
            }
            // Somebody who says that the column is of hours says what "2h" is.
            if !hours.isClear, !column.isMapped { reading.fail(column, .unclearHour) }
        }
    }

    private func hours(_ field: SessionField, _ reading: RowReading) -> ImportedHours? {
        filled(field, reading).flatMap { ImportedTime.read(reading.row[$0.index]) }
    }

    /// The hour of its own column, of the day's, or of another column of days: "7h30, 18/05/2026".
    private func time(_ reading: RowReading, _ moment: ImportedDay) -> TimeOfDay? {
        if let time = hours(.time, reading)?.time ?? moment.time { return time }
        return columns(.day).dropFirst().lazy.compactMap { column -> TimeOfDay? in
            if case .success(let other) = days.read(reading.row[column.index]) { other.time } else { nil }
        }.first
    }

    private mutating func minutes(_ reading: inout RowReading, _ moment: ImportedDay?) -> Int? {
        for column in columns {
            guard case .minutes(let each)? = column.field else { continue }
            let cell = reading.row[column.index]
            guard !ImportedCountReader.isNothing(cell) else { continue }
            guard let minutes = ImportedLength.minutes(cell, each: each) else {
                reading.fail(column, .notALength)
                return nil
            }
            guard (1...1440).contains(minutes) else {
                reading.fail(column.heading, SessionProblem.minutesOutOfRange(minutes).message)
                return nil
            }
            if ImportedLength.isInLessons(cell) { assumptions.lessons += 1 }
            note(minutes, in: column, &reading)
            return minutes
        }
        let start = hours(.time, reading)
        if let minutes = start?.minutes ?? moment?.minutes { return minutes }
        guard let end = hours(.until, reading)?.time, let start = start?.time ?? moment?.time, end > start else {
            return nil
        }
        return end.minutes - start.minutes
    }

    // MARK: Form

    private mutating func form(
        _ reading: inout RowReading, _ place: PlaceOfRow?, topics: String
    ) -> SessionForm? {
        let column = filled(.form, reading)
        if let column {
            let cell = reading.row[column.index]
            let found = knownForms[cell] ?? SessionFormWords.form(of: cell)
            knownForms[cell] = found
            switch found {
            case .form(let form)?: return form
            case .unsaid?: break
            case .noSession?, nil:
                let known = SessionForm.allCases.map(\.words.vietnamese).joined(separator: ", ")
                let what = Message(vi: "hình thức của buổi trực tiếp", en: "form of a session")
                reading.fail(column, .unknown(what, known: known))
                return nil
            }
        }
        guard let place else { return nil }
        assumptions.forms += 1
        let key = "\(place.text)\n\(place.facts.unit?.kind.rawValue ?? "")\n\(topics)"
        if let known = knownLikelyForms[key] { return known }
        let likely =
            SessionFormWords.mentioned(in: topics) ?? SessionFormWords.likely(at: place.text, place.facts.unit)
        knownLikelyForms[key] = likely
        return likely
    }
}
