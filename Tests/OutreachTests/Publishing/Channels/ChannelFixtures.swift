import Outreach
import Testing

/// Values the tests of this folder share.
enum ChannelFixtures {
    static let slug = "trang-thu"

    /// 2026-06-01 07:30 in Vietnam.
    static let moment = Instant(milliseconds: 1_780_273_800_000)

    static func post(
        title: String = "Năm ngón tay", text: String = "Gọi 111", html: String? = nil, link: String? = nil
    ) throws -> PostValues {
        PostValues(
            id: "01900000-0000-7000-8000-000000000001", key: "key-1", title: title, text: text, html: html, link: link,
            material: "nam-ngon-tay", channel: try #require(Slug(slug)), moment: moment)
    }

    static func step(
        id: String = "post",
        role: StepRole = .publish,
        method: HTTPMethod = .post,
        url: String = "https://a.example/{{target.path}}",
        query: [(String, String)] = [],
        headers: [(String, String)] = [],
        body: BodyTemplate = .none,
        success: SuccessCondition = .standard,
        retryConditions: [JSONConditions] = [],
        uncertainConditions: [JSONConditions] = [],
        retryAfter: [JSONPointer] = [],
        captures: [Capture] = []
    ) throws -> SendStep {
        SendStep(
            id: id, role: role, method: method, url: try URLTemplate(url), query: try named(query),
            headers: try named(headers), body: body, success: success, retryConditions: retryConditions,
            uncertainConditions: uncertainConditions, retryAfter: retryAfter.map { RetryHint($0) }, captures: captures)
    }

    static func named(_ pairs: [(String, String)]) throws -> [NamedTemplate] {
        try pairs.map { NamedTemplate(name: $0.0, value: try Template($0.1)) }
    }

    static func webhook(
        steps: [SendStep],
        authentication: Authentication = .none,
        signature: RequestSignature? = nil,
        retry: RetryPolicy = .standard,
        dead: DeadRule = .standard,
        disable: DisableRule = .never,
        receipt: ReceiptTemplate = .none,
        metrics: [MetricPull] = []
    ) throws -> WebhookDelivery {
        WebhookDelivery(
            egress: Egress(hosts: [try URLTemplate.hostTemplate("a.example")]), steps: steps,
            authentication: authentication, signature: signature, idempotency: .none, retry: retry, dead: dead,
            disable: disable, receipt: receipt, metrics: metrics)
    }

    static func channel(
        _ webhook: WebhookDelivery,
        target: [String: String] = ["path": "hook"],
        text: TextLimit? = nil,
        media: MediaLimit? = nil,
        titleMaximum: Int? = nil
    ) throws -> ResolvedChannel {
        let preset = ChannelPreset(
            slug: try #require(Slug("mau-thu")), name: LocalizedText(vi: "Mẫu thử", en: "Test preset"), kind: .social,
            delivery: .webhook(webhook), secrets: ["token"], targets: target.keys.sorted(), text: text,
            media: media, titleMaximum: titleMaximum,
            source: PresetSource(title: "Loa", url: nil, date: try #require(Day("2026-06-01"))))
        let channel = Channel(
            slug: try #require(Slug(slug)), preset: preset.slug, unit: try #require(Slug("don-vi")),
            name: LocalizedText(vi: "Trang thử", en: "Test page"), target: target, isEnabled: true)
        return try #require(ResolvedChannel(channel, preset: preset))
    }

    /// The request one step makes with the secret `s3cret`.
    static func request(
        _ step: SendStep,
        target: [String: String] = ["path": "hook"],
        post: PostValues? = nil,
        secrets: [String: String] = ["token": "s3cret"],
        captures: Captures = [:]
    ) throws -> RenderedRequest {
        let renderer = RequestRenderer(try channel(try webhook(steps: [step]), target: target))
        return try renderer.request(for: step, post: try post ?? self.post(), secrets: secrets, captures: captures)
    }
}

extension RenderedRequest {
    var bodyText: String { String(decoding: body, as: UTF8.self) }
}
