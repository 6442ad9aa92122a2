import Outreach
import Storage
import Testing

/// Files, probes, renewed tokens and shared rates, as a preset says them.
@Suite("What else a preset can say")
struct PresetLanguageTests {
    private static let sound = """
        channel: mau
        name: {vi: "Mẫu", en: "Sample"}
        kind: social
        source: {title: "Loa", date: 2026-06-01}
        secrets: [app, key, first]
        target: [page]
        text: {max: 4096, overflow: refuse, with_media: 1024}
        media: {max: 1, types: [image/jpeg, image/png], size: 5000000}
        egress: {schemes: [https], hosts: [a.example, b.example]}
        limits: {rate: 1/s, key: secret.app}
        auth:
          oauth:
            url: https://b.example/token
            headers: {secret_key: "{{secret.key}}"}
            form: {app_id: "{{secret.app}}", refresh_token: "{{oauth.refresh_token}}"}
            first: first
            access_token: /access_token
            refresh_token: /refresh_token
            expires_in: /expires_in
            refused_on: [401]
            refused_if: [{/error: -216}]
        send:
          - id: upload
            when: media
            method: POST
            url: "https://a.example/{{target.page}}/files"
            headers: {Authorization: "Bearer {{oauth.access_token}}"}
            multipart:
              note: "{{media.alt}}"
              meta: {json: {name: "{{media.name}}"}}
              source: {file: media}
            success: {status: 2xx}
            capture: {file: /id}
          - id: post
            when: media
            publishes: true
            method: POST
            url: "https://a.example/{{target.page}}/posts"
            json: {text: "{{post.text}}", slug: "{{post.slug}}", file: "{{steps.upload.file}}"}
            success: {status: 2xx}
            retry_after: [{at: /retry_after_ms, unit: ms}]
            uncertain_if: [{/error: half}]
            capture: {id: /id}
          - id: post
            when: no-media
            publishes: true
            method: POST
            url: "https://a.example/{{target.page}}/posts"
            json: {text: "{{post.text}}", slug: "{{post.slug}}"}
            success: {status: 2xx}
            capture: {id: /id}
        idempotency:
          probe:
            url: "https://a.example/{{target.page}}/posts"
            query: {slug: "{{post.slug}}"}
            headers: {Authorization: "Bearer {{oauth.access_token}}"}
            absent: {status: 2xx, json: {"": []}}
            capture: {id: /0/id}
            after: 2m
        dead: {on: [501], if: [{/error: gone}]}
        receipt: {id: "{{steps.post.id}}"}
        """

    private func problems(_ text: String) -> [String] {
        ChannelFiles.readPreset(text, file: "Channels/mau.yaml").problems.map(\.message.english)
    }

    private func webhook() throws -> WebhookDelivery {
        let (preset, problems) = ChannelFiles.readPreset(Self.sound, file: "Channels/mau.yaml")
        #expect(problems.map(\.message.english) == [])
        guard case .webhook(let webhook) = try #require(preset).delivery else { throw TemplateError.byHand }
        return webhook
    }

    @Test func `all of it is read`() throws {
        let webhook = try webhook()
        #expect(webhook.limits.key == .secret("app") && webhook.idempotency == .probe)
        #expect(webhook.probe?.after == .seconds(120))
        #expect(webhook.probe?.absent.conditions.requirements.map(\.value) == [.array([])])
        let renewal = try #require(webhook.tokenRenewal)
        #expect(renewal.first == "first" && renewal.refusedStatuses == [.code(401)])
        #expect(renewal.refusedConditions.count == 1)
        #expect(webhook.steps[1].retryAfter.map(\.unit) == [.milliseconds])
        #expect(webhook.steps[1].uncertainConditions.count == 1 && webhook.dead.conditions.count == 1)
        #expect(webhook.dead.statuses == [.code(501)])
        #expect(webhook.steps[0].body.carriesMedia && !webhook.steps[1].body.carriesMedia)
    }

    @Test func `posts with a file and posts without take their own steps, each with one that publishes`() throws {
        let webhook = try webhook()
        #expect(webhook.steps(withMedia: true).map(\.role) == [.prepare, .publish])
        #expect(webhook.steps(withMedia: false).map(\.role) == [.publish])
        #expect(webhook.steps(withMedia: true).map(\.id) == ["upload", "post"])
    }

    @Test(arguments: [
        ("    when: media\n    method", "    method", "must say when: media"),
        ("media: {max: 1, types: [image/jpeg, image/png], size: 5000000}\n", "", "does not declare media"),
        ("types: [image/jpeg, image/png]", "types: [image/tiff]", "media.types[1]: expected one of: image/jpeg"),
        ("{max: 1, types", "{max: 2, types", "expected a whole number from 1 to 1"),
        ("when: no-media", "when: media", "There are 3 steps"),
        (
            "capture: {id: /id}\n  - id: post", "capture: {other: /id}\n  - id: post",
            "both capture the same"
        ),
        ("slug: \"{{post.slug}}\", file", "file", "needs the same mark"),
        ("query: {slug: \"{{post.slug}}\"}", "query: {q: \"loa\"}", "needs the same mark"),
        ("capture: {id: /0/id}", "capture: {other: /0/id}", "must capture everything the publishing step captures"),
        ("overflow: refuse", "overflow: split", "do not go together"),
        ("refresh_token: \"{{oauth.refresh_token}}\"", "grant: refresh", "expected {{oauth.refresh_token}} in form"),
        ("first: first", "first: last", "“last” is not declared"),
        (
            "json: {text: \"{{post.text}}\", slug",
            "json: {t: \"{{oauth.refresh_token}}\", text: \"{{post.text}}\", slug", "cannot be used here"
        ),
        ("key: secret.app", "key: secret.other", "“other” is not declared"),
        ("key: secret.app", "key: account", "expected channel, preset, host, target.<name> or secret.<name>"),
        ("unit: ms", "unit: min", "there is no “min”"),
        ("dead: {on: [501], if: [{/error: gone}]}", "dead: {}", "expected on or if, or both"),
        ("after: 2m", "until: 2m", "Unknown key “until”"),
    ])
    func `one wrong line is named`(original: String, change: String, expected: String) {
        let spoiled = Self.sound.replacingFirst(original, with: change)
        #expect(spoiled != Self.sound)
        #expect(problems(spoiled).contains { $0.contains(expected) }, "\(problems(spoiled))")
    }

    @Test func `a token nobody uses is a leftover`() {
        let spoiled = Self.sound.replacing("Bearer {{oauth.access_token}}", with: "none")
        #expect(problems(spoiled).contains { $0.contains("“auth: oauth” is declared but never used") })
    }
}
