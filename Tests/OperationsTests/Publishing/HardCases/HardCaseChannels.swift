import Outreach

@testable import Office

/// Channels for the hard cases: one of every promise that wants `ok` in the answer, and some with secrets and values in
/// odd places.
enum HardCaseChannels {
    static let promises: [IdempotencyPromise: String] = [.key: "keyed", .probe: "probed", .none: "plain"]

    /// - Parameter total: how many seconds a request may take in all.
    static func files(port: Int, total: Int) -> [String: String] {
        [
            "Channels/keyed.yaml": preset(
                "keyed", headers: "{Idempotency-Key: \"{{post.key}}\"}", promise: "key", total: total),
            "Channels/plain.yaml": preset("plain", promise: "none", total: total),
            "Channels/probed.yaml": preset(
                "probed", capture: "    capture: {id: /id}\n",
                promise: """

                      probe:
                        url: "http://127.0.0.1:{{target.port}}/probed/{{post.key}}"
                        capture: {id: /id}
                        absent: {status: 404}
                        after: 30s
                    """, total: total),
            "Channels/door.yaml": preset(
                "door", path: "door/{{secret.token}}/in", secret: true, promise: "none", total: total),
            "Channels/letter.yaml": preset(
                "letter", headers: "{X-Token: \"{{secret.token}}\"}", secret: true, promise: "none", total: total),
            "Channels/linked.yaml": preset(
                "linked", text: "{{post.text}} {{post.link}}", promise: "none", total: total),
            "Channels/renewed.yaml": renewed,
            "Channels/channels.yaml": OfficeChannels.register(port: port) + register(port: port),
        ]
    }

    private static func preset(
        _ slug: String, path: String? = nil, headers: String = "{}", text: String = "{{post.text}}",
        secret: Bool = false, capture: String = "", promise: String, total: Int
    ) -> String {
        """
        channel: \(slug)
        name: {vi: "Kênh \(slug)", en: "Channel \(slug)"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port]
        \(secret ? "secrets: [token]\n" : "")\
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        timeouts: {connect: \(total)s, total: \(total)s}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/\(path ?? slug)"
        \(headers == "{}" ? "" : "    headers: \(headers)\n")\
            json: {key: "{{post.key}}", text: "\(text)"}
            success: {status: 2xx, json: {/ok: true}}
            retry_after: [/wait]
        \(capture)\
        idempotency: \(promise)
        retry: {on: [connect, 429, 503], schedule: [5s, 1m, 5m], jitter: 0}
        disable: {on: [410]}

        """
    }

    /// With a refresh token that is good for one use.
    private static let renewed = """
        channel: renewed
        name: {vi: "Kênh mã làm mới", en: "Channel with renewed tokens"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port]
        secrets: [refresh_token]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        auth:
          oauth:
            url: "http://127.0.0.1:{{target.port}}/token"
            form: {grant_type: refresh_token, refresh_token: "{{oauth.refresh_token}}"}
            first: refresh_token
            access_token: /access_token
            refresh_token: /refresh_token
            expires_in: /expires_in
            refused_on: [401]
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/renewed"
            headers: {Authorization: "Bearer {{oauth.access_token}}"}
            json: {text: "{{post.text}}"}
            success: {status: 2xx, json: {/ok: true}}
        idempotency: none
        """

    private static func register(port: Int) -> String {
        ["keyed", "plain", "probed", "door", "letter", "linked", "renewed"].map { slug in
            """
              - id: \(slug)
                preset: \(slug)
                unit: east-culture
                name: {vi: "Kênh \(slug)", en: "Channel \(slug)"}
                target: {port: "\(port)"}
                enabled: true

            """
        }.joined()
    }
}
