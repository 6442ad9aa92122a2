public import Outreach
import Storage
import Synchronization

/// The channels as they were imported, read again only after an import changed them.
final class ChannelCatalogue: Sendable {
    private struct Reading {
        let version: String
        let channels: [Slug: ResolvedChannel]
    }

    private let last = Mutex<Reading?>(nil)

    func channels(in tx: ReadTransaction) throws -> [Slug: ResolvedChannel] {
        let version = try tx.channelVersion()
        if let known = last.withLock({ $0 }), known.version == version { return known.channels }
        let channels = Dictionary(try tx.channelFolder().resolved.map { ($0.slug, $0) }) { first, _ in first }
        last.withLock { $0 = Reading(version: version, channels: channels) }
        return channels
    }

    /// - Throws: ``PublishingError/unknownChannel(_:known:)``.
    func require(_ slug: Slug, in tx: ReadTransaction) throws -> ResolvedChannel {
        let channels = try channels(in: tx)
        guard let channel = channels[slug] else {
            throw PublishingError.unknownChannel(slug, known: channels.keys.sorted())
        }
        return channel
    }
}

extension Workspace {
    /// All channels by slug, whatever unit they belong to.
    public func allChannels() async throws -> [ResolvedChannel] {
        try await database.read { try channels.channels(in: $0).values.sorted { $0.slug < $1.slug } }
    }
}
