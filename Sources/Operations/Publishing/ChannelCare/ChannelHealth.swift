public import Outreach
import Storage

/// How a channel does: what it sent, what waits for it, and since when it fails.
public struct ChannelHealth: Sendable {
    public let status: ChannelStatus
    public let traffic: ChannelTraffic
    /// Whether it may post now, by its windows.
    public let isOpen: Bool
    /// When it opens next; nil where it is open or never opens.
    public let nextOpening: Instant?
    public let holds: [Hold]
    /// Until when its receiver asked to be left alone; nil where it did not, or where that is over.
    public let restsUntil: Instant?
}

extension Workspace {
    /// These channels, as far as the caller's units have them, and how they do.
    public func channelHealths(_ slugs: Set<Slug>, as caller: Caller) async throws -> [ChannelHealth] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            return try healths(
                of: channels.channels(in: tx).values.filter { slugs.contains($0.slug) }, as: caller, in: tx)
        }
    }

    public func channelHealth(_ slug: Slug, as caller: Caller) async throws -> (health: ChannelHealth, mayEdit: Bool) {
        try await database.read { tx in
            let channel = try channels.require(slug, in: tx)
            // Another unit's channel is as if it did not exist.
            guard let health = try healths(of: [channel], as: caller, in: tx).first else {
                throw PublishingError.unknownChannel(slug, known: [])
            }
            return (health, try tx.may(caller, .edit, for: channel.channel.unit, in: try tx.unitTree()))
        }
    }

    private func healths(
        of wanted: [ResolvedChannel], as caller: Caller, in tx: ReadTransaction
    ) throws -> [ChannelHealth] {
        let tree = try tx.unitTree()
        let (switches, holds) = (try tx.channelSwitches(), try tx.holds())
        let (day, time, _) = zone.clock(of: now)
        let units = try tx.visibleUnits(within: nil, to: caller).map(Set.init)
        let channels = wanted.filter { units?.contains($0.channel.unit) ?? true }.sorted { $0.slug < $1.slug }
        let traffic = try tx.traffic(of: channels.map(\.slug), at: now)
        return try channels.map { channel in
            let isOpen = channel.hours.isOpen(at: day, time)
            let opening = isOpen ? nil : channel.hours.nextOpening(from: day, time)
            return ChannelHealth(
                status: status(of: channel, switchedOff: switches[channel.slug]),
                traffic: traffic[channel.slug] ?? .none, isOpen: isOpen,
                nextOpening: opening.map { zone.instant($0.day, $0.time) },
                holds: holds.filter { $0.scope.covers(channel.channel, in: tree) },
                restsUntil: try askedRest(of: channel, in: tx)?.until)
        }
    }
}

extension HoldScope {
    /// Whether a hold of this scope keeps the whole channel from sending.
    func covers(_ channel: Channel, in tree: UnitTree) -> Bool {
        switch self {
        case .everything: true
        case .unit(let unit): tree.isSubject(channel.unit, within: unit)
        case .channel(let slug): channel.slug == slug
        case .campaign, .post: false
        }
    }
}
