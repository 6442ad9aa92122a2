import Outreach

/// Random campaigns from a seed: small enough to look at, odd enough to meet every rule.
struct RandomPlanning {
    private typealias Make = PlanningFixture
    private var numbers: PlanningNumbers

    init(seed: UInt64) {
        numbers = PlanningNumbers(seed: seed)
    }

    static let audiences = ["parents", "public", "pupils", "teachers"]
    private static let topics = ["rights", "safety", "hotline-111"]
    private static let units = ["east", "west", "north"]

    mutating func request() throws -> PlanningRequest {
        let slots = try (0..<one(of: 2...6)).map { try slot($0) }
        var request = try Make.request(
            slots, audiences: some(of: Self.audiences), hotlineEvery: one(of: [0, 3, 7]), spacing: one(of: 0...6),
            lastDay: one(of: 1...20), units: units(), channels: channels(),
            library: (0..<one(of: 1...12)).map { try material($0) })
        request.occupied = try (0..<one(of: 0...6)).map { _ in try occupied(request) }
        request.today = try one(of: [nil, nil, Make.june(1) - 3, Make.june(5)])
        return request
    }

    /// The same request with every list in another order.
    mutating func shuffled(_ request: PlanningRequest) -> PlanningRequest {
        var result = request
        result.units.shuffle(using: &numbers)
        result.channels.shuffle(using: &numbers)
        result.library.shuffle(using: &numbers)
        result.kept.shuffle(using: &numbers)
        result.occupied.shuffle(using: &numbers)
        let playbook = request.playbook
        result.playbook = Playbook(
            id: playbook.id, name: playbook.name, observance: playbook.observance,
            audiences: playbook.audiences.shuffled(using: &numbers), hotlineEvery: playbook.hotlineEvery,
            spacing: playbook.spacing, slots: playbook.slots.shuffled(using: &numbers))
        return result
    }

    /// Some of a plan's slots as a person left them: moved anywhere, emptied, dropped or just as they were.
    mutating func edited(_ slots: [Slot]) throws -> [Slot] {
        try some(of: slots).map { slot in
            var slot = slot
            switch one(of: 0...3) {
            case 0: slot.isDropped = true
            case 1: slot.material = nil
            case 2:
                slot.day = try Make.june(one(of: 1...25))
                slot.time = TimeOfDay(minutes: one(of: 0...1439)) ?? .midnight
            default: break
            }
            slot.changedBy = "editor"
            return slot
        }
    }

    private mutating func units() throws -> [PlanningUnit] {
        try Self.units.map {
            try Make.unit($0, holdsSessions: one(of: [true, true, false]), level: one(of: [nil, nil, .primary]))
        }
    }

    private mutating func channels() throws -> [PlanningChannel] {
        try (0..<one(of: 1...5)).map { number in
            let kind = one(of: ChannelKind.allCases)
            let audiences = some(of: one(of: [[], Self.audiences]))
            let hours = try hours()
            return try Make.channel(
                "channel-\(number)", of: one(of: Self.units), kind, for: audiences, hours: hours,
                dailyLimit: one(of: [nil, 1, 2]))
        }
    }

    private mutating func hours() throws -> PostingHours {
        let windows = try [
            Make.window("mon-sun", "05:00", "06:30"), Make.window("tue,thu,sat", "16:10", "18:05"),
            Make.window("fri", "22:00", "02:00"),
        ]
        return PostingHours(
            windows: some(of: one(of: [[], windows])),
            quietHours: one(of: [nil, try Make.span("21:00", "05:30"), try Make.span("11:00", "13:00")]))
    }

    private mutating func material(_ number: Int) throws -> PlanningMaterial {
        let from = try one(of: [nil, Make.june(1), Make.june(8)])
        let until = try one(of: [nil, Make.june(12), Make.june(30)])
        let kind = one(of: MaterialKind.allCases)
        return try Make.material(
            "material-\(number)", kind, for: some(of: Self.audiences), about: some(of: Self.topics),
            on: some(of: ChannelKind.allCases), valid: Validity(from: from, until: until),
            level: kind == .sessionKit ? one(of: [nil, .primary, .lowerSecondary]) : nil, timesUsed: one(of: 0...2))
    }

    private mutating func slot(_ number: Int) throws -> PlaybookSlot {
        let days = one(of: [
            PlaybookDays(from: .day(-4)), PlaybookDays(from: .day(one(of: 0...12))), PlaybookDays(from: .last),
            PlaybookDays(from: .day(0), to: .last, every: one(of: 1...5)),
        ])
        let session = SlotForm.session(one(of: SessionForm.allCases), level: one(of: [nil, .primary, .lowerSecondary]))
        let form = one(of: [SlotForm.posts(some(of: ChannelKind.allCases)), .posts([.social, .portal]), session])
        return try Make.slot(
            "slot-\(number)", days: days, at: one(of: ["07:30", "12:00", "22:15", "00:05"]), as: form,
            kinds: some(of: one(of: [[], MaterialKind.allCases])), topics: some(of: one(of: [[], Self.topics])),
            for: some(of: Self.audiences))
    }

    private mutating func occupied(_ request: PlanningRequest) throws -> OccupiedPlace {
        OccupiedPlace(
            channel: one(of: request.channels).id, day: try Make.june(one(of: 1...20)),
            time: TimeOfDay(minutes: one(of: 0...1439)) ?? .midnight, material: one(of: request.library).slug)
    }

    private mutating func one(of range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    private mutating func one<Element>(of choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &numbers)]
    }

    private mutating func some<Element>(of choices: [Element]) -> [Element] {
        choices.filter { _ in Bool.random(using: &numbers) }
    }
}

/// A linear congruential generator with its upper bits folded in (Knuth, MMIX): the same numbers for the same seed.
struct PlanningNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
        for _ in 0..<4 { _ = next() }
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) | (state << 31)
    }
}
