import Outreach

/// Adds up what a group of indicators counts, by cell of the ground and by what rows are told apart by.
struct GroupCounter {
    private struct Sum {
        var count = 0
        var amount = 0
    }

    let group: IndicatorGroup
    let withPlaces: Bool
    /// Which materials are of the group's topics, for posts; nil counts all.
    private var topics: MaterialLabels?
    /// Where an indicator asks for it; materials without one are in Vietnamese.
    private var languages: MaterialLabels?
    private var slots: [ActivityKinds.Numbers: Int] = [:]
    private var numbersOfSlots: [ActivityKinds.Numbers] = []
    /// By kind: where it is added; -1 nowhere, -2 not known yet.
    private var slotsOfKinds: [Int32] = []
    /// By cell and slot.
    private var sums: [[Sum]]
    private var places = PlaceCounter()

    init(_ group: IndicatorGroup, of indicators: [Indicator], cells: Int, in tx: ReadTransaction) {
        self.group = group
        withPlaces = indicators.contains { $0.sum == .places }
        if group.rows == .posts, !group.topics.isEmpty {
            topics = MaterialLabels("topic", values: group.topics, in: tx)
        }
        if indicators.contains(where: { $0.filters[.language] != nil }) {
            languages = MaterialLabels("language", in: tx)
        }
        sums = Array(repeating: [], count: cells)
    }

    mutating func add(kind: Int, cell: Int, count: Int, amount: Int, in kinds: inout ActivityKinds) throws {
        let slot = try slot(of: kind, in: &kinds)
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

    private mutating func slot(of kind: Int, in kinds: inout ActivityKinds) throws -> Int {
        if kind < slotsOfKinds.count, slotsOfKinds[kind] != -2 { return Int(slotsOfKinds[kind]) }
        if kind >= slotsOfKinds.count {
            slotsOfKinds += repeatElement(-2, count: kind + 1 - slotsOfKinds.count)
        }
        let slot = try newSlot(of: kind, in: &kinds)
        slotsOfKinds[kind] = Int32(slot)
        return slot
    }

    private mutating func newSlot(of kind: Int, in kinds: inout ActivityKinds) throws -> Int {
        let material = kinds.word(.material, of: kind)
        if topics != nil {
            guard let material, try topics?.value(of: material) != nil else { return -1 }
        }
        var language: String?
        if languages != nil {
            language = try material.flatMap { try languages?.value(of: $0) } ?? MaterialLanguage.vietnamese.rawValue
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
