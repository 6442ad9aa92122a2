public import Outreach

extension ReadTransaction {
    /// All rows on some ground that some indicators ask for, counted together where they are alike.
    ///
    /// One pass over the rows for all indicators that count the same kind of them, whatever they narrow it by.
    /// - Parameter indicators: that count the same rows of the same topics.
    public func facts(for indicators: [Indicator], on ground: ReportGround) throws -> [ActivityFact] {
        guard let first = indicators.first, !ground.stays.isEmpty, first.rows != .units else { return [] }
        let sums = Set(indicators.map(\.sum))
        var counter = FactCounter(rows: first.rows, ground: ground, withPlaces: sums.contains(.places))
        let amount = sums.subtracting([.count, .places]).first ?? .count
        let columns = FactCounter.columns(for: indicators, sums: sums)
        let statement = IndicatorStatement(
            first.rows, sum: amount, filters: first.topics.isEmpty ? [:] : [.topic: first.topics],
            units: ground.units, range: ground.range, columns: columns, isOrdered: false)
        try forEachRow(statement.text, statement.arguments) { try counter.add($0) }
        return counter.facts
    }
}

/// Adds rows up as they come, by numbers that stand for their words.
private struct FactCounter {
    typealias Column = IndicatorStatement.Column

    private struct Key: Hashable {
        var cell: Int32
        var words: SIMD16<Int32>
        var place: Int32
    }

    private struct Sum {
        var count = 0
        var amount = 0

        mutating func add(_ amount: Int) {
            count += 1
            self.amount += amount
        }
    }

    private let rows: IndicatorRows
    private let ground: ReportGround
    private let withPlaces: Bool
    private var words = WordNumbers()
    private var places = WordNumbers()
    private var foldedPlaces = WordNumbers()
    private var placesOfSpellings: [Int32: Int32] = [:]
    private var sums: [Key: Sum] = [:]
    /// Rows of a unit come together; its stays are looked up once.
    private var unit = ""
    private var stays: [ReportGround.Stay] = []
    private var area = ""

    init(rows: IndicatorRows, ground: ReportGround, withPlaces: Bool) {
        self.rows = rows
        self.ground = ground
        self.withPlaces = withPlaces
    }

    /// What rows are told apart by.
    private static let told: [Column] = [
        .quality, .form, .level, .audience, .channel, .channelKind, .materialKind, .language, .metric, .campaign,
    ]

    static func columns(for indicators: [Indicator], sums: Set<IndicatorSum>) -> Set<Column> {
        var columns = Set(told + [.unit, .day, .amount])
        // Reading the language of every print is dear and seldom asked for.
        if !indicators.contains(where: { $0.filters[.language] != nil }) { columns.remove(.language) }
        if sums.contains(.places) { columns.formUnion([.placeUnit, .place]) }
        return columns
    }

    mutating func add(_ row: SQLStep) throws {
        guard let cell = try cell(of: row) else { return }
        var key = Key(cell: Int32(cell), words: SIMD16(repeating: 0), place: 0)
        for (index, column) in FactCounter.told.enumerated() {
            key.words[index] = words.number(of: try row.optionalText(column.rawValue))
        }
        let amount = try row.integer(Column.amount.rawValue)
        sums[key, default: Sum()].add(amount)
        guard withPlaces else { return }
        key.place = try place(of: row)
        sums[key, default: Sum()].add(0)
    }

    private mutating func cell(of row: SQLStep) throws -> Int? {
        let unit = try row.text(Column.unit.rawValue)
        if unit != self.unit {
            self.unit = unit
            let slug = Slug(unit)
            stays = slug.flatMap { ground.stays[$0] } ?? []
            area = (slug.flatMap { ground.areas[$0] }?.description ?? unit)
        }
        if stays.count == 1, stays[0].range == ground.range { return stays[0].cell }
        guard let day = Day(try row.text(Column.day.rawValue)) else {
            throw SQLRowError(column: "day", found: "no day")
        }
        return stays.first { $0.range.contains(day) }?.cell
    }

    /// A unit, or a name within a commune; names are folded once for each spelling.
    private mutating func place(of row: SQLStep) throws -> Int32 {
        if let unit = try row.optionalText(Column.placeUnit.rawValue) { return foldedPlaces.number(of: unit) }
        let name = try row.text(Column.place.rawValue)
        let spelling = places.number(of: "\(area)\u{1F}\(name)")
        if let known = placesOfSpellings[spelling] { return known }
        let place = foldedPlaces.number(of: PlaceName.key(name, area: area))
        placesOfSpellings[spelling] = place
        return place
    }

    var facts: [ActivityFact] {
        sums.map { key, sum in
            func word(_ column: Column) -> String? {
                FactCounter.told.firstIndex(of: column).flatMap { words.word(key.words[$0]) }
            }
            var fact = ActivityFact(
                rows: rows, cell: Int(key.cell), quality: word(.quality) ?? "", count: sum.count, amount: sum.amount)
            fact.form = word(.form)
            fact.level = word(.level)
            fact.audience = word(.audience)
            fact.channel = word(.channel)
            fact.channelKind = word(.channelKind)
            fact.materialKind = word(.materialKind)
            fact.language = word(.language)
            fact.metric = word(.metric)
            fact.campaign = word(.campaign)
            fact.place = key.place == 0 ? nil : Int(key.place)
            return fact
        }
    }
}

/// When two names mean the same place.
enum PlaceName {
    /// Within a commune, whatever the case and the marks; a name cannot be taken for the slug of a unit.
    static func key(_ name: String, area: String) -> String { "\(area)\u{1F}\(SearchText.folded(name))" }
}

/// Numbers for words, from 1; 0 is none.
private struct WordNumbers {
    private var numbers: [String: Int32] = [:]
    private var words: [String] = []

    mutating func number(of word: String?) -> Int32 {
        guard let word else { return 0 }
        if let known = numbers[word] { return known }
        words.append(word)
        let number = Int32(words.count)
        numbers[word] = number
        return number
    }

    func word(_ number: Int32) -> String? { number == 0 ? nil : words[Int(number) - 1] }
}
