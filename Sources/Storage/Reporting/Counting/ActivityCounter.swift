import Outreach

/// Counts everything some indicators ask for over a ground, in one pass: from the counts that are kept of months, and
/// from the rows themselves for days that fill no month and for months that changed since they were counted.
struct ActivityCounter {
    private let tx: ReadTransaction
    private let ground: ReportGround
    private var counters: [GroupCounter] = []
    private var kinds = ActivityKinds()
    private var tokens = PlaceTokens()
    /// By number in the database: the kind here; -1 where it was not met yet.
    private var kindsOfStored: [Int32] = []
    /// What is left to be counted from rows, by days.
    private var fromRows: [DayRange: [Slug]] = [:]
    /// Rows of a unit come together; what is known of it is looked up once.
    private var unit = ""
    private var slug: Slug?
    private var stays: [ReportGround.Stay] = []
    /// The areas of those stays.
    private var areas: [UInt64] = []
    /// The tokens of units that are schools, where an indicator asks which places are.
    private var schools: Set<Int64> = []

    init(_ tx: ReadTransaction, _ indicators: [Indicator], on ground: ReportGround) throws {
        self.tx = tx
        self.ground = ground
        guard !ground.stays.isEmpty else { return }
        let groups = Dictionary(grouping: indicators.filter { $0.rows != .units }, by: IndicatorGroup.init)
        counters = groups.map { GroupCounter($0.key, of: $0.value, cells: ground.cells.count, in: tx) }
        guard indicators.contains(where: { $0.filters[.place] != nil }) else { return }
        schools = Set(ground.schools.map { PlaceTokens.token(ofUnit: $0.description) })
    }

    mutating func tallies(of indicators: [Indicator]) throws -> [Slug: IndicatorTally] {
        try count()
        var tallies: [Slug: IndicatorTally] = [:]
        let counted = Dictionary(
            uniqueKeysWithValues: counters.map { ($0.group, (facts: $0.facts(kinds), places: $0.visited)) })
        for indicator in indicators {
            let found = counted[IndicatorGroup(indicator)]
            tallies[indicator.id] = IndicatorTally(
                indicator, over: found?.facts ?? [], places: found?.places ?? [], on: ground)
        }
        return tallies
    }

    private mutating func count() throws {
        let months = counters.indices.filter { counters[$0].group.isInMonths }
        if !months.isEmpty {
            try countMonths(into: months)
            for (days, units) in fromRows.sorted(by: { $0.key.first < $1.key.first }) {
                for index in months { try countRows(of: units, on: days, into: index, topics: []) }
            }
        }
        for index in counters.indices where !counters[index].group.isInMonths {
            try countRows(of: ground.units, on: ground.range, into: index, topics: counters[index].group.topics)
        }
    }

    private mutating func enter(_ unit: String) {
        guard unit != self.unit else { return }
        self.unit = unit
        slug = Slug(unit)
        stays = slug.flatMap { ground.stays[$0] } ?? []
        areas = stays.map { PlaceTokens.digest($0.area.description) }
    }
}

/// From the counts of months.
extension ActivityCounter {
    private mutating func countMonths(into indexes: [Int]) throws {
        let units = ground.units
        var bySection: [[Int]] = Array(repeating: [], count: 256)
        for index in indexes {
            guard let section = MonthText.Section(counters[index].group.rows) else { continue }
            bySection[Int(section.rawValue)].append(index)
        }
        let withPlaces = indexes.filter { counters[$0].withPlaces }
        var days: [String: DayRange] = [:]
        try tx.forEachRow(
            """
            SELECT unit, month, counts FROM activity_months
            WHERE unit IN (\(units.map { _ in "?" }.joined(separator: ", "))) AND month BETWEEN ? AND ?
            """, units + [ground.range.first.month7, ground.range.last.month7]
        ) { row in
            enter(try row.text(0))
            let name = try row.text(1)
            guard let month = days[name] ?? DayRange(month: name) else {
                throw SQLRowError(column: "month", found: name)
            }
            days[name] = month
            for (stay, area) in zip(stays, areas) {
                guard let shared = stay.range.intersection(with: Validity(from: month.first, until: month.last)) else {
                    continue
                }
                var isKept = false
                if shared == month {
                    try row.withBytes(2) { bytes in
                        guard let bytes else { return }
                        isKept = true
                        try add(bytes, cell: stay.cell, area: area, bySection, withPlaces)
                    }
                }
                if !isKept, let slug { fromRows[shared, default: []].append(slug) }
            }
        }
    }

    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, cell: Int, area: UInt64, _ bySection: [[Int]], _ withPlaces: [Int]
    ) throws {
        try MonthText.read(bytes) { section, stored, count, amount in
            let kind = try kind(ofStored: stored)
            for index in bySection[Int(section.rawValue)] {
                try counters[index].add(kind: kind, cell: cell, count: count, amount: amount, in: &kinds)
            }
        } places: { stored, token in
            guard !withPlaces.isEmpty else { return }
            let (kind, place) = (try kind(ofStored: stored), PlaceTokens.place(token, area: area))
            let isSchool = token < 0 && schools.contains(token)
            for index in withPlaces {
                counters[index].add(place: place, isSchool: isSchool, kind: kind, cell: cell, in: &kinds)
            }
        }
    }

    private mutating func kind(ofStored stored: Int) throws -> Int {
        if stored < kindsOfStored.count, kindsOfStored[stored] >= 0 { return Int(kindsOfStored[stored]) }
        let row = try tx.queryOne("SELECT words FROM activity_kinds WHERE id = ?", [stored])
        guard let words = try row?.text("words") else {
            throw SQLRowError(column: "activity_kinds.id", found: String(stored))
        }
        if stored >= kindsOfStored.count {
            kindsOfStored += repeatElement(-1, count: stored + 1 - kindsOfStored.count)
        }
        let kind = kinds.kind(text: words)
        kindsOfStored[stored] = Int32(kind)
        return kind
    }
}

/// From the rows themselves.
extension ActivityCounter {
    private mutating func countRows(of units: [Slug], on days: DayRange, into index: Int, topics: [String]) throws {
        let rows = counters[index].group.rows
        let withPlaces = counters[index].withPlaces
        let statement = IndicatorStatement.counting(rows, of: units, on: days, topics: topics, places: withPlaces)
        try tx.forEachRow(statement.text, statement.arguments) { row in
            enter(try row.text(IndicatorStatement.Column.unit.rawValue))
            guard let stay = try stay(of: row) else { return }
            let (cell, area) = (stays[stay].cell, areas[stay])
            let kind = try kinds.kind(of: row)
            let amount = try row.integer(IndicatorStatement.Column.amount.rawValue)
            try counters[index].add(kind: kind, cell: cell, count: 1, amount: amount, in: &kinds)
            guard withPlaces else { return }
            let token = try tokens.token(of: row)
            counters[index].add(
                place: PlaceTokens.place(token, area: area), isSchool: token < 0 && schools.contains(token), kind: kind,
                cell: cell, in: &kinds)
        }
    }

    /// Index into the stays of the unit; nil where the row does not count.
    private func stay(of row: SQLStep) throws -> Int? {
        if stays.count == 1, stays[0].range == ground.range { return 0 }
        guard let day = Day(try row.text(IndicatorStatement.Column.day.rawValue)) else {
            throw SQLRowError(column: "day", found: "no day")
        }
        return stays.firstIndex { $0.range.contains(day) }
    }
}

extension IndicatorStatement {
    /// All rows of some units and days, with what counting tells them apart by.
    static func counting(
        _ rows: IndicatorRows, of units: [Slug], on days: DayRange, topics: [String] = [], places: Bool
    ) -> IndicatorStatement {
        var columns = Set(ActivityKinds.columns + [.unit, .day, .amount])
        if places { columns.formUnion([.placeUnit, .place]) }
        return IndicatorStatement(
            rows, sum: rows.amount, filters: topics.isEmpty ? [:] : [.topic: topics], units: units, range: days,
            columns: columns, isOrdered: false)
    }
}

extension DayRange {
    /// The days of a month as ``Day/month7`` writes it.
    init?(month: String) {
        guard let first = Day("\(month)-01") else { return nil }
        self.init(monthOf: first)
    }
}
