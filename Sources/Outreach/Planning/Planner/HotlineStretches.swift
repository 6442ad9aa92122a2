/// The rule that a Hotline 111 item comes at least once in every stretch of so many days of an observance.
struct HotlineStretches {
    private let range: DayRange
    private let length: Int
    private let firstDay: Day

    /// Nil where the playbook asks for none. An observance shorter than a stretch counts as one.
    init?(_ ground: PlanningGround) {
        let wanted = ground.request.playbook.hotlineEvery
        guard wanted > 0 else { return nil }
        range = ground.request.range
        length = min(wanted, range.count)
        firstDay = ground.firstDay
    }

    /// The day before the first stretch.
    var start: Day { range.first - 1 }

    /// The first stretch after `previous` without an item, as far as it can still be planned; what lies after its
    /// last day is not looked at.
    func gap(after previous: Day, items: Set<Day>) -> DayRange? {
        var previous = previous
        let items = items.filter { $0 > previous }.sorted()
        for item in items + [range.last + length + 1] {
            let deadline = max(previous + length, firstDay)
            guard deadline <= range.last else { return nil }
            if item > deadline { return DayRange(max(previous + 1, firstDay), deadline) }
            previous = max(previous, item)
        }
        return nil
    }

    /// All stretches without an item.
    func gaps(items: Set<Day>) -> [DayRange] {
        var gaps: [DayRange] = []
        var previous = start
        while let gap = gap(after: previous, items: items) {
            gaps.append(gap)
            previous = gap.last
        }
        return gaps
    }
}

/// What a campaign reaches so far.
struct CampaignCoverage {
    private(set) var audiences: Set<Slug> = []
    /// Days with a Hotline 111 item on a channel.
    private(set) var hotlineDays: Set<Day> = []

    /// Counts a slot that stands: it reaches those it is for and its material speaks to. Without a material it
    /// reaches nobody; with one the library does not know any more, those it is for.
    mutating func count(_ slot: Slot, with material: PlanningMaterial?) {
        guard slot.material != nil else { return }
        audiences.formUnion(slot.audiences.filter { material?.audiences.contains($0) ?? true })
        if slot.channel != nil, material?.speaksOfHotline == true { hotlineDays.insert(slot.day) }
    }
}
