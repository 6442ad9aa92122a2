import Operations
import Outreach

/// The names behind the ids that planning pages show.
struct PlanningNames: Sendable {
    let tree: UnitTree
    let channels: [Slug: ResolvedChannel]
    private let audiences: [Slug: LocalizedText]
    private let language: Language

    init(_ visit: Visit) async throws {
        tree = try await visit.workspace.unitTree()
        let all = try await visit.workspace.allChannels()
        channels = Dictionary(all.map { ($0.slug, $0) }) { first, _ in first }
        let taxonomy = try await visit.workspace.taxonomy()
        audiences = Dictionary(taxonomy.audiences.map { ($0.id, $0.name) }) { first, _ in first }
        language = visit.language
    }

    func unit(_ id: Slug) -> String { tree.name(of: id)?(language) ?? id.description }

    func channel(_ id: Slug) -> String { channels[id]?.channel.name(language) ?? id.description }

    func audience(_ id: Slug) -> String { audiences[id]?(language) ?? id.description }

    /// The channel of a slot, or the unit that holds the session.
    func place(of slot: Slot) -> String { slot.channel.map(channel) ?? unit(slot.unit) }

    /// The channels of some units to choose from, by unit.
    func channelChoices(of units: Set<Slug>) -> [Choice] {
        channels.values.filter { units.contains($0.channel.unit) }
            .map { channel in
                Choice(
                    value: channel.slug.description, label: channel.channel.name(language),
                    group: unit(channel.channel.unit))
            }
            .inOrder { "\($0.group ?? "")\t\($0.label)" }
    }

    /// Units and committees to choose from.
    func unitChoices(_ me: Me, _ permission: Permission, words: (units: String, committees: String)) -> [Choice] {
        let committees = me.committees(for: permission).map {
            Choice(value: $0.description, label: unit($0), group: words.committees)
        }
        let units = me.units(for: permission).map {
            Choice(value: $0.description, label: unit($0), group: words.units)
        }
        return committees.inOrder(of: \.label) + units.inOrder(of: \.label)
    }
}

extension Visit {
    /// The headings under which ``PlanningNames/unitChoices(_:_:words:)`` puts its entries.
    var unitGroups: (units: String, committees: String) {
        (t("Đơn vị", "Units"), t("Ban chỉ đạo", "Committees"))
    }
}

extension Formats {
    /// `01/06 – 30/06/2026`; one day alone where it is one.
    func range(_ range: DayRange) -> String {
        if range.first == range.last { return day(range.first) }
        let first = range.first.year == range.last.year ? shortDay(range.first) : day(range.first)
        return "\(first) – \(day(range.last))"
    }

    /// `15/8`, with the leap month marked; nothing outside the years the lunar calendar is verified for.
    func lunar(_ day: Day) -> String? {
        (try? LunarCalendar.lunar(of: day)).map { "\($0.day)/\($0.month)\($0.isLeap ? leap : "")" }
    }

    private var leap: String { language == .vietnamese ? " nhuận" : " leap" }

    /// `Thứ hai 01/06/2026`
    func fullDay(_ day: Day) -> String { "\(weekday(day)) \(self.day(day))" }

    /// Monday to Sunday, in a word or two: T2 … CN, Mon … Sun.
    func shortWeekday(_ isoWeekday: Int) -> String {
        switch language {
        case .vietnamese: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"][isoWeekday - 1]
        case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][isoWeekday - 1]
        }
    }
}

extension DutyForm {
    var words: Message {
        switch self {
        case .material(let kind): kind.words
        case .channel(let kind): kind.words
        case .session(let form): form.words
        }
    }
}

extension DutyPeriod {
    var words: Message {
        switch self {
        case .month: Message(vi: "hằng tháng", en: "every month")
        case .halfYear: Message(vi: "6 tháng một lần", en: "every half-year")
        case .year: Message(vi: "hằng năm", en: "every year")
        }
    }
}

extension Slot {
    /// What it leads to, in words: a session's form and level; nothing for a post.
    var sessionWords: Message? {
        guard case .session(let form, let level) = place else { return nil }
        guard let level else { return form.words }
        return Message(
            vi: "\(form.words.vietnamese), \(level.words.vietnamese)",
            en: "\(form.words.english), \(level.words.english)")
    }

    /// Its page. A key is always three parts: what, place, turn.
    func path(in campaign: Slug) -> String { "/campaigns/\(campaign)/slots/\(key)" }

    /// Its anchor on the campaign's page.
    var anchor: String { "slot-\(key)" }
}
