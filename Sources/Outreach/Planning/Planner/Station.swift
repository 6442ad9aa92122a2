/// One slot of the playbook at one place: what all its turns share.
struct Station {
    let slot: PlaybookSlot
    /// A number in the ground's places.
    let place: Int
    let unit: Slug
    let slotPlace: SlotPlace
    /// Those of the slot's audiences that are reached here.
    let audiences: [Slug]

    /// Nil where this place cannot take the slot.
    init?(_ slot: PlaybookSlot, for wanted: [Slug], at place: PlanningPlace, number: Int) {
        switch (slot.form, place) {
        case (.posts(let kinds), .channel(let channel, _)):
            audiences = channel.reached(of: wanted)
            guard kinds.contains(channel.kind), !audiences.isEmpty || wanted.isEmpty else { return nil }
            unit = channel.unit
            slotPlace = .channel(channel.id, channel.kind)
        case (.session(let form, let level), .unit(let host)):
            guard host.holdsSessions, level == nil || host.level == nil || level == host.level else { return nil }
            audiences = Set(wanted).sorted()
            unit = host.id
            slotPlace = .session(form, level: level)
        default: return nil
        }
        self.slot = slot
        self.place = number
    }

    var need: MaterialNeed {
        MaterialNeed(place: slotPlace, criteria: slot.materials, audiences: audiences)
    }
}

/// One turn of a station, on the day the playbook wants it.
struct Wish {
    /// A number in the stations.
    let station: Int
    let key: String
    let day: Day
}

/// A turn that stands elsewhere than it was wanted.
struct SlotMove {
    let wish: Wish
    let station: Station
    let day: Day
    let time: TimeOfDay
    let obstacle: Obstacle
}

/// A playbook unfolded over the places of a campaign.
struct Stations {
    private(set) var all: [Station] = []
    /// What is to be planned, in the order of the calendar.
    private(set) var wishes: [Wish] = []
    /// Slots that find no place, and turns on days gone by.
    private(set) var notes: [PlanNote] = []

    /// Unfolds everything but the slots a person has settled already.
    init(_ ground: PlanningGround, besides kept: Set<String>) {
        for slot in ground.request.playbook.slots.sorted(by: { $0.id < $1.id }) {
            unfold(slot, over: ground, besides: kept)
        }
        wishes.sort {
            ($0.day, all[$0.station].slot.time, $0.station) < ($1.day, all[$1.station].slot.time, $1.station)
        }
    }

    private mutating func unfold(_ slot: PlaybookSlot, over ground: PlanningGround, besides kept: Set<String>) {
        let request = ground.request
        let wanted = slot.audiences.isEmpty ? request.playbook.audiences : slot.audiences
        let stations = ground.places.enumerated().compactMap { number, place in
            Station(slot, for: wanted, at: place, number: number)
        }
        if stations.isEmpty { notes.append(ground.noPlace(for: slot)) }
        var past = 0
        for (turn, day) in slot.days.days(in: request.range).enumerated() {
            let isPast = request.today.map { day < $0 } ?? false
            for (number, station) in stations.enumerated() {
                let key = SlotKey.planned(slot.id, place: ground.places[station.place].id, turn: turn + 1)
                if kept.contains(key) { continue }
                if isPast { past += 1 } else { wishes.append(Wish(station: all.count + number, key: key, day: day)) }
            }
        }
        if past > 0 { notes.append(ground.past(slot, turns: past)) }
        all += stations
    }
}
