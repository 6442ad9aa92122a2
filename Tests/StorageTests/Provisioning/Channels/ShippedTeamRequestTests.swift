import Outreach
import Storage
import Testing

/// Bots and the rooms of chat servers.
@Suite("The requests of the shipped presets for chat rooms, byte for byte")
struct ShippedTeamRequestTests {
    private let shipped: ShippedRequests
    private let text = #"Dạy con quy tắc 5 ngón tay.\nCần giúp: gọi 111 & nói \"em cần giúp\"."#

    init() throws {
        shipped = try ShippedRequests()
    }

    @Test func `Zalo bot`() throws {
        #expect(
            try shipped.sent("zalo-bot", ["chat_id": "abc.xyz"], secrets: ["bot_token": "1459:AbC-d_e"]) == [
                """
                POST https://bot-api.zaloplatforms.com/bot1459:AbC-d_e/sendMessage
                Content-Type: application/json

                {"chat_id":"abc.xyz","text":"\(text)"}
                """
            ])
    }

    @Test func `Slack: the message, then its address`() throws {
        let target = ["channel_id": "C0123"]
        let captures = ["post": ["id": "1780273800.000100"], "link": ["link": "https://x.slack.com/archives/C0123/p1"]]
        #expect(
            try shipped.sent("slack", target, secrets: ["bot_token": "xoxb-1-a"], captures: captures) == [
                """
                POST https://slack.com/api/chat.postMessage
                Authorization: Bearer xoxb-1-a
                Content-Type: application/json

                {"channel":"C0123","text":"Quy tắc “năm ngón tay”",\
                "blocks":[{"type":"section","text":{"type":"plain_text","text":"\(text)","emoji":false}}],\
                "unfurl_links":false}
                """,
                """
                GET https://slack.com/api/chat.getPermalink?channel=C0123&message_ts=1780273800.000100
                Authorization: Bearer xoxb-1-a


                """,
            ])
        let receipt = try shipped.renderer("slack", target).receipt(captures: captures, at: shipped.post.moment)
        #expect(receipt.link == "https://x.slack.com/archives/C0123/p1" && receipt.remoteID == "1780273800.000100")
    }

    @Test func `Discord waits for the message and calls on nobody`() throws {
        let target = ["webhook_id": "77", "server_id": "5"]
        #expect(
            try shipped.sent("discord", target, secrets: ["webhook_token": "T-k_n"]) == [
                """
                POST https://discord.com/api/v10/webhooks/77/T-k_n?wait=true
                Content-Type: application/json

                {"content":"\(text)","allowed_mentions":{"parse":[]}}
                """
            ])
        let captures = ["post": ["id": "9", "channel": "6"]]
        let receipt = try shipped.renderer("discord", target).receipt(captures: captures, at: shipped.post.moment)
        #expect(receipt.link == "https://discord.com/channels/5/6/9")
    }

    @Test func `Mattermost`() throws {
        let target = ["host": "chat.example.vn", "channel_id": "q7"]
        #expect(
            try shipped.sent("mattermost", target, secrets: ["bot_token": "t0"]) == [
                """
                POST https://chat.example.vn/api/v4/posts
                Authorization: Bearer t0
                Content-Type: application/json

                {"channel_id":"q7","message":"\(text)"}
                """
            ])
        let receipt = try shipped.renderer("mattermost", target)
            .receipt(captures: ["post": ["id": "p1"]], at: shipped.post.moment)
        #expect(receipt.link == "https://chat.example.vn/_redirect/pl/p1")
    }

    @Test func `Matrix: the post's key is the transaction`() throws {
        let target = ["host": "matrix.example.vn", "room_id": "!aB:example.vn"]
        #expect(
            try shipped.sent("matrix", target, secrets: ["access_token": "syt_1"]) == [
                """
                PUT https://matrix.example.vn/_matrix/client/v3/rooms/%21aB:example.vn/send/m.room.message/\
                01900000-0000-7000-8000-000000000001
                Authorization: Bearer syt_1
                Content-Type: application/json

                {"msgtype":"m.text","body":"\(text)"}
                """
            ])
        let renderer = try shipped.renderer("matrix", target)
        #expect(renderer.channel.webhook?.idempotency == .key)
        #expect(
            renderer.receipt(captures: ["post": ["id": "$e1"]], at: shipped.post.moment).link
                == "https://matrix.to/#/%21aB:example.vn/%24e1")
    }
}
