public import Outreach
import Storage
import Synchronization

/// The channels as they were imported, read again only after an import changed them.
final class ChannelCatalogue: Sendable {
    private struct Reading {
        let version: String
        let channels: [Slug: ResolvedChannel]
        let senders: [Slug: SendingQueue.Sender]
    }

    private struct Description {
        let channel: ResolvedChannel
        let secretFingerprints: [String: String]
        let text: String
    }

    private struct Names {
        let version: String
        let names: [Slug: LocalizedText]
    }

    private let last = Mutex<Reading?>(nil)
    private let lastNames = Mutex<Names?>(nil)
    private let descriptions = Mutex<[Slug: Description]>([:])

    func channels(in tx: ReadTransaction) throws -> [Slug: ResolvedChannel] { try reading(in: tx).channels }

    /// The channels that are switched on and send by themselves.
    func senders(in tx: ReadTransaction) throws -> [Slug: SendingQueue.Sender] { try reading(in: tx).senders }

    /// What channels are called: all that a report asks of them, and read in a small part of the time that all their
    /// presets say takes.
    func names(in tx: ReadTransaction) throws -> [Slug: LocalizedText] {
        let version = try tx.channelVersion()
        if let known = lastNames.withLock({ $0 }), known.version == version { return known.names }
        let names = Names(version: version, names: try tx.channelNames())
        lastNames.withLock { $0 = names }
        return names.names
    }

    private func reading(in tx: ReadTransaction) throws -> Reading {
        let version = try tx.channelVersion()
        if let known = last.withLock({ $0 }), known.version == version { return known }
        let channels = Dictionary(try tx.channelFolder().resolved.map { ($0.slug, $0) }) { first, _ in first }
        let reading = Reading(
            version: version, channels: channels, senders: channels.compactMapValues { SendingQueue.Sender($0) })
        last.withLock { $0 = reading }
        return reading
    }

    /// The channel's `canonicalDescription`, written anew only where it has changed: with hundreds of channels every look
    /// at the queue would else spend longer on these texts than on the posts.
    func description(of channel: ResolvedChannel, secretFingerprints: [String: String]) -> String {
        if let known = descriptions.withLock({ $0[channel.slug] }), known.secretFingerprints == secretFingerprints,
            known.channel == channel
        {
            return known.text
        }
        let text = channel.canonicalDescription(secretFingerprints: secretFingerprints)
        descriptions.withLock {
            $0[channel.slug] = Description(channel: channel, secretFingerprints: secretFingerprints, text: text)
        }
        return text
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
