import Outreach
import Storage
import Testing

/// The exact requests the shipped presets make for one post.
@Suite("The requests of the shipped presets, byte for byte")
struct ShippedRequestTests {
    private let shipped: ShippedRequests

    init() throws {
        shipped = try ShippedRequests()
    }

    private let html =
        "<p>Dạy con quy tắc 5 ngón tay.<br>Cần giúp: gọi 111 &amp; nói &quot;em cần giúp&quot;.</p>"

    @Test("Generic JSON")
    func genericJSON() throws {
        #expect(
            try shipped.sent("generic-json", ["host": "hooks.example.vn", "path": "loa/in"]) == [
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
        let webhook = try #require(try shipped.renderer("generic-json", [:]).channel.webhook)
        #expect(webhook.signature == .standardWebhooks(secret: "signing_key") && webhook.idempotency == .key)
    }

    @Test("Local receiver")
    func localReceiver() throws {
        #expect(
            try shipped.sent("local-receiver", ["port": "8025", "path": "in/1"]) == [
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
            try shipped.sent("facebook-page", ["page_id": "546349135390552"], secrets: ["page_token": "EAA|b+c"]) == [
                """
                POST https://graph.facebook.com/v24.0/546349135390552/feed
                Content-Type: application/x-www-form-urlencoded

                message=D%E1%BA%A1y+con+quy+t%E1%BA%AFc+5+ng%C3%B3n+tay.%0AC%E1%BA%A7n+gi%C3%BAp%3A\
                +g%E1%BB%8Di+111+%26+n%C3%B3i+%22em+c%E1%BA%A7n+gi%C3%BAp%22.&access_token=EAA%7Cb%2Bc
                """
            ])
        let renderer = try shipped.renderer("facebook-page", ["page_id": "546349135390552"])
        let receipt = renderer.receipt(captures: ["post": ["id": "546349135390552_11"]], at: shipped.post.moment)
        #expect(receipt.remoteID == "546349135390552_11")
        #expect(receipt.link == "https://www.facebook.com/546349135390552_11")
        let pull = try #require(renderer.channel.webhook?.metrics.first)
        #expect(
            shipped.wire(try renderer.request(for: pull, receipt: receipt, secrets: ["page_token": "T"])) == """
                GET https://graph.facebook.com/v24.0/546349135390552_11?fields=shares%2Ccomments.limit%280%29\
                .summary%28true%29%2Creactions.limit%280%29.summary%28true%29&access_token=T


                """)
    }

    @Test("Zalo OA: create, then verify with the captured token")
    func zalo() throws {
        let target = ["author": "Công an xã", "cover_url": "https://a.example/b.png"]
        #expect(
            try shipped.sent(
                "zalo-oa", target, secrets: ["oauth.access_token": "T0ken"], captures: ["create": ["token": "abc="]])
                == [
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
        let renderer = try shipped.renderer("zalo-oa", target)
        let webhook = try #require(renderer.channel.webhook)
        #expect(webhook.steps.map(\.role) == [.publish, .confirm])
        let secrets = ["app_id": "42", "app_secret": "app s3cret", "oauth.refresh_token": "r1+/="]
        #expect(
            shipped.wire(try renderer.request(for: try #require(webhook.tokenRenewal), secrets: secrets)) == """
                POST https://oauth.zaloapp.com/v4/oa/access_token
                secret_key: app s3cret
                Content-Type: application/x-www-form-urlencoded

                app_id=42&grant_type=refresh_token&refresh_token=r1%2B%2F%3D
                """)
    }

    @Test("Telegram")
    func telegram() throws {
        #expect(
            try shipped.sent("telegram", ["chat_name": "doan_thanh_xuan"], secrets: ["bot_token": "123:AB-c_d"]) == [
                """
                POST https://api.telegram.org/bot123:AB-c_d/sendMessage
                Content-Type: application/json

                {"chat_id":"@doan_thanh_xuan",\
                "text":"Dạy con quy tắc 5 ngón tay.\\nCần giúp: gọi 111 & nói \\"em cần giúp\\"."}
                """
            ])
        let renderer = try shipped.renderer("telegram", ["chat_name": "doan_thanh_xuan"])
        #expect(
            renderer.receipt(captures: ["post": ["id": "42"]], at: shipped.post.moment).link
                == "https://t.me/doan_thanh_xuan/42")
    }

    @Test("WordPress")
    func wordpress() throws {
        let target = ["host": "congthongtin.example.vn", "user": "bientap", "category": "12"]
        #expect(
            try shipped.sent("wordpress", target, secrets: ["application_password": "1HEu PFKe dnqM"]) == [
                """
                POST https://congthongtin.example.vn/wp-json/wp/v2/posts
                Authorization: Basic YmllbnRhcDoxSEV1IFBGS2UgZG5xTQ==
                Content-Type: application/json

                {"title":"Quy tắc “năm ngón tay”","slug":"quy-tac-nam-ngon-tay-000000000001","content":"\(html)",\
                "status":"publish","categories":["12"]}
                """
            ])
        let renderer = try shipped.renderer("wordpress", target)
        let probe = try #require(renderer.channel.webhook?.probe)
        #expect(
            shipped.wire(
                try renderer.request(for: probe, post: shipped.post, secrets: ["application_password": "1HEu PFKe"]))
                    == """
                    GET https://congthongtin.example.vn/wp-json/wp/v2/posts\
                    ?slug=quy-tac-nam-ngon-tay-000000000001&status=publish
                    Authorization: Basic YmllbnRhcDoxSEV1IFBGS2U=


                    """)
    }
}
