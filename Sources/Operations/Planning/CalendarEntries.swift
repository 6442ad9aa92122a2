public import Outreach
import Storage

/// What a stretch of the calendar holds, as far as the caller may see it.
public struct CalendarEntries: Sendable {
    /// By moment; of a day no more than were asked for.
    public let posts: [CalendarPost]
    /// How many posts a day holds, where ``posts`` may hold fewer.
    public let postsOfDay: [Day: Int]
    /// By day: those that are no posts yet, sessions among them.
    public let slots: [CalendarSlot]
    /// By first day; those that touch the stretch.
    public let observances: [ObservanceOccurrence]
    /// Whether there was more than the limit, so that something is left out.
    public let isCut: Bool
}

extension Workspace {
    /// Posts, slots and observances of some days.
    ///
    /// - Throws: ``OrganisationError`` for a unit that is unknown or not the caller's,
    ///   ``PlanningError/unknownCampaign(_:known:)``, ``PublishingError/unknownChannel(_:known:)``.
    public func calendarEntries(_ filter: CalendarFilter, as caller: Caller) async throws -> CalendarEntries {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            if let channel = filter.channel { _ = try channels.require(channel, in: tx) }
            if let campaign = filter.campaign { _ = try tx.requireCampaign(campaign, visibleTo: caller) }
            let units = try tx.visibleUnits(within: filter.unit, to: caller)
            let (posts, counts) = try calendarPosts(filter, units: units, in: tx)
            let slots = try openSlots(filter, units: units, as: caller, in: tx)
            return CalendarEntries(
                posts: Array(posts.prefix(filter.limit)), postsOfDay: counts, slots: Array(slots.prefix(filter.limit)),
                observances: try tx.observances(touching: filter.range),
                isCut: posts.count > filter.limit || slots.count > filter.limit)
        }
    }

    private func calendarPosts(
        _ filter: CalendarFilter, units: [Slug]?, in tx: ReadTransaction
    ) throws -> ([CalendarPost], [Day: Int]) {
        guard let most = filter.mostOfDay, filter.state != .planned else {
            return (try tx.calendarPosts(postFilter(filter, units: units)), [:])
        }
        var posts: [CalendarPost] = []
        var counts: [Day: Int] = [:]
        for day in filter.range.days {
            var ofDay = filter
            ofDay.range = DayRange(day)
            let found = try tx.calendarPosts(postFilter(ofDay, units: units), first: most)
            posts += found.posts
            counts[day] = found.count
        }
        return (posts, counts)
    }

    private func postFilter(_ filter: CalendarFilter, units: [Slug]?) -> PostFilter {
        var posts = PostFilter()
        posts.units = units
        posts.channel = filter.channel
        posts.campaign = filter.campaign
        posts.from = zone.instant(filter.range.first, .midnight)
        posts.before = zone.instant(filter.range.last + 1, .midnight)
        posts.limit = filter.limit + 1
        switch filter.state {
        case .post(let state): posts.states = [state]
        case .planned: posts.limit = 0
        case nil: break
        }
        return posts
    }

    private func openSlots(
        _ filter: CalendarFilter, units: [Slug]?, as caller: Caller, in tx: ReadTransaction
    ) throws -> [CalendarSlot] {
        if case .post = filter.state { return [] }
        // Whoever answers for a campaign sees all of it; within one unit only what is the unit's.
        let campaigns = filter.unit == nil ? try tx.campaigns(visibleTo: caller).map(\.id) : []
        return try tx.openSlots(
            in: filter.range, units: units, campaigns: campaigns, only: filter.campaign, limit: filter.limit + 1
        ).filter { filter.channel == nil || $0.slot.channel == filter.channel }
    }
}

extension ReadTransaction {
    /// Occurrences that lie in these days at least in part, by first day; none outside the years of the lunar calendar.
    func observances(touching range: DayRange) throws -> [ObservanceOccurrence] {
        let all = try documents(Observance.self)
        return ((range.first.year - 1)...range.last.year)
            .filter(LunarCalendar.supportedYears.contains)
            .flatMap { all.occurrences(in: $0) }
            .filter { $0.dates.overlaps(range) }
    }
}
