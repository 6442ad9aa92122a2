import Outreach
import Testing

/// Parts of a small campaign in June 2026, which begins on a Monday.
enum PlanningFixture {
    static func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }
    static func slugs(_ texts: [String]) throws -> [Slug] { try texts.map(slug) }
    static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

    /// A day of June 2026.
    static func june(_ day: Int) throws -> Day { try #require(Day(year: 2026, month: 6, day: day)) }

    static func name(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }

    static func span(_ from: String, _ to: String) throws -> ClockSpan {
        try #require(ClockSpan(from: time(from), to: time(to)))
    }

    static func window(_ days: String, _ from: String, _ to: String) throws -> PostingWindow {
        PostingWindow(days: try #require(PostingDays(days)), span: try span(from, to))
    }

    static func unit(
        _ id: String = "commune", holdsSessions: Bool = true, level: SchoolLevel? = nil
    ) throws -> PlanningUnit {
        PlanningUnit(id: try slug(id), name: name(id), holdsSessions: holdsSessions, level: level)
    }

    static func channel(
        _ id: String = "page",
        of unit: String = "commune",
        _ kind: ChannelKind = .social,
        for audiences: [String] = [],
        hours: PostingHours = .always,
        dailyLimit: Int? = nil
    ) throws -> PlanningChannel {
        PlanningChannel(
            id: try slug(id), name: name(id), unit: try slug(unit), kind: kind, audiences: try slugs(audiences),
            hours: hours, dailyLimit: dailyLimit)
    }

    static func material(
        _ id: String,
        _ kind: MaterialKind = .article,
        for audiences: [String] = ["parents"],
        about topics: [String] = ["rights"],
        on channelKinds: [ChannelKind] = [.social],
        valid validity: Validity = .always,
        level: SchoolLevel? = nil,
        timesUsed: Int = 0
    ) throws -> PlanningMaterial {
        PlanningMaterial(
            slug: try slug(id), title: name(id), kind: kind, audiences: try slugs(audiences),
            topics: try slugs(topics), channelKinds: channelKinds, validity: validity, level: level,
            timesUsed: timesUsed)
    }

    static func slot(
        _ id: String = "launch",
        days: PlaybookDays = PlaybookDays(from: .day(0)),
        at time: String = "07:30",
        as form: SlotForm = .posts([.social]),
        kinds: [MaterialKind] = [],
        topics: [String] = [],
        only materials: [String] = [],
        for audiences: [String] = ["parents"]
    ) throws -> PlaybookSlot {
        PlaybookSlot(
            id: try slug(id), what: name("What \(id)"), why: name("Why \(id)."), days: days,
            time: try self.time(time), form: form,
            materials: MaterialCriteria(kinds: kinds, topics: try slugs(topics), slugs: try slugs(materials)),
            audiences: try slugs(audiences))
    }

    /// One unit, one page open at all hours and one article, with no rule beyond what a test sets.
    static func request(
        _ slots: [PlaybookSlot],
        audiences: [String] = [],
        hotlineEvery: Int = 0,
        spacing: Int = 0,
        lastDay: Int = 30,
        units: [PlanningUnit]? = nil,
        channels: [PlanningChannel]? = nil,
        library: [PlanningMaterial]? = nil
    ) throws -> PlanningRequest {
        PlanningRequest(
            campaign: try slug("june"),
            playbook: Playbook(
                id: try slug("action-month"), name: name("Action Month"), observance: try slug("action-month"),
                audiences: try slugs(audiences), hotlineEvery: hotlineEvery, spacing: spacing, slots: slots),
            range: try #require(DayRange(june(1), june(lastDay))),
            units: try units ?? [unit()],
            channels: try channels ?? [channel()],
            library: try library ?? [material("article")])
    }

    static func daily(through last: PlaybookDay = .last, every: Int = 1) -> PlaybookDays {
        PlaybookDays(from: .day(0), to: last, every: every)
    }
}

extension PlanProposal {
    func notes(_ kind: PlanNote.Kind) -> [PlanNote] { notes.filter { $0.kind == kind } }

    /// Day of the month and time of every slot.
    var moments: [String] { slots.map { "\($0.day.day) \($0.time)" } }

    var materials: [String?] { slots.map { $0.material?.description } }
}
