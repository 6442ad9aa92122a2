import Documents
import Outreach

/// Who was at a row's session.
struct AttendanceOfRow {
    let groups: [Attendance]
    /// The level of the only pupils there, where a heading or an audience says it.
    let level: SchoolLevel?
    let isEstimated: Bool
}

/// Turns by audience under way: several columns may speak of one audience.
private struct Groups {
    private(set) var order: [Slug] = []
    private var turns: [Slug: Int] = [:]
    private var female: [Slug: Int] = [:]
    private var male: [Slug: Int] = [:]
    var isEstimated = false
    var level: SchoolLevel?

    var sum: Int { turns.values.reduce(0, +) }
    var isEmpty: Bool { order.isEmpty }

    mutating func add(_ audience: Slug, _ count: ImportedCount) {
        if turns[audience] == nil { order.append(audience) }
        turns[audience, default: 0] += count.value
        isEstimated = isEstimated || count.isEstimated
    }

    mutating func add(_ audience: Slug, female count: Int) { female[audience, default: 0] += count }
    mutating func add(_ audience: Slug, male count: Int) { male[audience, default: 0] += count }

    /// Where only women and men are counted, they are all there were.
    mutating func countSexes() {
        for audience in Set(female.keys).union(male.keys) where turns[audience] == nil {
            guard let female = female[audience], let male = male[audience] else { continue }
            add(audience, ImportedCount(value: female + male, isEstimated: false))
        }
    }

    /// Women or men of an audience whose turns nobody gave.
    var uncounted: Slug? { Set(female.keys).union(male.keys).first { turns[$0] == nil } }

    var attendance: [Attendance] {
        order.map { Attendance(audience: $0, turns: turns[$0] ?? 0, female: female[$0], male: male[$0]) }
    }
}

extension SessionRowReader {
    mutating func attendance(_ reading: inout RowReading, _ place: PlaceOfRow?) -> AttendanceOfRow? {
        let before = reading.mistakes.count
        var groups = Groups()
        takeColumns(&reading, place, &groups)
        let total = filled(.turns(nil), reading) ?? columns(.turns(nil)).first
        let stated = total.flatMap { listedOrCounted($0, &reading, place, &groups) }
        let sexes = (
            filled(.female(nil), reading).flatMap { count($0, &reading)?.value },
            filled(.male(nil), reading).flatMap { count($0, &reading)?.value }
        )
        if groups.isEmpty { takeListed(&reading, place, &groups) }
        guard reading.mistakes.count == before else { return nil }
        if groups.isEmpty {
            takeWhole(stated ?? whole(of: sexes), &reading, place, total, &groups)
        } else if let stated, let total {
            reconcile(stated, total, &reading, &groups)
        }
        addSexes(sexes, &groups)
        checkRow(&reading)
        guard reading.mistakes.count == before else { return nil }
        return AttendanceOfRow(groups: groups.attendance, level: groups.level, isEstimated: groups.isEstimated)
    }

    private func whole(of sexes: (female: Int?, male: Int?)) -> ImportedCount? {
        guard let female = sexes.female, let male = sexes.male else { return nil }
        return ImportedCount(value: female + male, isEstimated: false)
    }

    /// Columns that each count one audience.
    private func takeColumns(_ reading: inout RowReading, _ place: PlaceOfRow?, _ groups: inout Groups) {
        var levels: Set<SchoolLevel> = []
        for column in columns {
            let (reference, add): (AudienceReference, (Slug, ImportedCount, inout Groups) -> Void)
            switch column.field {
            case .turns(let audience?)?: (reference, add) = (audience, { $2.add($0, $1) })
            case .female(let audience?)?: (reference, add) = (audience, { $2.add($0, female: $1.value) })
            case .male(let audience?)?: (reference, add) = (audience, { $2.add($0, male: $1.value) })
            default: continue
            }
            guard let count = count(column, &reading) else { continue }
            guard let audience = vocabulary.audience(reference, at: place?.level) else {
                reading.fail(column.heading, noAudience)
                continue
            }
            add(audience, count, &groups)
            if case .group(.pupils, let level?) = reference, count.value > 0 { levels.insert(level) }
        }
        groups.countSexes()
        if let audience = groups.uncounted {
            reading.fail(
                "\(audience)",
                Message(
                    vi: "Có số nam hoặc nữ của “\(audience)” nhưng không có tổng số.",
                    en: "Female or male of “\(audience)” are given, but not how many there were."))
        }
        if levels.count == 1 { groups.level = levels.first }
    }

    /// A column of turns may hold "230 HS, 12 GV" as well as a number; whose a single number is another column may say.
    private func listedOrCounted(
        _ column: ImportedColumn, _ reading: inout RowReading, _ place: PlaceOfRow?, _ groups: inout Groups
    ) -> ImportedCount? {
        let cell = reading.row[column.index]
        if groups.isEmpty, let listed = AudienceList(cell),
            listed.entries.count > 1 || filled(.audience, reading) == nil
        {
            take(listed, column, &reading, place, &groups)
            note(groups.sum, in: column, &reading)
            return nil
        }
        return count(column, &reading)
    }

    /// The cell of the audiences itself may give their turns: "230 học sinh, 12 giáo viên".
    private func takeListed(_ reading: inout RowReading, _ place: PlaceOfRow?, _ groups: inout Groups) {
        guard let column = filled(.audience, reading), let listed = AudienceList(reading.row[column.index]) else {
            return
        }
        take(listed, column, &reading, place, &groups)
    }

    private func take(
        _ listed: AudienceList, _ column: ImportedColumn, _ reading: inout RowReading, _ place: PlaceOfRow?,
        _ groups: inout Groups
    ) {
        for entry in listed.entries {
            guard let audience = vocabulary.audience(entry.audience, at: place?.level) else {
                reading.fail(column.heading, noAudience)
                continue
            }
            groups.add(audience, ImportedCount(value: entry.turns, isEstimated: listed.isEstimated))
        }
    }

    /// One number for everybody; whose it is says the column of audiences, or nobody.
    private mutating func takeWhole(
        _ stated: ImportedCount?, _ reading: inout RowReading, _ place: PlaceOfRow?, _ total: ImportedColumn?,
        _ groups: inout Groups
    ) {
        guard let stated else {
            let counted = columns.first {
                if case .turns? = $0.field { true } else { false }
            }
            reading.fail(total?.heading ?? counted?.heading ?? "Số lượt", SessionProblem.noAttendance.message)
            return
        }
        guard let (audience, level) = audience(&reading, place) else { return }
        groups.add(audience, stated)
        groups.level = level
    }

    private mutating func audience(
        _ reading: inout RowReading, _ place: PlaceOfRow?
    ) -> (audience: Slug, level: SchoolLevel?)? {
        let marks = columns.compactMap { column -> AudienceReference? in
            guard case .mark(let reference)? = column.field, !reading.row[column.index].isEmpty else { return nil }
            return reference
        }
        if marks.count == 1, let audience = vocabulary.audience(marks[0], at: place?.level) { return (audience, nil) }
        let column = filled(.audience, reading)
        let cell = column.map { reading.row[$0.index] } ?? ""
        let words = knownAudiences[cell] ?? AudienceWords(cell, vocabulary)
        knownAudiences[cell] = words
        if let audience = words.exact { return (audience, nil) }
        let (groups, own) = (words.groups, words.level)
        if groups.count == 1, let group = groups.first {
            if let audience = vocabulary.audience(.group(group, own), at: place?.level) {
                return (audience, group == .pupils ? own : nil)
            }
        } else if cell.isEmpty, marks.isEmpty, !text(.classes, reading).isEmpty,
            let audience = vocabulary.audience(.group(.pupils, nil), at: place?.level)
        {
            return (audience, nil)
        } else if groups.count > 1 || cell.isEmpty, let audience = vocabulary.audience(.group(.others, nil), at: nil) {
            assumptions.audiences += 1
            return (audience, nil)
        }
        let known = vocabulary.audiences.map(\.name.vi).joined(separator: ", ")
        guard let column, !cell.isEmpty else {
            reading.fail(columns(.turns(nil)).first?.heading, noAudience)
            return nil
        }
        reading.fail(column, .unknown(Message(vi: "đối tượng đã biết", en: "known audience"), known: known))
        return nil
    }

    /// A column of all turns beside columns of some: the others are others where the heading says "of which".
    private func reconcile(
        _ stated: ImportedCount, _ total: ImportedColumn, _ reading: inout RowReading, _ groups: inout Groups
    ) {
        let sum = groups.sum
        if stated.value == sum { return }
        let isPartial = columns.contains { column in
            guard case .turns(.some)? = column.field else { return false }
            return column.path.contains { SearchText.folded($0).contains("trong do") }
        }
        if stated.value > sum, isPartial, let others = vocabulary.audience(.group(.others, nil), at: nil) {
            groups.add(others, ImportedCount(value: stated.value - sum, isEstimated: stated.isEstimated))
            return
        }
        reading.fail(
            total.heading,
            Message(
                vi: "Ghi \(stated.value) nhưng các cột đối tượng cộng lại là \(sum).",
                en: "\(stated.value) is given, but the columns of audiences add up to \(sum)."))
    }

    private mutating func addSexes(_ sexes: (female: Int?, male: Int?), _ groups: inout Groups) {
        guard sexes.female != nil || sexes.male != nil else { return }
        guard groups.order.count == 1, let audience = groups.order.first else {
            if !groups.isEmpty { assumptions.sexes += 1 }
            return
        }
        if let female = sexes.female { groups.add(audience, female: female) }
        if let male = sexes.male { groups.add(audience, male: male) }
    }

    /// A row that adds up several sessions is none.
    private func checkRow(_ reading: inout RowReading) {
        guard let column = filled(.sessions, reading), let count = count(column, &reading), count.value > 1 else {
            return
        }
        reading.fail(
            column.heading,
            Message(
                vi: "Dòng này gộp \(count.value) buổi; ghi mỗi buổi một dòng với ngày của nó.",
                en: "This row adds up \(count.value) sessions; give each a row with its day."))
    }

    private var noAudience: Message {
        let known = vocabulary.audiences.map { "\($0.id)" }.joined(separator: ", ")
        return Message(
            vi: "Không rõ đối tượng nào trong kho. Ghép cột với một đối tượng: \(known).",
            en: "No audience of the library fits. Say which the column is: \(known).")
    }
}

/// Audiences with their turns in one cell: "230 học sinh, 12 giáo viên" or "HS: 230; GV: 12".
struct AudienceList {
    let entries: [(audience: AudienceReference, turns: Int)]
    let isEstimated: Bool

    init?(_ cell: String) {
        guard cell.contains(where: \.isNumber), cell.contains(where: \.isLetter) else { return nil }
        var text = cell.lowercased()
        isEstimated = ImportedCountReader.takesEstimate(from: &text)
        let parts = text.replacing(" và ", with: ";").split { ",;+\n".contains($0) }.map {
            String($0).trimmed
        }
        var entries: [(audience: AudienceReference, turns: Int)] = []
        for part in parts where !part.isEmpty {
            guard let (number, words) = AudienceList.read(part), let turns = ImportedCountReader.whole(number, false)
            else { return nil }
            let text = HeadingText.words(of: words)
            let groups = AudienceGroup.named(in: text)
            guard groups.count == 1, let group = groups.first else { return nil }
            entries.append((.group(group, SchoolLevelWords.level(in: text)), turns))
        }
        guard !entries.isEmpty else { return nil }
        self.entries = entries
    }

    private static func read(_ part: String) -> (number: String, words: String)? {
        if let match = part.wholeMatch(of: /([0-9][0-9.]*)\s*([^0-9]+)/) {
            return (String(match.1), String(match.2))
        }
        guard let match = part.wholeMatch(of: /([^0-9:]+):?\s*([0-9][0-9.]*)\s*(?:em|người|lượt)?/) else { return nil }
        return (String(match.2), String(match.1))
    }
}
