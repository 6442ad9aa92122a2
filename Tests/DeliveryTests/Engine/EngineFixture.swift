import Outreach
import Testing

@testable import Delivery

/// Channels and posts for the engine, with just what a test is about.
enum EngineFixture {
    static func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }

    static func webhook(
        _ steps: [SendStep]? = nil, host: String = "a.example", promise: IdempotencyPromise = .key,
        probe: ProbeTemplate? = nil, limits: DeliveryLimits = .standard,
        authentication: Authentication = .none, signature: RequestSignature? = nil, retry: RetryPolicy = .standard,
        disable: DisableRule = .never, receipt: ReceiptTemplate = .none
    ) throws -> WebhookDelivery {
        WebhookDelivery(
            egress: Egress(hosts: [try URLTemplate.hostTemplate(host)]), limits: limits,
            steps: try steps ?? [step(host: host)], authentication: authentication, signature: signature,
            idempotency: promise, probe: probe, retry: retry, disable: disable, receipt: receipt)
    }

    static func step(
        _ id: String = "post", role: StepRole = .publish, host: String = "a.example", path: String = "hook",
        headers: [(String, String)] = [],
        body: [(String, String)] = [("text", "{{post.text}}")], captures: [Capture] = []
    ) throws -> SendStep {
        SendStep(
            id: id, role: role, method: .post, url: try URLTemplate("https://\(host)/\(path)"),
            headers: try headers.map { NamedTemplate(name: $0.0, value: try Template($0.1)) },
            body: .form(try body.map { NamedTemplate(name: $0.0, value: try Template($0.1)) }), captures: captures)
    }

    static func capture(_ name: String, _ pointer: String) throws -> Capture {
        Capture(name: name, pointer: try #require(JSONPointer(pointer)))
    }

    static func channel(_ webhook: WebhookDelivery, _ id: String = "page") throws -> ResolvedChannel {
        let name = LocalizedText(vi: "Trang thử", en: "Test page")
        let preset = ChannelPreset(
            slug: try slug("preset-\(id)"), name: name, kind: .social, delivery: .webhook(webhook), secrets: ["token"],
            source: PresetSource(title: "Loa", url: nil, date: try #require(Day("2026-06-01"))))
        let channel = Channel(
            slug: try slug(id), preset: preset.slug, unit: try slug("vh"), name: name, isEnabled: true)
        return try #require(ResolvedChannel(channel, preset: preset))
    }

    static func id(_ number: Int) throws -> Identifier<Post> {
        let digits = String(number)
        return try #require(
            Identifier<Post>("01900000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits))
    }

    /// - Parameters:
    ///   - number: makes the post's id and title.
    ///   - open: for how long the channel's posting hours last.
    static func envelope(
        _ number: Int = 1, _ webhook: WebhookDelivery, channel: String = "page", text: String = "Gọi 111",
        parts: [String]? = nil, partsSent: Int = 0, isInDoubt: Bool = false,
        secrets: [String: String] = ["token": "s3cret-value"], tolerance: Duration = .seconds(86_400),
        lease: Duration = .seconds(86_400 * 2), unit: String = "vh", campaign: String? = nil, open: Duration? = nil
    ) throws -> Envelope {
        let id = try id(number)
        let channel = try EngineFixture.channel(webhook, channel)
        let values = PostValues(
            id: id.description, key: id.description, title: "p\(number)", text: text, channel: channel.slug,
            moment: TurnedClock.start)
        return Envelope(
            post: id, unit: try slug(unit), campaign: try campaign.map(slug), attempt: 1, token: "p\(number)/1",
            claimedAt: TurnedClock.start, lease: TurnedClock.start + lease,
            outlet: Outlet(channel, webhook: webhook, lane: try lane(webhook, channel), secrets: secrets),
            values: values, parts: parts, partsSent: partsSent, isInDoubt: isInDoubt,
            notAfter: TurnedClock.start + tolerance, closesAt: open.map { TurnedClock.start + $0 })
    }

    static func lane(_ webhook: WebhookDelivery, _ channel: ResolvedChannel) throws -> Lane {
        Lane(
            channel: channel.slug, host: try #require(channel.receiver), limitKey: channel.slug.description,
            limits: webhook.limits, promise: webhook.idempotency)
    }

    /// Sends one post once and gives back what is written down of it.
    static func attempt(
        _ envelope: Envelope, through transport: ScriptedTransport
    ) async throws -> DeliveryResult {
        let clock = TurnedClock()
        let outbox = ScriptedOutbox([.init(envelope: envelope, due: clock.now)], time: clock.source)
        let engine = DeliveryEngine(
            outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: clock.turning, seed: 1)
        _ = try await engine.run(.once)
        return try #require(await outbox.results.first)
    }
}

extension Conclusion {
    /// The conclusion without its reason.
    var kind: String {
        switch self {
        case .posted: "posted"
        case .retry: "retry"
        case .unknown: "unknown"
        case .failed: "failed"
        case .missed: "missed"
        case .channelDisabled: "disabled"
        case .putBack: "put back"
        }
    }
}
