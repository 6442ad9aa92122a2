public import Outreach

extension PlanningRequest {
    /// A campaign over many communes, to measure planning with: made of numbers alone, the same for the same seed.
    ///
    /// Every channel wants one post a day, some of them also in quiet hours, on Sundays or beyond the daily limit, so
    /// that the planner has to move, push and rotate as it does for real campaigns.
    ///
    /// - Parameters:
    ///   - communes: Units that take part and hold sessions.
    ///   - days: The length of the observance, from 1 June 2026.
    ///   - channelsPerCommune: Social, portal, loudspeaker and print in turn.
    ///   - materials: The size of the library.
    ///   - seed: Decides audiences, topics, validity and posts outside the campaign.
    public static func synthetic(
        communes: Int, days: Int, channelsPerCommune: Int, materials: Int, seed: UInt64
    ) -> PlanningRequest? {
        var random = SeededNumbers(seed: seed)
        let first = Day(julianDay: SyntheticPlanning.firstDay)
        let units = (1...max(1, communes)).compactMap(SyntheticPlanning.unit)
        let channels = units.flatMap { unit in
            (0..<max(0, channelsPerCommune)).compactMap { SyntheticPlanning.channel($0, of: unit) }
        }
        guard let campaign = Slug("synthetic"), let playbook = SyntheticPlanning.playbook,
            let range = DayRange(first, first + (max(1, days) - 1))
        else { return nil }
        return PlanningRequest(
            campaign: campaign,
            playbook: playbook,
            range: range,
            units: units,
            channels: channels,
            library: (1...max(1, materials)).compactMap { SyntheticPlanning.material($0, using: &random) },
            occupied: channels.indices.filter { $0 % 5 == 0 }.compactMap { number in
                SyntheticPlanning.time(hour: 8).map {
                    let day = range.first + Int.random(in: 0..<range.count, using: &random)
                    return OccupiedPlace(channel: channels[number].id, day: day, time: $0, material: nil)
                }
            })
    }
}

/// The parts of the synthetic campaign.
private enum SyntheticPlanning {
    /// 1 June 2026 as a Julian day number.
    static let firstDay = 2_461_193

    private static let topics = (1...20).compactMap { Slug("topic-\($0)") }
    private static let audiences = (1...12).compactMap { Slug("audience-\($0)") }
    private static let levels: [SchoolLevel] = [.primary, .lowerSecondary]

    static func time(hour: Int, minute: Int = 0) -> TimeOfDay? { TimeOfDay(minutes: hour * 60 + minute) }

    static func unit(_ number: Int) -> PlanningUnit? {
        Slug("commune-\(number)").map { PlanningUnit(id: $0, name: name("Xã \(number)"), holdsSessions: true) }
    }

    static func channel(_ number: Int, of unit: PlanningUnit) -> PlanningChannel? {
        let kind = ChannelKind.allCases[number % ChannelKind.allCases.count]
        let quiet = time(hour: 21, minute: 30).flatMap { from in
            time(hour: 6).flatMap { ClockSpan(from: from, to: $0) }
        }
        return Slug("\(unit.id.description)-\(kind.rawValue)-\(number)").map { id in
            PlanningChannel(
                id: id,
                name: name("Kênh \(number + 1), \(unit.name.vi)"),
                unit: unit.id,
                kind: kind,
                hours: PostingHours(windows: kind == .loudspeaker ? broadcasts : [], quietHours: quiet),
                dailyLimit: 2)
        }
    }

    /// Morning and late afternoon, Sundays in silence.
    private static var broadcasts: [PostingWindow] {
        guard let days = PostingDays(isoWeekdays: Set(1...6)) else { return [] }
        return [(5, 7), (16, 18)].compactMap { from, to in
            guard let from = time(hour: from), let to = time(hour: to), let span = ClockSpan(from: from, to: to) else {
                return nil
            }
            return PostingWindow(days: days, span: span)
        }
    }

    static func material(_ number: Int, using random: inout SeededNumbers) -> PlanningMaterial? {
        let kind = MaterialKind.allCases[number % MaterialKind.allCases.count]
        let from = Day(julianDay: firstDay + Int.random(in: -30...10, using: &random))
        let level = kind == .sessionKit ? levels.randomElement(using: &random) : nil
        let audiences = audiences.shuffled(using: &random).prefix(4)
        let topics = topics.shuffled(using: &random).prefix(4)
        let kinds = ChannelKind.allCases.shuffled(using: &random).prefix(3)
        return Slug("material-\(number)").map { slug in
            PlanningMaterial(
                slug: slug,
                title: name("Tài liệu \(number)"),
                kind: kind,
                audiences: Array(audiences),
                topics: Array(topics),
                channelKinds: Array(kinds),
                validity: Validity(from: from, until: from + 60),
                level: level)
        }
    }

    static var playbook: Playbook? {
        guard let id = Slug("synthetic-playbook"), let observance = Slug("synthetic-observance") else { return nil }
        let talks = levels.compactMap { level in
            let criteria = MaterialCriteria(kinds: [.sessionKit])
            return slot("talk-\(level.rawValue)", every: 7, hour: 8, .session(.schoolSession, level: level), criteria)
        }
        let posts = ChannelKind.allCases.enumerated().flatMap { number, kind in
            [
                slot("daily-\(kind.rawValue)", every: 1, hour: 7, .posts([kind]), criteria(number)),
                slot("night-\(kind.rawValue)", every: 9, hour: 22, .posts([kind]), criteria(number + 4)),
            ]
            .compactMap(\.self)
        }
        return Playbook(
            id: id, name: name("Kịch bản thử"), observance: observance, audiences: audiences, hotlineEvery: 7,
            spacing: 7, slots: talks + posts)
    }

    private static func slot(
        _ id: String, every: Int, hour: Int, _ form: SlotForm, _ materials: MaterialCriteria
    ) -> PlaybookSlot? {
        guard let slug = Slug(id), let time = time(hour: hour, minute: 30) else { return nil }
        return PlaybookSlot(
            id: slug, what: name("Mục \(id)"), why: name("Để đo."),
            days: PlaybookDays(from: .day(0), to: .last, every: every), time: time, form: form, materials: materials,
            audiences: [])
    }

    private static func criteria(_ number: Int) -> MaterialCriteria {
        MaterialCriteria(topics: Array((topics + topics)[number..<number + 10]))
    }

    private static func name(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed on every machine.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
