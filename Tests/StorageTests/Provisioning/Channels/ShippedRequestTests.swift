import Outreach
import Storage
import Testing

/// The exact requests the shipped presets make for one post.
@Suite("The requests of the shipped presets, byte for byte")
struct ShippedRequestTests {
    private let post: PostValues

    init() throws {
        post = PostValues(
            id: "01900000-0000-7000-8000-000000000001", key: "01900000-0000-7000-8000-000000000001",
            title: "Quy tắc “năm ngón tay”",
            text: "Dạy con quy tắc 5 ngón tay.\nCần giúp: gọi 111 & nói \"em cần giúp\".",
            material: "nam-ngon-tay", channel: try #require(Slug("kenh-thu")),
            moment: Instant(milliseconds: 1_780_273_800_000))
    }

    private func resolved(_ preset: String, _ target: [String: String]) throws -> ResolvedChannel {
        let preset = try ShippedChannels.preset(preset)
        let channel = Channel(
            slug: try #require(Slug("kenh-thu")), preset: preset.slug, unit: try #require(Slug("don-vi")),
            name: LocalizedText(vi: "Kênh thử", en: "Test channel"), target: target, isEnabled: true)
        return try #require(ResolvedChannel(channel, preset: preset))
    }

    /// Method, address, headers, content type and body as they leave, signature aside.
    private func wire(_ request: RenderedRequest) -> String {
        let headers = request.headers.map { "\($0.name): \($0.value)\n" }.joined()
        let type = request.contentType.map { "Content-Type: \($0)\n" } ?? ""
        return
            "\(request.method.rawValue) \(request.url)\n\(headers)\(type)\n\(String(decoding: request.body, as: UTF8.self))"
    }

    private func requests(
        _ preset: String, _ target: [String: String], secrets: [String: String] = [:], captures: Captures = [:]
    ) throws -> [String] {
        let channel = try resolved(preset, target)
        let renderer = RequestRenderer(channel)
        return try #require(channel.webhook).steps.map { step in
            wire(try renderer.request(for: step, post: post, secrets: secrets, captures: captures))
        }
    }

    private let html =
        "<p>Dạy con quy tắc 5 ngón tay.<br>Cần giúp: gọi 111 &amp; nói &quot;em cần giúp&quot;.</p>"

    @Test("Generic JSON")
    func genericJSON() throws {
        #expect(
            try requests("generic-json", ["host": "hooks.example.vn", "path": "loa/in"]) == [
                """
                POST https://hooks.example.vn/loa/in
                Content-Type: application/json

                {"type":"post.published","timestamp":"2026-06-01T07:30:00+07:00",\
                "data":{"id":"01900000-0000-7000-8000-000000000001","channel":"kenh-thu",\
                "title":"Quy tắc “năm ngón tay”",\
                "text":"Dạy con quy tắc 5 ngón tay.\\nCần giúp: gọi 111 & nói \\"em cần giúp\\".",\
                "html":"\(html)"}}
                """
            ])
        let webhook = try #require(try resolved("generic-json", [:]).webhook)
        #expect(webhook.signature == .standardWebhooks(secret: "signing_key") && webhook.idempotency == .key)
    }

    @Test("Local receiver")
    func localReceiver() throws {
        #expect(
            try requests("local-receiver", ["port": "8025", "path": "in/1"]) == [
                """
                POST http://127.0.0.1:8025/in/1
                Idempotency-Key: 01900000-0000-7000-8000-000000000001
                Content-Type: application/json

                {"id":"01900000-0000-7000-8000-000000000001","key":"01900000-0000-7000-8000-000000000001",\
                "channel":"kenh-thu","title":"Quy tắc “năm ngón tay”",\
                "text":"Dạy con quy tắc 5 ngón tay.\\nCần giúp: gọi 111 & nói \\"em cần giúp\\".",\
                "moment":"2026-06-01T07:30:00+07:00"}
                """
            ])
    }

    @Test("Facebook page, its receipt and its metric pull")
    func facebook() throws {
        #expect(
            try requests("facebook-page", ["page_id": "546349135390552"], secrets: ["page_token": "EAA|b+c"]) == [
                """
                POST https://graph.facebook.com/v24.0/546349135390552/feed
                Content-Type: application/x-www-form-urlencoded

                message=D%E1%BA%A1y+con+quy+t%E1%BA%AFc+5+ng%C3%B3n+tay.%0AC%E1%BA%A7n+gi%C3%BAp%3A\
                +g%E1%BB%8Di+111+%26+n%C3%B3i+%22em+c%E1%BA%A7n+gi%C3%BAp%22.&access_token=EAA%7Cb%2Bc
                """
            ])
        let renderer = RequestRenderer(try resolved("facebook-page", ["page_id": "546349135390552"]))
        let receipt = renderer.receipt(captures: ["post": ["id": "546349135390552_11"]], at: post.moment)
        #expect(receipt.remoteID == "546349135390552_11")
        #expect(receipt.link == "https://www.facebook.com/546349135390552_11")
        let pull = try #require(renderer.channel.webhook?.metrics.first)
        #expect(
            wire(try renderer.request(for: pull, receipt: receipt, secrets: ["page_token": "T"])) == """
                GET https://graph.facebook.com/v24.0/546349135390552_11?fields=shares%2Ccomments.limit%280%29\
                .summary%28true%29%2Creactions.limit%280%29.summary%28true%29&access_token=T


                """)
    }

    @Test("Zalo OA: create, then verify with the captured token")
    func zalo() throws {
        let target = ["author": "Công an xã", "cover_url": "https://a.example/b.png"]
        #expect(
            try requests(
                "zalo-oa", target, secrets: ["access_token": "T0ken"], captures: ["create": ["token": "abc="]]) == [
                    """
                    POST https://openapi.zalo.me/v2.0/article/create
                    access_token: T0ken
                    Content-Type: application/json

                    {"type":"normal","title":"Quy tắc “năm ngón tay”","author":"Công an xã",\
                    "cover":{"cover_type":"photo","photo_url":"https://a.example/b.png","status":"show"},\
                    "description":"Quy tắc “năm ngón tay”","body":[{"type":"text","content":"\(html)"}],\
                    "status":"show","comment":"hide"}
                    """,
                    """
                    POST https://openapi.zalo.me/v2.0/article/verify
                    access_token: T0ken
                    Content-Type: application/json

                    {"token":"abc="}
                    """,
                ])
        #expect(try resolved("zalo-oa", target).webhook?.steps.map(\.role) == [.publish, .follow])
    }

    @Test("Telegram")
    func telegram() throws {
        #expect(
            try requests("telegram", ["chat_name": "doan_thanh_xuan"], secrets: ["bot_token": "123:AB-c_d"]) == [
                """
                POST https://api.telegram.org/bot123:AB-c_d/sendMessage
                Content-Type: application/json

                {"chat_id":"@doan_thanh_xuan",\
                "text":"Dạy con quy tắc 5 ngón tay.\\nCần giúp: gọi 111 & nói \\"em cần giúp\\"."}
                """
            ])
        let renderer = RequestRenderer(try resolved("telegram", ["chat_name": "doan_thanh_xuan"]))
        #expect(
            renderer.receipt(captures: ["post": ["id": "42"]], at: post.moment).link
                == "https://t.me/doan_thanh_xuan/42")
    }

    @Test("WordPress")
    func wordpress() throws {
        let target = ["host": "congthongtin.example.vn", "user": "bientap", "category": "12"]
        #expect(
            try requests("wordpress", target, secrets: ["application_password": "1HEu PFKe dnqM"]) == [
                """
                POST https://congthongtin.example.vn/wp-json/wp/v2/posts
                Authorization: Basic YmllbnRhcDoxSEV1IFBGS2UgZG5xTQ==
                Content-Type: application/json

                {"title":"Quy tắc “năm ngón tay”","content":"\(html)","status":"publish","categories":["12"]}
                """
            ])
    }
}

@Suite("The answers of the networks, as the shipped presets read them")
struct ShippedAnswerTests {
    private func verdict(
        _ preset: String, step index: Int = 0, _ status: Int, _ body: String
    ) throws -> AnswerVerdict {
        guard case .webhook(let webhook) = try ShippedChannels.preset(preset).delivery else {
            throw TemplateError.byHand
        }
        return AnswerJudge(webhook).judge(
            webhook.steps[index], status: status, headers: [], body: Array(body.utf8),
            now: Instant(milliseconds: 1_780_273_800_000))
    }

    @Test("Telegram: success, wait, removed bot, bad chat")
    func telegram() throws {
        #expect(
            try verdict("telegram", 200, #"{"ok":true,"result":{"message_id":42,"date":1}}"#)
                == .success(captures: ["id": "42"]))
        guard
            case .retry(.seconds(35), _) = try verdict(
                "telegram", 429, #"{"ok":false,"error_code":429,"parameters":{"retry_after":35}}"#)
        else { return #expect(Bool(false)) }
        guard case .disable = try verdict("telegram", 403, #"{"ok":false,"error_code":403}"#) else {
            return #expect(Bool(false))
        }
        guard case .dead = try verdict("telegram", 400, #"{"ok":false,"error_code":400}"#) else {
            return #expect(Bool(false))
        }
    }

    @Test("Zalo: 200 with an error is no success; an invalid token stops the channel; pictures still in work wait")
    func zalo() throws {
        #expect(
            try verdict("zalo-oa", 200, #"{"error":0,"message":"Success","data":{"token":"abc="}}"#)
                == .success(captures: ["token": "abc="]))
        guard case .disable = try verdict("zalo-oa", 200, #"{"error":-216,"message":"Access token is invalid"}"#),
            case .dead = try verdict("zalo-oa", 200, #"{"error":-201,"message":"Params is invalid"}"#),
            case .retry = try verdict("zalo-oa", step: 1, 200, #"{"error":-214}"#),
            case .uncertain = try verdict("zalo-oa", 200, "<html>")
        else { return #expect(Bool(false)) }
    }

    @Test("Facebook: an expired token stops the channel; a page limit waits; a gateway error stays open")
    func facebook() throws {
        #expect(try verdict("facebook-page", 200, #"{"id":"1_2"}"#) == .success(captures: ["id": "1_2"]))
        guard case .disable = try verdict("facebook-page", 400, #"{"error":{"code":190,"message":"…"}}"#),
            case .retry = try verdict("facebook-page", 403, #"{"error":{"code":32}}"#),
            case .dead = try verdict("facebook-page", 400, #"{"error":{"code":506}}"#),
            case .uncertain = try verdict("facebook-page", 502, "<html>Bad gateway</html>")
        else { return #expect(Bool(false)) }
    }

    @Test("WordPress: a page of the site instead of JSON stays open")
    func wordpress() throws {
        #expect(
            try verdict("wordpress", 201, "\u{FEFF}{\"id\":7,\"link\":\"https://a.example/?p=7\"}")
                == .success(captures: ["id": "7", "link": "https://a.example/?p=7"]))
        guard case .uncertain = try verdict("wordpress", 200, "<!DOCTYPE html>"),
            case .disable = try verdict("wordpress", 401, #"{"code":"rest_cannot_create"}"#)
        else { return #expect(Bool(false)) }
    }
}
