import Documents
import Outreach

/// What a column over hours holds, whose heading may mean a day, a time of day and a length alike: "Thời gian", "Thời
/// lượng", "Giờ". Its cells decide; where they do not, nobody guesses.
struct HoursColumn {
    let field: SessionField?
    /// Why somebody has to say what the column is.
    let unclear: Message?

    /// - Parameter field: what the heading says.
    init(_ column: SessionSheet.Column, _ field: SessionField?, _ cells: ColumnCells, _ rows: [TableRow]) {
        guard let heading = HoursHeading(column.path, field) else {
            (self.field, unclear) = (field, nil)
            return
        }
        let reader = ImportedDayReader(year: 2000, countsFrom1904: false)
        let days = cells.share(of: column.index) { if case .success = reader.read($0) { true } else { false } }
        guard days < 0.5 else {
            // Over days, "Bắt đầu" is the day and "Kết thúc" the last one.
            self.field = heading.kind == .end ? .ignored : heading.kind == .length ? field : .day
            unclear = nil
            return
        }
        let tally = HoursTally(rows.lazy.map { $0[column.index] })
        switch heading.decide(tally) {
        case .field(let field): (self.field, unclear) = (field, nil)
        case .ask(let seen):
            // Nothing is chosen in the preview, so that whatever somebody chooses is a word about it.
            self.field = nil
            unclear = HoursColumn.question(column.path.last ?? "", seen)
        }
    }

    private static func question(_ heading: String, _ seen: [String]) -> Message {
        let cells = seen.map { "“\($0)”" }.joined(separator: ", ")
        return Message(
            vi: "Không rõ cột “\(heading)” ghi giờ bắt đầu hay thời lượng (có ô: \(cells)). Ghép cột với “giờ” (time), "
                + "“thời lượng (phút)” (minutes) hoặc “thời lượng (giờ)” (hours); nếu lẫn cả hai thì tách thành hai cột.",
            en: "Nobody can say whether the column “\(heading)” gives the time of day or the length (cells: \(cells)). "
                + "Map it to time, minutes or hours; where both are mixed, make two columns of it.")
    }
}

/// What the heading of a column over hours leaves open.
private struct HoursHeading {
    enum Kind {
        /// "Thời gian": anything.
        case open
        /// "Giờ", "Bắt đầu"
        case clock
        /// "Thời lượng"
        case length
        /// "Giờ kết thúc"
        case end
    }

    enum Decision {
        case field(SessionField?)
        case ask([String])
    }

    let kind: Kind
    /// The unit that the heading gives, in minutes.
    private let each: Int?

    /// Nil for a heading that says all there is to know.
    init?(_ path: [String], _ field: SessionField?) {
        let text = HeadingText(path.joined(separator: " "))
        let own = HeadingText(path.last ?? "")
        each = text.has(anyOf: ["phut", "minutes"]) ? 1 : own.has(anyOf: ["gio", "tieng", "hours"]) ? 60 : nil
        switch field {
        case .day where !own.begins(with: "ngay") && ["thoi gian", "thoi diem"].contains(where: text.begins):
            kind = .open
        case .time: kind = .clock
        case .until: kind = .end
        case .minutes: kind = .length
        default: return nil
        }
    }

    func decide(_ tally: HoursTally) -> Decision {
        let clocks = [tally.clock, tally.whole].compactMap(\.self)
        let lengths = [tally.length, tally.short].compactMap(\.self)
        switch kind {
        case .end: return .field(.until)
        case .open:
            if !clocks.isEmpty, !lengths.isEmpty || tally.bare != nil {
                return .ask(clocks + lengths + tally.bareCells)
            }
            if !clocks.isEmpty { return .field(.time) }
            if !lengths.isEmpty { return .field(.minutes(each: each ?? 1)) }
            if let either = tally.either { return .ask([either]) }
            guard let bare = tally.bare else { return .field(tally.isEmpty ? nil : .time) }
            if let each { return .field(.minutes(each: each)) }
            return tally.largest > 24 ? .field(.minutes(each: 1)) : .ask([bare])
        case .clock:
            if let length = tally.length {
                return clocks.isEmpty ? .field(.minutes(each: 1)) : .ask(clocks + [length])
            }
            if let short = tally.short { return .ask(clocks + [short]) }
            return .field(.time)
        case .length:
            return decideLength(tally, lengths)
        }
    }

    private func decideLength(_ tally: HoursTally, _ lengths: [String]) -> Decision {
        let others = lengths + tally.bareCells
        if let clock = tally.clock { return others.isEmpty ? .field(.time) : .ask([clock] + others) }
        if let whole = tally.whole, others.isEmpty { return .ask([whole]) }
        if each == nil, let bare = tally.bare, lengths.isEmpty, tally.largest < 10 { return .ask([bare]) }
        return .field(.minutes(each: each ?? 1))
    }
}

/// The first cell of each sort among the hours of a column.
struct HoursTally {
    /// "14h", "8h30", "7h30 – 9h", "2h chiều": a time of day.
    private(set) var clock: String?
    /// "8h": a time of day, or a whole day's length.
    private(set) var whole: String?
    /// "90 phút", "2 tiết", "1,5 giờ": a length.
    private(set) var length: String?
    /// "1h30", "2h": a length, for nobody holds a session at night.
    private(set) var short: String?
    /// "4h": half a day, or the early morning.
    private(set) var either: String?
    /// "45": its unit is not said.
    private(set) var bare: String?
    /// The largest of the bare numbers.
    private(set) var largest = 0
    /// Whether no cell says anything.
    private(set) var isEmpty = true

    var bareCells: [String] { [bare].compactMap(\.self) }

    init(_ cells: some Sequence<String>) {
        var seen: Set<String> = []
        for cell in cells where seen.insert(cell).inserted { take(cell) }
    }

    private mutating func take(_ cell: String) {
        guard !ImportedCountReader.isNothing(cell) else { return }
        isEmpty = false
        if cell.utf8.count <= 4, let number = Int(cell) {
            bare = bare ?? cell
            largest = max(largest, number)
        } else if ImportedTime.isPartOfDay(cell) {
            clock = clock ?? cell
        } else if let hours = ImportedTime.read(cell) {
            take(cell, hours)
        } else if ImportedLength.minutes(cell, each: 60) != nil {
            length = length ?? cell
        }
    }

    private mutating func take(_ cell: String, _ hours: ImportedHours) {
        let hasSign = cell.contains(":")
        switch hours.time.hour {
        case _ where hours.minutes != nil || hours.isSaid: clock = clock ?? cell
        case 0: length = length ?? cell
        case 1...3: short = short ?? cell
        case 4, 5: either = either ?? cell
        case 6...10 where hours.time.minute == 0 && !hasSign: whole = whole ?? cell
        default: clock = clock ?? cell
        }
    }
}
