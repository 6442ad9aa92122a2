import Outreach
import Storage
import Testing

/// One post, and the requests a shipped preset makes of it, as they leave.
struct ShippedRequests {
    let post: PostValues
    private let file: [UInt8]

    /// - Parameter type: of the file that goes with the post; nil for none.
    init(withFile type: String? = nil) throws {
        file = type.map { MediaSignature.head(of: $0) + Array("…".utf8) } ?? []
        let media = MediaFile(name: "tay.png", alternativeText: "Bàn tay", hash: ContentHash.sha256(of: "tay"))
        post = PostValues(
            id: "01900000-0000-7000-8000-000000000001", key: "01900000-0000-7000-8000-000000000001",
            title: "Quy tắc “năm ngón tay”",
            text: "Dạy con quy tắc 5 ngón tay.\nCần giúp: gọi 111 & nói \"em cần giúp\".",
            media: type == nil ? [] : [media], material: "nam-ngon-tay", channel: try #require(Slug("kenh-thu")),
            moment: Instant(milliseconds: 1_780_273_800_000))
    }

    func renderer(_ preset: String, _ target: [String: String]) throws -> RequestRenderer {
        let preset = try ShippedChannels.preset(preset)
        let channel = Channel(
            slug: try #require(Slug("kenh-thu")), preset: preset.slug, unit: try #require(Slug("don-vi")),
            name: LocalizedText(vi: "Kênh thử", en: "Test channel"), target: target, isEnabled: true)
        return RequestRenderer(try #require(ResolvedChannel(channel, preset: preset)), files: { [file] _ in file })
    }

    /// Every request the post takes, in order.
    func sent(
        _ preset: String, _ target: [String: String], secrets: [String: String] = [:], captures: Captures = [:]
    ) throws -> [String] {
        let renderer = try renderer(preset, target)
        let webhook = try #require(renderer.channel.webhook)
        return try webhook.steps(withMedia: renderer.channel.takesMedia(of: post)).map { step in
            wire(try renderer.request(for: step, post: post, secrets: secrets, captures: captures))
        }
    }

    /// Method, address, headers, content type and body as they leave, signature aside; the file shown as `«file»` and
    /// the line breaks of a multipart body as line breaks.
    func wire(_ request: RenderedRequest) -> String {
        let headers = request.headers.map { "\($0.name): \($0.value)\n" }.joined()
        let type = request.contentType.map { "Content-Type: \($0)\n" } ?? ""
        let body =
            file.isEmpty
            ? request.body
            : request.body.split(separator: file, omittingEmptySubsequences: false).joined(
                separator: Array("«file»".utf8)
            ).map(\.self)
        let text = String(decoding: body, as: UTF8.self).replacing("\r\n", with: "\n")
        return "\(request.method.rawValue) \(request.url)\n\(headers)\(type)\n\(text)"
    }
}
