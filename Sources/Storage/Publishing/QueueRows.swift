public import Outreach

/// Which posts may be sent now: of these channels, and under no hold.
public struct SendingScope: Sendable, Hashable {
    public var channels: Set<Slug>
    public var heldUnits: Set<Slug> = []
    public var heldCampaigns: Set<Slug> = []
    public var heldPosts: Set<Identifier<Post>> = []

    public init(channels: Set<Slug>) {
        self.channels = channels
    }

    /// What keeps held posts out; begins with `AND` where there is anything.
    var unheld: (condition: String, arguments: [any SQLConvertible]) {
        let marks = { (count: Int) in repeatElement("?", count: count).joined(separator: ", ") }
        var condition = ""
        var arguments: [any SQLConvertible] = []
        if !heldUnits.isEmpty {
            condition += " AND unit NOT IN (\(marks(heldUnits.count)))"
            arguments += heldUnits.sorted()
        }
        if !heldCampaigns.isEmpty {
            condition += " AND (campaign IS NULL OR campaign NOT IN (\(marks(heldCampaigns.count))))"
            arguments += heldCampaigns.sorted()
        }
        if !heldPosts.isEmpty {
            condition += " AND posts.id NOT IN (\(marks(heldPosts.count)))"
            arguments += heldPosts.sorted()
        }
        return (condition, arguments)
    }
}

/// The queue of each channel: posts that are approved or to be tried again, by when they fall due.
extension ReadTransaction {
    /// Posts of a channel that may be sent now, oldest first.
    public func duePosts(on channel: Slug, _ scope: SendingScope, until now: Instant, limit: Int) throws -> [Post] {
        guard scope.channels.contains(channel), limit > 0 else { return [] }
        let (condition, arguments) = scope.unheld
        return try posts(
            "WHERE channel = ? AND due_at <= ? AND claims.post IS NULL\(condition) ORDER BY due_at, posts.id LIMIT ?",
            [channel, now] + arguments + [limit])
    }

    /// When the next post of a channel falls due; in the past for one that is due already.
    public func nextDue(on channel: Slug, _ scope: SendingScope) throws -> Instant? {
        guard scope.channels.contains(channel) else { return nil }
        let (condition, arguments) = scope.unheld
        return try queryOne(
            """
            SELECT due_at FROM \(PostRow.source)
            WHERE channel = ? AND due_at IS NOT NULL AND claims.post IS NULL\(condition) ORDER BY due_at LIMIT 1
            """,
            [channel] + arguments)?.instant("due_at")
    }

    /// Posts of all channels that may be sent now, oldest first.
    public func duePosts(_ scope: SendingScope, at now: Instant, limit: Int) throws -> [Post] {
        let posts = try scope.channels.sorted().flatMap { try duePosts(on: $0, scope, until: now, limit: limit) }
        return Array(posts.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }.prefix(limit))
    }
}

extension Post {
    /// When a waiting post falls due.
    public var dueAt: Instant { max(moment, nextAttemptAt ?? moment) }
}
