/// A request put in order: everything sorted by name, so that it cannot matter in which order it was handed in.
struct PlanningGround {
    let request: PlanningRequest
    let catalogue: Catalogue
    let words: PlanWords
    /// In the order of the calendar.
    let kept: [Slot]
    /// Lanes of channels first, by channel; then lanes of units for their sessions, by unit.
    let places: [PlanningPlace]
    /// The first of the places that is a unit.
    let firstUnit: Int
    private let channelNumbers: [Slug: Int]
    private let unitNumbers: [Slug: Int]

    init(_ request: PlanningRequest) {
        self.request = request
        catalogue = Catalogue(request.library)
        words = PlanWords(request)
        kept = request.kept.sorted(by: Slot.isEarlier)
        let units = request.units.sorted { $0.id < $1.id }
        let ids = Set(units.map(\.id))
        let channels = request.channels.filter { ids.contains($0.unit) }.sorted { $0.id < $1.id }
        var known: [PostingHours: OpenTimes] = [:]
        var places = channels.map { channel in
            let times = known[channel.hours] ?? OpenTimes(channel.hours)
            known[channel.hours] = times
            return PlanningPlace.channel(channel, times)
        }
        firstUnit = places.count
        places += units.map(PlanningPlace.unit)
        self.places = places
        channelNumbers = Dictionary(channels.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let first = firstUnit
        unitNumbers = Dictionary(units.enumerated().map { ($1.id, $0 + first) }) { first, _ in first }
    }

    /// Where a slot takes place, as a number in `places`; nil where the campaign has no such channel or unit.
    func place(of slot: Slot) -> Int? {
        switch slot.place {
        case .channel(let channel, _): channelNumbers[channel]
        case .session: unitNumbers[slot.unit]
        }
    }

    func place(of occupied: OccupiedPlace) -> Int? { channelNumbers[occupied.channel] }

    /// A lane for each place, with what lies outside the campaign already in it.
    func lanes() -> [Lane] {
        var lanes = places.map { place in
            guard case .channel(let channel, _) = place else { return Lane(minutesApart: place.minutesApart) }
            return Lane(
                minutesApart: place.minutesApart, dailyLimit: channel.dailyLimit, spacing: request.playbook.spacing)
        }
        for occupied in request.occupied {
            guard let place = place(of: occupied) else { continue }
            lanes[place].take(occupied.day, occupied.time, material: catalogue.number(of: occupied.material))
        }
        return lanes
    }

    /// The first day of the observance that can still be planned.
    var firstDay: Day { max(request.range.first, request.today ?? request.range.first) }
}

/// A channel to post on, or a unit to hold sessions at.
enum PlanningPlace {
    case channel(PlanningChannel, OpenTimes)
    case unit(PlanningUnit)

    var id: Slug {
        switch self {
        case .channel(let channel, _): channel.id
        case .unit(let unit): unit.id
        }
    }

    var name: LocalizedText {
        switch self {
        case .channel(let channel, _): channel.name
        case .unit(let unit): unit.name
        }
    }

    /// From one entry to the next.
    var minutesApart: Int {
        switch self {
        case .channel(let channel, _): max(1, channel.minutesApart)
        case .unit: SessionHours.minutesApart
        }
    }

    /// Those of `wanted` that can be reached here, sorted: at a session whoever is invited.
    func reached(of wanted: [Slug]) -> [Slug] {
        switch self {
        case .channel(let channel, _): channel.reached(of: wanted)
        case .unit: Set(wanted).sorted()
        }
    }

    func openTimes(for slot: SlotPlace) -> OpenTimes {
        switch (self, slot) {
        case (.channel(_, let times), _): times
        case (.unit, .session(let form, _)): SessionHours.times(for: form)
        case (.unit, .channel): OpenTimes(week: Array(repeating: [], count: 7))
        }
    }
}
