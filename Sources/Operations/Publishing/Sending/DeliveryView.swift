public import Outreach
import Storage

/// How sending goes, for the people who answer for it.
public struct DeliveryView: Sendable {
    /// Waiting although their moment has passed, each with what keeps it; the longest waiting first.
    public let overdue: [PostExplanation]
    /// Of which nobody knows whether they are out, with what is known; the oldest first.
    public let unknown: [PostExplanation]
    /// Being sent by a process that is gone; the oldest first.
    public let stuck: [PostExplanation]
    public let overdueCount: Int
    public let unknownCount: Int
    public let waiting: Int
    public let sending: Int
    /// The last two weeks, today included.
    public let days: [DeliveryDay]
    public let resting: [HostState]
    /// Channels that are switched off, and why.
    public let switchedOff: [Slug: Message]
}

extension Workspace {
    /// As far as the caller's units have it.
    public func deliveryView(as caller: Caller) async throws -> DeliveryView {
        let (now, today, zone) = (now, today, zone)
        return try await database.read { tx in
            try tx.authorise(caller, .view)
            let units = try tx.visibleUnits(within: nil, to: caller)
            var filter = PostFilter()
            filter.units = units
            filter.states = [.approved, .retrying]
            filter.before = now - ObstacleSearch.usual
            let known = try channels.channels(in: tx)
            let byHand = known.values.filter { $0.webhook == nil }.map(\.slug).sorted()
            let late = try tx.posts(filter).filter { !byHand.contains($0.channel) }
            var all = PostFilter()
            all.units = units
            all.states = [.approved, .retrying, .sending, .unknown]
            let counts = try tx.postCounts(all)
            var open = PostFilter()
            open.units = units
            open.states = [.unknown]
            open.limit = 20
            guard let days = DayRange(today - 13, today) else { throw WorkspaceError.badName }
            let visible = Set(known.values.filter { units?.contains($0.channel.unit) ?? true }.map(\.slug))
            let stuck = try stuckPosts(in: tx).filter { units?.contains($0.unit) ?? true }.prefix(20)
            return DeliveryView(
                overdue: try late.prefix(20).map { try explanation(of: $0, in: tx) },
                unknown: try tx.posts(open).map { try explanation(of: $0, in: tx) },
                stuck: try stuck.map { try explanation(of: $0, in: tx) }, overdueCount: late.count,
                unknownCount: counts[.unknown] ?? 0,
                waiting: (counts[.approved] ?? 0) + (counts[.retrying] ?? 0), sending: counts[.sending] ?? 0,
                days: try tx.deliveryDays(days, in: zone, units: units, excluding: byHand),
                resting: try tx.restingHosts(),
                switchedOff: try tx.disabledChannels().filter { visible.contains($0.key) })
        }
    }
}
