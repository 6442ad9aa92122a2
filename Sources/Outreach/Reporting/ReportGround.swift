/// Whose rows a report counts, on which days, and to which of its parts each goes.
///
/// Made once from the tree for a period, so that totals, parts and rows are counted over the same ground.
public struct ReportGround: Sendable {
    /// Some days of a unit in one area whose rows all go to the same parts.
    public struct Stay: Sendable, Hashable {
        public let range: DayRange
        /// Index into ``ReportGround/cells``.
        public let cell: Int
        /// The commune the unit works in on these days: two units may use the same name for a place, and in one commune
        /// it is the same one.
        public let area: Slug
    }

    public let range: DayRange
    public private(set) var stays: [Slug: [Stay]] = [:]
    /// For every cell the indexes of the parts its rows go to.
    public private(set) var cells: [Set<Int>] = []
    /// The units that are schools: whatever is held there is held at a school.
    public let schools: Set<Slug>

    /// - Parameters:
    ///   - spans: every unit that counts, with its days.
    ///   - parts: those of each part, such as a member; parts may overlap or leave units out.
    ///   - areas: where each unit works on which days; itself where that is not said.
    public init(
        _ spans: [Slug: [DayRange]], parts: [[Slug: [DayRange]]] = [], during range: DayRange,
        areas: [Slug: [UnitTree.AreaDays]] = [:], schools: Set<Slug> = []
    ) {
        self.range = range
        self.schools = schools
        var numbers: [Set<Int>: Int] = [:]
        for (unit, ranges) in spans {
            let ofParts = parts.indices.compactMap { index in parts[index][unit].map { (index, $0) } }
            let inAreas = areas[unit] ?? []
            for piece in ReportGround.pieces(of: ranges, cutBy: ofParts.flatMap(\.1) + inAreas.map(\.days)) {
                let area = inAreas.first { $0.days.contains(piece.first) }?.area ?? unit
                let cell = Set(ofParts.filter { $0.1.contains { $0.contains(piece.first) } }.map(\.0))
                let number = numbers[cell] ?? cells.count
                if number == cells.count {
                    numbers[cell] = number
                    cells.append(cell)
                }
                stays[unit, default: []].append(Stay(range: piece, cell: number, area: area))
            }
        }
    }

    /// Some units on all days of a range.
    public init(units: [Slug], during range: DayRange) {
        self.init(Dictionary(units.map { ($0, [range]) }) { first, _ in first }, during: range)
    }

    public var units: [Slug] { stays.keys.sorted() }

    /// Where a row of a unit on a day goes; nil where it does not count.
    public func cell(of unit: Slug, on day: Day) -> Int? { stay(of: unit, on: day)?.cell }

    /// The days of a unit to which a day belongs; nil where its rows do not count.
    public func stay(of unit: Slug, on day: Day) -> Stay? { stays[unit]?.first { $0.range.contains(day) } }

    /// The same ranges, cut wherever one of the others begins or ends.
    private static func pieces(of ranges: [DayRange], cutBy others: [DayRange]) -> [DayRange] {
        let cuts = Set(others.flatMap { [$0.first, $0.last + 1] }).sorted()
        return ranges.flatMap { range in
            var pieces: [DayRange] = []
            var first = range.first
            for cut in cuts where cut > first && cut <= range.last {
                if let piece = DayRange(first, cut - 1) { pieces.append(piece) }
                first = cut
            }
            return pieces + [DayRange(first, range.last)].compactMap(\.self)
        }
    }
}
