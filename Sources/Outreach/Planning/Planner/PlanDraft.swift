/// A plan in the making: what stands so far, and what that takes up.
struct PlanDraft {
    let ground: PlanningGround
    private(set) var lanes: [Lane]
    private(set) var slots: [Slot] = []
    private(set) var keys: Set<String> = []
    private(set) var coverage = CampaignCoverage()
    /// Hotline 111 items by place.
    private(set) var hotlineCounts: [Int]
    private(set) var notes: [PlanNote] = []
    /// Uses in this plan by number in the catalogue.
    private var uses: [Int]
    private var shelves: [MaterialNeed: Shelf] = [:]

    /// Begins with what a person has settled.
    init(_ ground: PlanningGround) {
        self.ground = ground
        lanes = ground.lanes()
        hotlineCounts = ground.places.map { _ in 0 }
        uses = ground.catalogue.materials.map { _ in 0 }
        for slot in ground.kept { stand(slot) }
    }

    /// Enters a slot; one that was dropped takes up nothing.
    mutating func stand(_ slot: Slot) {
        slots.append(slot)
        keys.insert(slot.key)
        guard !slot.isDropped else { return }
        let number = ground.catalogue.number(of: slot.material)
        let material = number.map { ground.catalogue.materials[$0] }
        coverage.count(slot, with: material)
        if let number { uses[number] += 1 }
        guard let place = ground.place(of: slot) else { return }
        lanes[place].take(slot.day, slot.time, material: number)
        if slot.channel != nil, material?.speaksOfHotline == true { hotlineCounts[place] += 1 }
    }

    mutating func note(_ note: PlanNote) { notes.append(note) }

    mutating func shelf(for need: MaterialNeed) -> Shelf {
        if let shelf = shelves[need] { return shelf }
        let shelf = ground.catalogue.shelf(for: need)
        shelves[need] = shelf
        return shelf
    }

    /// Of what is valid that day and rested on that place: what came there least, so that a channel repeats nothing
    /// while it has something new to say; then the best fit; then what this plan used least, what earlier campaigns
    /// used least, and by slug.
    func material(from shelf: Shelf, on day: Day, at place: Int) -> PlanningMaterial? {
        var best: (number: Int, here: Int, tier: Int)?
        for (tier, numbers) in shelf.tiers.enumerated() {
            // Nothing further down can beat what is new here and fits better.
            if best?.here == 0 { break }
            for number in numbers {
                if let best, best.here == 0, uses[number] >= uses[best.number] { continue }
                guard catalogue.materials[number].validity.contains(day),
                    let here = lanes[place].uses(of: number, around: day)
                else { continue }
                if let best, (best.here, best.tier, uses[best.number]) <= (here, tier, uses[number]) { continue }
                best = (number, here, tier)
            }
        }
        return best.map { catalogue.materials[$0.number] }
    }

    private var catalogue: Catalogue { ground.catalogue }

    var proposal: PlanProposal {
        PlanProposal(
            slots: slots.sorted(by: Slot.isEarlier),
            notes: PlanNote.Severity.allCases.reversed().flatMap { severity in
                notes.filter { $0.severity == severity }
            })
    }
}

extension Slot {
    /// The order of the calendar, and for slots at one moment that of their keys.
    static func isEarlier(_ left: Slot, _ right: Slot) -> Bool {
        (left.day, left.time, left.key) < (right.day, right.time, right.key)
    }
}
