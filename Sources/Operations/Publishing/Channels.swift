import Delivery
public import Outreach
import Storage

/// A channel with whatever keeps it from sending.
public struct ChannelStatus: Sendable {
    public let channel: ResolvedChannel
    /// That it was switched off, by its receiver's answers or by a person.
    public let switchedOff: ChannelSwitchedOff?
    /// Secrets its preset asks for, with their fingerprints; nil where one is not set.
    public let secrets: [(name: String, storedName: String, fingerprint: String?)]

    public var disabledReason: Message? { switchedOff?.reason }
    public var missingSecrets: [String] { secrets.filter { $0.fingerprint == nil }.map(\.storedName) }
    public var isReady: Bool { channel.channel.isEnabled && disabledReason == nil && missingSecrets.isEmpty }
}

/// What a test post found.
public struct ChannelTest: Sendable {
    public let requests: [RequestPreview]
    /// Nil for a dry run.
    public let conclusion: Conclusion?
    public let status: Int?
    public let answer: String?
}

extension Workspace {
    /// All channels, whatever unit they belong to: names and states are no secret among units.
    public func channelStatuses() async throws -> [ChannelStatus] {
        try await database.read { tx in
            let switches = try tx.channelSwitches()
            return try channels.channels(in: tx).values.sorted { $0.slug < $1.slug }.map { channel in
                status(of: channel, switchedOff: switches[channel.slug])
            }
        }
    }

    public func channelStatus(_ slug: Slug) async throws -> ChannelStatus {
        try await database.read { tx in
            let channel = try channels.require(slug, in: tx)
            return status(of: channel, switchedOff: try tx.channelSwitches()[slug])
        }
    }

    /// All channels with their presets, without looking for secrets.
    public func resolvedChannels() async throws -> [ResolvedChannel] {
        try await database.read { try channels.channels(in: $0).values.sorted { $0.slug < $1.slug } }
    }

    func status(of channel: ResolvedChannel, switchedOff: ChannelSwitchedOff?) -> ChannelStatus {
        ChannelStatus(
            channel: channel, switchedOff: switchedOff,
            secrets: channel.preset.secrets.map { name in
                let stored = channel.storedName(ofSecret: name)
                return (name, stored, secrets.fingerprint(stored))
            })
    }

    /// What a test says: always the same, for nobody approves it.
    public static let testText = "Tin thử từ Loa. Tổng đài bảo vệ trẻ em: 111 (miễn phí, 24/24)."

    /// Sends the test message through a channel, or only shows the exact request, with any text. Nothing is counted.
    ///
    /// - Parameter text: for a dry run only; what really leaves is ``testText``.
    public func testChannel(
        _ slug: Slug, text: String = Workspace.testText, dryRun: Bool, as caller: Caller
    ) async throws -> ChannelTest {
        let channel = try await channelStatus(slug).channel
        try await database.read { try $0.authorise(caller, .edit, for: channel.channel.unit) }
        try requireFilledIn(channel)
        let post = testPost(dryRun ? text : Workspace.testText, on: channel)
        let numbers = try await database.read { try $0.helpLineNumbers() }
        let requests = try previewRequests(of: post, on: channel, protecting: numbers)
        guard !dryRun else { return ChannelTest(requests: requests, conclusion: nil, status: nil, answer: nil) }
        guard channel.channel.isEnabled, let webhook = channel.webhook else {
            throw PublishingError.channelOff(slug, reason: PublishingError.offInFile)
        }
        let result = try await sendDirectly(post, through: channel, by: webhook) { [now] tx in
            try tx.audit(
                at: now, actor: caller.name, action: "channels.test", subject: slug.description,
                detail: post.id.description)
        }
        return ChannelTest(
            requests: requests, conclusion: result.conclusion, status: result.status, answer: result.answer)
    }

    private func requireFilledIn(_ channel: ResolvedChannel) throws(PublishingError) {
        let open = channel.channel.target.filter { channel.channel.placeholders.contains($0.key) }
        guard open.isEmpty else { throw .channelUnfilled(channel.slug, values: open) }
    }

    private func testPost(_ text: String, on channel: ResolvedChannel) -> Post {
        Post(
            id: makeID(), unit: channel.channel.unit, channel: channel.slug, title: "Loa", text: text,
            link: "https://tongdai111.vn/", moment: now, zone: zone, notAfter: now + .seconds(60), author: "loa",
            createdAt: now)
    }
}

extension Workspace {
    /// What would keep a channel's posts from being sent; nil where a test post can be filled in.
    public func defect(of status: ChannelStatus) -> Message? {
        guard status.channel.webhook != nil else { return nil }
        do {
            try requireFilledIn(status.channel)
            _ = try previewRequests(of: testPost("Loa", on: status.channel), on: status.channel, protecting: [])
            return nil
        } catch {
            return (error as? any ReadableError)?.message ?? Message(vi: "\(error)", en: "\(error)")
        }
    }
}
