import Outreach

/// Adds up what a group of indicators counts, by cell of the ground and by what rows are told apart by.
struct GroupCounter {
    private struct Sum {
        var count = 0
        var amount = 0
    }

    let group: IndicatorGroup
    let withPlaces: Bool
    /// Materials of the group's topics, for posts; nil counts all.
    private let materials: Set<String>?
    /// By material, where an indicator asks for it; others are in Vietnamese.
    private let languages: [String: String]?
    private var slots: [ActivityKinds.Numbers: Int] = [:]
    private var numbersOfSlots: [ActivityKinds.Numbers] = []
    /// By kind: where it is added; -1 nowhere, -2 not known yet.
    private var slotsOfKinds: [Int32] = []
    /// By cell and slot.
    private var sums: [[Sum]]
    private var places = PlaceCounter()

    init(_ group: IndicatorGroup, of indicators: [Indicator], cells: Int, in tx: ReadTransaction) throws {
        self.group = group
        withPlaces = indicators.contains { $0.sum == .places }
        materials = group.rows == .posts && !group.topics.isEmpty ? try tx.materials(ofTopics: group.topics) : nil
        languages = indicators.contains { $0.filters[.language] != nil } ? try tx.languagesOfMaterials() : nil
        sums = Array(repeating: [], count: cells)
    }

    mutating func add(kind: Int, cell: Int, count: Int, amount: Int, in kinds: inout ActivityKinds) {
        let slot = slot(of: kind, in: &kinds)
        guard slot >= 0 else { return }
        if sums[cell].count <= slot {
            sums[cell] += repeatElement(Sum(), count: numbersOfSlots.count - sums[cell].count)
        }
        sums[cell][slot].count += count
        sums[cell][slot].amount += amount
    }

    /// - Parameter isSchool: whether the place is a unit that is a school.
    mutating func add(place: UInt64, isSchool: Bool, kind: Int, cell: Int, in kinds: inout ActivityKinds) {
        places.add(place, cell: cell, kinds: kinds.visitKinds(of: kind, isSchool: isSchool))
    }

    private mutating func slot(of kind: Int, in kinds: inout ActivityKinds) -> Int {
        if kind < slotsOfKinds.count, slotsOfKinds[kind] != -2 { return Int(slotsOfKinds[kind]) }
        if kind >= slotsOfKinds.count {
            slotsOfKinds += repeatElement(-2, count: kind + 1 - slotsOfKinds.count)
        }
        let slot = newSlot(of: kind, in: &kinds)
        slotsOfKinds[kind] = Int32(slot)
        return slot
    }

    private mutating func newSlot(of kind: Int, in kinds: inout ActivityKinds) -> Int {
        let material = kinds.word(.material, of: kind)
        if let materials, !(material.map(materials.contains) ?? false) { return -1 }
        let language = languages.map { known in
            material.flatMap { known[$0] } ?? MaterialLanguage.vietnamese.rawValue
        }
        let numbers = kinds.numbers(of: kind, language: language)
        if let known = slots[numbers] { return known }
        slots[numbers] = numbersOfSlots.count
        numbersOfSlots.append(numbers)
        return numbersOfSlots.count - 1
    }

    var visited: [VisitedPlaces] { places.visited }

    func facts(_ kinds: ActivityKinds) -> [ActivityFact] {
        sums.indices.flatMap { cell in
            sums[cell].indices.filter { sums[cell][$0].count > 0 }.map { slot in
                fact(numbersOfSlots[slot], cell: cell, sums[cell][slot], kinds)
            }
        }
    }

    private func fact(
        _ numbers: ActivityKinds.Numbers, cell: Int, _ sum: Sum, _ kinds: ActivityKinds
    ) -> ActivityFact {
        var fact = ActivityFact(
            rows: group.rows, cell: cell, quality: kinds.word(.quality, in: numbers) ?? "", count: sum.count,
            amount: sum.amount)
        fact.form = kinds.word(.form, in: numbers)
        fact.level = kinds.word(.level, in: numbers)
        fact.audience = kinds.word(.audience, in: numbers)
        fact.channel = kinds.word(.channel, in: numbers)
        fact.channelKind = kinds.word(.channelKind, in: numbers)
        fact.materialKind = kinds.word(.materialKind, in: numbers)
        fact.metric = kinds.word(.metric, in: numbers)
        fact.campaign = kinds.word(.campaign, in: numbers)
        fact.language = kinds.language(in: numbers)
        return fact
    }
}

extension ReadTransaction {
    fileprivate func materials(ofTopics topics: [String]) throws -> Set<String> {
        var materials: Set<String> = []
        try forEachRow(
            """
            SELECT e.material FROM library_labels l JOIN library_entries e ON e.id = l.entry
            WHERE l.label = 'topic' AND l.value IN (\(topics.map { _ in "?" }.joined(separator: ", ")))
            """, topics
        ) { materials.insert(try $0.text(0)) }
        return materials
    }

    fileprivate func languagesOfMaterials() throws -> [String: String] {
        var languages: [String: String] = [:]
        try forEachRow(
            """
            SELECT e.material, l.value FROM library_labels l JOIN library_entries e ON e.id = l.entry
            WHERE l.label = 'language'
            """
        ) { languages[try $0.text(0)] = try $0.text(1) }
        return languages
    }
}
