import Outreach
import Storage
import Testing

/// The same post with a picture.
@Suite("The requests of the shipped presets for a post with a picture, byte for byte")
struct ShippedMediaRequestTests {
    private let shipped: ShippedRequests
    private let text = #"Dạy con quy tắc 5 ngón tay.\nCần giúp: gọi 111 & nói \"em cần giúp\"."#
    private let boundary = "loa-01900000-0000-7000-8000-000000000001"

    init() throws {
        shipped = try ShippedRequests(withFile: "image/png")
    }

    /// A multipart body with texts first and the file last.
    private func parts(_ texts: [(String, String)], file: String) -> String {
        let texts = texts.map { name, value in
            "--\(boundary)\nContent-Disposition: form-data; name=\"\(name)\"\n\n\(value)\n"
        }
        return texts.joined() + """
            --\(boundary)
            Content-Disposition: form-data; name="\(file)"; filename="tay.png"
            Content-Type: image/png

            «file»
            --\(boundary)--

            """
    }

    @Test func `Facebook page: a picture with the text as its caption`() throws {
        #expect(
            try shipped.sent("facebook-page", ["page_id": "5"], secrets: ["page_token": "EAA"]) == [
                """
                POST https://graph.facebook.com/v24.0/5/photos
                Content-Type: multipart/form-data; boundary=\(boundary)

                \(parts([("caption", shipped.post.text), ("access_token", "EAA")], file: "source"))
                """
            ])
    }

    @Test func `Telegram: sendPhoto`() throws {
        #expect(
            try shipped.sent("telegram", ["chat_name": "doan"], secrets: ["bot_token": "1:A"]) == [
                """
                POST https://api.telegram.org/bot1:A/sendPhoto
                Content-Type: multipart/form-data; boundary=\(boundary)

                \(parts([("chat_id", "@doan"), ("caption", shipped.post.text)], file: "photo"))
                """
            ])
    }

    @Test func `Discord: the message as JSON beside the file`() throws {
        let sent = try shipped.sent(
            "discord", ["webhook_id": "77", "server_id": "5"], secrets: ["webhook_token": "T"])
        #expect(
            sent == [
                """
                POST https://discord.com/api/v10/webhooks/77/T?wait=true
                Content-Type: multipart/form-data; boundary=\(boundary)

                --\(boundary)
                Content-Disposition: form-data; name="payload_json"
                Content-Type: application/json

                {"content":"\(text)","allowed_mentions":{"parse":[]}}
                \(parts([], file: "files[0]"))
                """
            ])
    }

    @Test func `Mattermost: the file first, then the post that names it`() throws {
        let sent = try shipped.sent(
            "mattermost", ["host": "chat.example.vn", "channel_id": "q7"], secrets: ["bot_token": "t0"],
            captures: ["upload": ["file": "f9"]])
        #expect(
            sent == [
                """
                POST https://chat.example.vn/api/v4/files
                Authorization: Bearer t0
                Content-Type: multipart/form-data; boundary=\(boundary)

                \(parts([("channel_id", "q7")], file: "files"))
                """,
                """
                POST https://chat.example.vn/api/v4/posts
                Authorization: Bearer t0
                Content-Type: application/json

                {"channel_id":"q7","message":"\(text)","file_ids":["f9"]}
                """,
            ])
    }

    @Test func `Matrix: the file as it is, then an image event with the text as its caption`() throws {
        let sent = try shipped.sent(
            "matrix", ["host": "matrix.example.vn", "room_id": "!aB:example.vn"], secrets: ["access_token": "syt_1"],
            captures: ["upload": ["uri": "mxc://example.vn/m1"]])
        #expect(
            sent == [
                """
                POST https://matrix.example.vn/_matrix/media/v3/upload?filename=tay.png
                Authorization: Bearer syt_1
                Content-Type: image/png

                «file»
                """,
                """
                PUT https://matrix.example.vn/_matrix/client/v3/rooms/%21aB:example.vn/send/m.room.message/\
                01900000-0000-7000-8000-000000000001
                Authorization: Bearer syt_1
                Content-Type: application/json

                {"msgtype":"m.image","body":"\(text)","filename":"tay.png","url":"mxc://example.vn/m1",\
                "info":{"mimetype":"image/png"}}
                """,
            ])
    }

    @Test func `WordPress: the picture into the library, then the article with it`() throws {
        let sent = try shipped.sent(
            "wordpress", ["host": "portal.example.vn", "user": "lan", "category": "12"],
            secrets: ["application_password": "p w"], captures: ["upload": ["id": "31"]])
        let html = "<p>Dạy con quy tắc 5 ngón tay.<br>Cần giúp: gọi 111 &amp; nói &quot;em cần giúp&quot;.</p>"
        #expect(
            sent == [
                """
                POST https://portal.example.vn/wp-json/wp/v2/media
                Authorization: Basic bGFuOnAgdw==
                Content-Type: multipart/form-data; boundary=\(boundary)

                \(parts([("title", "Quy tắc “năm ngón tay”")], file: "file"))
                """,
                """
                POST https://portal.example.vn/wp-json/wp/v2/posts
                Authorization: Basic bGFuOnAgdw==
                Content-Type: application/json

                {"title":"Quy tắc “năm ngón tay”","slug":"quy-tac-nam-ngon-tay-000000000001","content":"\(html)",\
                "status":"publish","categories":["12"],"featured_media":"31"}
                """,
            ])
    }
}
