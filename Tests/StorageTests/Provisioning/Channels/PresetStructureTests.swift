import Outreach
import Storage
import Testing

@Suite("What a preset file turns into, and mistakes that concern several lines")
struct PresetStructureTests {
    @Test("Several steps need one that publishes, different ids, and values only of earlier steps")
    func steps() {
        let twice = PresetStrictnessTests.sound.replacingFirst(
            "idempotency: none",
            with: """
                  - id: create
                    method: POST
                    url: "https://a.example/{{steps.create.id}}/{{steps.create.token}}"
                    success: {status: 2xx}
                idempotency: none
                """)
        #expect(
            PresetStrictnessTests.problems(twice) == [
                "Channels/mau.yaml:9: There are 2 steps: write publishes: true in exactly one, which makes the post appear. "
                    + "Where some are only for posts with a file (when), in one for those and one for the others.",
                "Channels/mau.yaml:16: There already is a step “create”. Give this one another name, unless one is for "
                    + "posts with a file and the other for posts without, and both capture the same.",
                "Channels/mau.yaml:18: send[2].url: The step “create” does not capture “token”. Add it to that step's capture.",
            ])
    }

    @Test("Roles follow from the step that publishes")
    func roles() throws {
        let text = PresetStrictnessTests.sound
            .replacingFirst(
                "idempotency: none",
                with: """
                      - {id: go, publishes: true, method: PUT, url: "https://a.example/{{steps.create.id}}", success: {status: [200, 204]}}
                      - {id: look, method: GET, url: "https://a.example/{{steps.create.id}}", success: {status: 2xx}}
                    idempotency: none
                    """)
        let (preset, problems) = ChannelFiles.readPreset(text, file: "mau.yaml")
        #expect(problems.map(\.message.english) == [])
        guard case .webhook(let webhook) = try #require(preset).delivery else { return #expect(Bool(false)) }
        #expect(webhook.steps.map(\.role) == [.prepare, .publish, .follow])
        #expect(webhook.steps[1].success.statuses == [.code(200), .code(204)])
    }

    @Test("A step that confirms comes after the one that publishes", arguments: [true, false])
    func confirming(isAfter: Bool) throws {
        func step(_ id: String, _ flag: String) -> String {
            #"{id: \#(id), \#(flag): true, method: PUT, url: "https://a.example/\#(id)", success: {status: 2xx}}"#
        }
        let (confirms, publishes) = (step("look", "confirms"), step("go", "publishes"))
        let steps = (isAfter ? [publishes, confirms] : [confirms, publishes]).map { "  - \($0)\n" }.joined()
        let text = PresetStrictnessTests.sound.replacingFirst("idempotency: none", with: "\(steps)idempotency: none")
        let (preset, problems) = ChannelFiles.readPreset(text, file: "mau.yaml")
        guard isAfter else {
            #expect(problems.map(\.message.english).allSatisfy { $0.contains("asks whether the post has appeared") })
            return #expect(problems.count == 1)
        }
        #expect(problems.map(\.message.english) == [])
        guard case .webhook(let webhook) = try #require(preset).delivery else { return #expect(Bool(false)) }
        #expect(webhook.steps.map(\.role) == [.prepare, .publish, .confirm])
    }

    @Test("Every mistake of a file is reported at once, in the order of its lines, in both languages")
    func allAtOnce() {
        let text = PresetStrictnessTests.sound.replacingFirst("social", with: "socal").replacingFirst(
            "2026-06-01", with: "today")
        let (_, problems) = ChannelFiles.readPreset(text, file: "Channels/mau.yaml")
        #expect(problems.map(\.line) == [3, 4])
        #expect(problems.first?.message.vietnamese == "Channels/mau.yaml:3: kind: không có “socal”. Có phải “social”?")
    }

    @Test("What is not YAML, empty or written twice is one problem", arguments: ["", "a: [", "channel: a\nchannel: b"])
    func notYAML(_ text: String) {
        #expect(PresetStrictnessTests.problems(text).count == 1)
    }

    @Test("A JSON body keeps texts, numbers, truth values and null apart, in their order")
    func jsonBody() throws {
        let text = PresetStrictnessTests.sound.replacingFirst(
            #"{text: "{{post.text}}"}"#,
            with: #"{z: 1.50, a: "1", t: true, "n": null, s: "true", e: "", l: [x, -2e3, {k: "{{post.id}}"}]}"#)
        let (preset, problems) = ChannelFiles.readPreset(text, file: "mau.yaml")
        #expect(problems.map(\.message.english) == [])
        guard case .webhook(let webhook) = try #require(preset).delivery else { return #expect(Bool(false)) }
        let literal = { (text: String) in JSONTemplate.text(Template(literal: text)) }
        #expect(
            webhook.steps[0].body
                == .json(
                    .object([
                        .init("z", .number("1.50")), .init("a", literal("1")), .init("t", .bool(true)),
                        .init("n", .null), .init("s", literal("true")), .init("e", literal("")),
                        .init(
                            "l",
                            .array([
                                literal("x"), .number("-2e3"),
                                .object([.init("k", .text(try Template("{{post.id}}")))]),
                            ])),
                    ])))
    }

    @Test("By hand: steps and what to wait for, and nothing of webhooks")
    func byHand() {
        let text = """
            channel: mau
            name: {vi: "Mẫu", en: "Sample"}
            kind: print
            source: {title: "Loa", date: 2026-06-01}
            by_hand: {steps: [{vi: "In.", en: "Print."}], wait_for: count}
            idempotency: none
            """
        #expect(
            PresetStrictnessTests.problems(text) == [
                "Channels/mau.yaml:5: by_hand.wait_for: there is no “count”. Choose one of: link, play-log, quantity.",
                "Channels/mau.yaml:6: Unknown key “idempotency”. Allowed: by_hand, channel, daily_limit, kind, labels, media, "
                    + "name, not_after, push, quiet_hours, send, source, target, text, title, windows.",
            ])
    }
}
