import Outreach
import Storage
import Testing

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

    @Test("Zalo: 200 with an error is no success; an invalid token is renewed; pictures still in work wait")
    func zalo() throws {
        #expect(
            try verdict("zalo-oa", 200, #"{"error":0,"message":"Success","data":{"token":"abc="}}"#)
                == .success(captures: ["token": "abc="]))
        guard case .tokenRefused = try verdict("zalo-oa", 200, #"{"error":-216,"message":"Access token is invalid"}"#),
            case .disable = try verdict("zalo-oa", 200, #"{"error":-224,"message":"The OA needs a plan"}"#),
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
            case .retry = try verdict("facebook-page", 400, #"{"error":{"code":80001}}"#),
            case .dead = try verdict("facebook-page", 400, #"{"error":{"code":506}}"#),
            case .uncertain = try verdict("facebook-page", 502, "<html>Bad gateway</html>")
        else { return #expect(Bool(false)) }
    }

    @Test("WordPress: a page of the site instead of JSON stays open")
    func wordpress() throws {
        #expect(
            try verdict("wordpress", step: 2, 201, "\u{FEFF}{\"id\":7,\"link\":\"https://a.example/?p=7\"}")
                == .success(captures: ["id": "7", "link": "https://a.example/?p=7"]))
        guard case .uncertain = try verdict("wordpress", step: 2, 200, "<!DOCTYPE html>"),
            case .disable = try verdict("wordpress", step: 2, 401, #"{"code":"rest_cannot_create"}"#)
        else { return #expect(Bool(false)) }
    }

    @Test("Slack: 200 with ok false is read by its error; one that may have worked in part stays open")
    func slack() throws {
        #expect(
            try verdict("slack", 200, #"{"ok":true,"channel":"C1","ts":"1.2"}"#) == .success(captures: ["id": "1.2"]))
        guard case .disable = try verdict("slack", 200, #"{"ok":false,"error":"token_revoked"}"#),
            case .dead = try verdict("slack", 200, #"{"ok":false,"error":"msg_too_long"}"#),
            case .retry = try verdict("slack", 200, #"{"ok":false,"error":"ratelimited"}"#),
            case .uncertain = try verdict("slack", 200, #"{"ok":false,"error":"internal_error"}"#)
        else { return #expect(Bool(false)) }
    }

    @Test("Discord: the wait in its answer is kept to, and a deleted webhook stops the channel")
    func discord() throws {
        #expect(
            try verdict("discord", 200, #"{"id":"9","channel_id":"6"}"#)
                == .success(captures: ["id": "9", "channel": "6"]))
        guard
            case .retry(.milliseconds(1336), _) = try verdict("discord", 429, #"{"retry_after":1.336,"global":false}"#),
            case .disable = try verdict("discord", 404, #"{"message":"Unknown Webhook","code":10015}"#),
            case .dead = try verdict("discord", 400, #"{"code":50035}"#),
            case .uncertain = try verdict("discord", 204, "")
        else { return #expect(Bool(false)) }
    }

    @Test("Mattermost and Matrix: an id is success, a lost membership stops the channel, a wait is kept to")
    func chatServers() throws {
        #expect(try verdict("mattermost", step: 2, 201, #"{"id":"p1"}"#) == .success(captures: ["id": "p1"]))
        #expect(try verdict("matrix", step: 2, 200, #"{"event_id":"$e"}"#) == .success(captures: ["id": "$e"]))
        guard case .disable = try verdict("mattermost", step: 2, 403, #"{"id":"api.context.permissions.app_error"}"#),
            case .disable = try verdict("matrix", step: 2, 401, #"{"errcode":"M_UNKNOWN_TOKEN"}"#),
            case .retry(.milliseconds(2000), _) = try verdict(
                "matrix", step: 2, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000}"#)
        else { return #expect(Bool(false)) }
    }

    @Test("Zalo bot: success by its word, not by its status")
    func zaloBot() throws {
        #expect(
            try verdict("zalo-bot", 200, #"{"ok":true,"result":{"message_id":"82599f","date":1749632637199}}"#)
                == .success(captures: ["id": "82599f"]))
        guard case .disable = try verdict("zalo-bot", 200, #"{"ok":false,"error_code":401}"#),
            case .retry = try verdict("zalo-bot", 200, #"{"ok":false,"error_code":429}"#),
            case .dead = try verdict("zalo-bot", 200, #"{"ok":false,"error_code":400}"#)
        else { return #expect(Bool(false)) }
    }
}
