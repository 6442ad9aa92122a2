import Documents
public import Outreach
import Storage

/// What a feed gives out now.
public struct FeedFile: Sendable, Hashable {
    public let bytes: [UInt8]
    /// Over the bytes: the same as long as nothing in them changes.
    public let hash: ContentHash
    /// Not before the last change of what is in it.
    public let changedAt: Instant
}

extension Workspace {
    /// The file behind a feed's code: what its maker may see at this moment. Nil where the code does not hold, is of
    /// the other kind, or its maker may no longer see what it is narrowed to.
    ///
    /// - Parameter address: the absolute address of a path.
    public func feedFile(
        code: String, kind: FeedKind, address: @Sendable @escaping (String) -> String
    ) async throws -> FeedFile? {
        guard let (caller, feed) = try await feed(code: code), feed.kind == kind else { return nil }
        do {
            let bytes =
                switch kind {
                case .calendar: try await calendarFile(of: feed, as: caller, address: address)
                case .atom: try await atomFile(of: feed, as: caller, code: code, address: address)
                }
            // The calendar's stretch moves on at midnight, whether anything changed or not.
            let change = try await database.read { try $0.lastChange() } ?? feed.madeAt
            return FeedFile(
                bytes: bytes, hash: ContentHash.sha256(of: bytes),
                changedAt: max(change, zone.instant(today, .midnight)))
        } catch is OrganisationError {
            return nil
        } catch let error as PlanningError where error.kind == .notFound {
            return nil
        } catch let error as PublishingError where error.kind == .notFound {
            return nil
        }
    }

    private func calendarFile(
        of feed: Feed, as caller: Caller, address: @Sendable @escaping (String) -> String
    ) async throws -> [UInt8] {
        guard let range = DayRange(today - 31, today + 366) else { return [] }
        var filter = CalendarFilter(range: range)
        filter.unit = feed.filter.unit
        filter.channel = feed.filter.channel
        filter.campaign = feed.filter.campaign
        filter.limit = 2000
        let entries = try await calendarEntries(filter, as: caller)
        let events = try await database.read { try calendarEvents(of: entries, address: address, in: $0) }
        return ICalendar(name: try await name(of: feed), events: events, refreshMinutes: 60).bytes
    }

    /// What came out, newest first.
    private func atomFile(
        of feed: Feed, as caller: Caller, code: String, address: @Sendable @escaping (String) -> String
    ) async throws -> [UInt8] {
        let channelNames = try await allChannels()
        let tree = try await unitTree()
        let posts = try await database.read { tx in
            try tx.authorise(caller, .view)
            var filter = PostFilter()
            filter.units = try tx.visibleUnits(within: feed.filter.unit, to: caller)
            filter.channel = feed.filter.channel
            if let campaign = feed.filter.campaign {
                filter.campaign = try tx.requireCampaign(campaign, visibleTo: caller).id
            }
            filter.states = [.posted]
            filter.limit = 50
            let withdrawn = Set(try tx.takeDowns().map(\.post))
            return try tx.newestPosts(filter).filter { !withdrawn.contains($0.id) }
        }
        let entries = posts.map { post in
            let link = post.receipt?.link.flatMap { $0.isWebAddress ? $0 : nil }
            return AtomEntry(
                id: "urn:uuid:\(post.id)", title: post.title, text: post.text,
                link: link ?? address("/posts/\(post.id)"),
                author: tree.name(of: post.unit)?(calendarLanguage) ?? post.unit.description,
                category: channelNames.first { $0.slug == post.channel }?.channel.name(calendarLanguage)
                    ?? post.channel.description,
                at: post.receipt?.at ?? post.moment)
        }
        return AtomFeed(
            id: "urn:uuid:\(feed.id)", title: try await name(of: feed), address: address("/feeds/\(code).atom"),
            updated: entries.map(\.at).max() ?? feed.madeAt, entries: entries
        ).bytes
    }

    /// The workspace and what the feed is narrowed to.
    private func name(of feed: Feed) async throws -> String {
        let parts = try await database.read { tx -> [String?] in
            [
                try feed.filter.unit.flatMap { try tx.unitTree().name(of: $0) }?(calendarLanguage),
                try feed.filter.channel.flatMap { try channels.channels(in: tx)[$0] }?.channel.name(calendarLanguage),
                try feed.filter.campaign.flatMap { try tx.campaign($0) }?.name(calendarLanguage),
            ]
        }
        return ([settings.name ?? "Loa"] + parts.compactMap(\.self)).joined(separator: " · ")
    }
}

extension String {
    fileprivate var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
