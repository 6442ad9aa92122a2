import Outreach
import Storage
import Testing

/// A small sound preset, and one change that spoils it.
@Suite("A preset's mistakes are named with their line and the remedy")
struct PresetStrictnessTests {
    static let sound = """
        channel: mau
        name: {vi: "Mẫu", en: "Sample"}
        kind: social
        source: {title: "Loa", date: 2026-06-01}
        secrets: [token]
        target: [page]
        egress: {schemes: [https], hosts: [a.example]}
        send:
          - id: create
            method: POST
            url: "https://a.example/{{target.page}}"
            headers: {X-Token: "{{secret.token}}"}
            json: {text: "{{post.text}}"}
            success: {status: 2xx, json: {/error: 0}}
            capture: {id: /data/id}
        idempotency: none
        """

    /// What is wrong with a text, in English; a preset is there exactly when nothing is.
    static func problems(_ text: String) -> [String] {
        let (preset, problems) = ChannelFiles.readPreset(text, file: "Channels/mau.yaml")
        #expect((preset == nil) == !problems.isEmpty)
        return problems.map(\.message.english)
    }

    @Test("The sample itself is sound")
    func sound() {
        #expect(Self.problems(Self.sound) == [])
    }

    @Test(
        "One wrong line",
        arguments: [
            ("kind: social", "kind: socal", "Channels/mau.yaml:3: kind: there is no “socal”. Did you mean “social”?"),
            (
                "idempotency: none", "idempotency: none\nmetric: []",
                ":17: Unknown key “metric”. Did you mean “metrics”?"
            ),
            (
                "{{secret.token}}", "{{secret.tokn}}",
                ":12: send[1].headers.X-Token: “tokn” is not declared. Did you mean “token”?"
            ),
            ("{{target.page}}", "{{target.pages}}", ":11: send[1].url: “pages” is not declared. Did you mean “page”?"),
            ("{{post.text}}", "{{post.body}}", ":13: send[1].json.text: “post” has no “body”. Choose one of: id, key,"),
            ("{{post.text}}", "{{env.HOME}}", ":13: send[1].json.text: No value begins with “env”."),
            ("{{post.text}}", "{{post.text", ":13: send[1].json.text: “{{” is never closed"),
            ("{{post.text}}", "{{steps.upload.id}}", ":13: send[1].json.text: No step “upload” comes before this."),
            ("{{post.text}}", "{{receipt.id}}", ":13: send[1].json.text: {{receipt.id}} cannot be used here."),
            ("X-Token:", "\"X Token\":", ":12: “X Token” is not a header name."),
            ("X-Token:", "\"X-Tokén\":", ":12: “X-Tokén” is not a header name."),
            ("{X-Token:", "{x-token: a, X-Token:", ":12: The header X-Token is written twice."),
            ("X-Token:", "Content-Length:", ":12: Loa sets the header Content-Length itself."),
            (
                "\"{{secret.token}}\"", "\"a\\r\\n{{secret.token}}\"",
                ":12: send[1].headers.X-Token: expected a value on one line"
            ),
            ("schemes: [https]", "schemes: [http]", ":7: http is only for this machine itself, with allow: loopback."),
            (
                "hosts: [a.example]", "hosts: [a.example], allow: loopback",
                ":7: allow: loopback is only for presets whose every host"
            ),
            (
                "https://a.example", "https://b.example",
                ":11: send[1].url: the host “b.example” is not among egress.hosts."
            ),
            ("https://a.example", "http://a.example", ":11: send[1].url: http is not among egress.schemes."),
            ("https://a.example", "a.example", ":11: send[1].url: The address must begin with https://"),
            ("/{{target.page}}", "/?p={{target.page}}", ":11: send[1].url: The address must not hold “?” or “#”."),
            ("status: 2xx", "status: 3xx", ":14: send[1].success.status: 3xx is never a success."),
            (
                "status: 2xx", "status: 2x",
                ":14: send[1].success.status: expected a status like 410 or 5xx, found “2x”."
            ),
            (
                "/error: 0", "error: 0",
                ":14: send[1].success.json.error: expected a place in JSON like /error before the colon"
            ),
            (
                "/data/id", "data.id",
                ":15: send[1].capture.id: expected a place in JSON like /data/id, found “data.id”."
            ),
            ("method: POST", "method: DELETE", ":10: send[1].method: there is no “DELETE”."),
            ("method: POST", "method: GET", ":13: A GET has no body. Use query."),
            ("idempotency: none", "idempotency: key", ":16: idempotency: key needs {{post.key}}"),
            (
                "idempotency: none", "idempotency: probe",
                ":16: idempotency: there is no “probe”. Choose one of: none, key"
            ),
            ("secrets: [token]", "secrets: [token, spare]", ":1: “secrets: spare” is declared but never used."),
            ("secrets: [token]", "secrets: [token, Token]", ":5: secrets[2]: expected a name of lower-case letters"),
            ("secrets: [token]", "secrets: [token, token]", ":5: “token” is written twice."),
            ("channel: mau", "channel: khac", ":1: channel is “khac” but the file is named “mau.yaml”."),
            ("name: {vi: \"Mẫu\", en: \"Sample\"}", "name: {vi: \"Mẫu\"}", ":2: name: the key “en” is missing."),
            ("date: 2026-06-01", "date: 2026-06-31", ":4: source.date: expected a day that exists"),
            (
                "idempotency: none", "idempotency: none\nby_hand: {steps: [], wait_for: link}",
                "Exactly one of two keys is needed"
            ),
            ("idempotency: none", "idempotency: none\nwindows: []", ":17: windows: the list is empty."),
            (
                "idempotency: none", "idempotency: none\nquiet_hours: {from: \"21:00\", to: \"21:00\"}",
                ":17: quiet_hours: expected from and to that differ"
            ),
            (
                "idempotency: none", "idempotency: none\nwindows: [{days: mon-fry, from: \"06:00\", to: \"07:00\"}]",
                ":17: windows[1].days: expected days like"
            ),
            (
                "idempotency: none", "idempotency: none\nlimits: {rate: fast}",
                ":17: limits.rate: expected a rate like 1/s"
            ),
            (
                "idempotency: none", "idempotency: none\nlimits: {concurrency: 0}",
                ":17: limits.concurrency: expected a whole number from 1 to 256"
            ),
            (
                "idempotency: none", "idempotency: none\ntimeouts: {connect: 30s}",
                ":17: timeouts: expected connect no longer than total"
            ),
            (
                "idempotency: none", "idempotency: none\nretry: {on: [3xx]}",
                ":17: retry.on[1]: expected connect, or a 4xx or 5xx status"
            ),
            (
                "idempotency: none", "idempotency: none\nretry: {on: [connect], jitter: 2}",
                ":17: retry.jitter: expected a number from 0 to 1"
            ),
            ("idempotency: none", "idempotency: none\nauth: {oauth: {}}", ":17: auth.oauth: the key “url” is missing."),
            (
                "idempotency: none", "idempotency: none\nsign: {standard-webhooks: {secret: key}}",
                ":17: sign.standard-webhooks.secret: “key” is not declared."
            ),
            (
                "idempotency: none", "idempotency: none\nsign: {hmac-sha256: {header: \"X:Y\", secret: token}}",
                ":17: “X:Y” is not a header name."
            ),
            (
                "idempotency: none", "idempotency: none\nreceipt: {id: \"{{steps.create.token}}\"}",
                ":17: receipt.id: The step “create” does not capture “token”."
            ),
            (
                "idempotency: none", "idempotency: none\nreceipt: {id: \"{{secret.token}}\"}",
                ":17: receipt.id: {{secret.token}} cannot be used here."
            ),
            (
                "idempotency: none",
                "idempotency: none\nmetrics: [{after: 1d, url: \"https://a.example/{{receipt.id}}\", values: {views: /v}}]",
                ":17: metrics[1]: expected the preset's key receipt"
            ),
            (
                "idempotency: none",
                "idempotency: none\nmetrics: [{after: 1d, url: \"https://a.example/\", values: {likes: /v}}]",
                ":17: metrics[1].values.likes: expected one of: reach, views"
            ),
        ])
    func oneWrongLine(_ original: String, _ change: String, _ expected: String) {
        let spoiled = Self.sound.replacingFirst(original, with: change)
        #expect(spoiled != Self.sound)
        let problems = Self.problems(spoiled)
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }
}

extension String {
    func replacingFirst(_ original: String, with change: String) -> String {
        replacing(original, with: change, maxReplacements: 1)
    }
}
