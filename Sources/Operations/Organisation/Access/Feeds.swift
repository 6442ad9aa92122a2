public import Outreach
import Storage

/// A feed as it was made: the code of its address is shown once and never again.
public struct MadeFeed: Sendable {
    public let code: String
    public let feed: Feed
}

extension MadeFeed: CustomStringConvertible {
    /// Without the code, which no log is to hold.
    public var description: String { "feed \(feed.id)" }
}

extension Workspace {
    /// Makes a secret address for a calendar or news program, of what the caller may see.
    public func makeFeed(_ kind: FeedKind, filter: FeedFilter, as caller: Caller) async throws -> MadeFeed {
        let now = now
        let id = makeID(of: Feed.self)
        return try await database.write { tx in
            let maker = try tx.requirePerson(caller)
            try tx.authorise(caller, .view)
            if let unit = filter.unit {
                try tx.requireUnit(unit)
                try tx.authorise(caller, .view, for: unit)
            }
            if let channel = filter.channel { _ = try channels.require(channel, in: tx) }
            if let campaign = filter.campaign { _ = try tx.requireCampaign(campaign, namedBy: caller) }
            let secret = AccessSecret()
            let feed = Feed(id: id, kind: kind, filter: filter, madeBy: maker.id, madeAt: now)
            try tx.add(feed, codeHash: secret.hash)
            try tx.audit(
                at: now, actor: caller.name, action: "feeds.make", subject: id.description, detail: kind.rawValue)
            return MadeFeed(code: secret.text, feed: feed)
        }
    }

    /// The caller's own feeds; those of everyone for an administrator of the whole workspace.
    public func feeds(as caller: Caller) async throws -> [Feed] {
        try await database.read { tx in
            let person = try tx.requirePerson(caller)
            return try tx.feeds(madeBy: person.mayForWhole(.administer) ? nil : person.id)
        }
    }

    public func revokeFeed(_ id: Identifier<Feed>, as caller: Caller) async throws {
        let now = now
        try await database.write { tx in
            let person = try tx.requirePerson(caller)
            guard let feed = try tx.feed(id), feed.revokedAt == nil,
                feed.madeBy == person.id || person.mayForWhole(.administer)
            else { throw AccessError.unknownFeed }
            try tx.revokeFeed(id, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "feeds.revoke", subject: id.description, detail: feed.kind.rawValue
            )
        }
    }

    /// The feed behind a code, and the caller as whom to fill it: who sees what its maker may see, and changes
    /// nothing. Nil where it does not hold. The day of its use is written down once.
    public func feed(code: String) async throws -> (caller: Caller, feed: Feed)? {
        guard let secret = AccessSecret(code) else { return nil }
        let feed = try await database.read { tx -> Feed? in
            guard let feed = try tx.feed(codeHash: secret.hash), feed.revokedAt == nil,
                try tx.user(feed.madeBy)?.isActive == true
            else { return nil }
            return feed
        }
        guard let feed else { return nil }
        let today = today
        if feed.usedOn != today { try await noteUse { try $0.setFeedUsed(feed.id, on: today) } }
        return (.feed(feed.id), feed)
    }
}
