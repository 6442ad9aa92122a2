import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Figures that a network sends by itself, signed.
struct MetricPushTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let preset = """
        channel: speakers
        name: {vi: "Cụm loa", en: "Loudspeakers"}
        kind: loudspeaker
        source: {title: "Loa", date: 2026-01-01}
        target: [clusters]
        not_after: 12h
        by_hand:
          steps: [{vi: "Phát trên loa.", en: "Play it."}]
          wait_for: play-log
        push: {items: /data, post: /post, at: /at, values: {plays: /count, views: /seen}}
        """

    private func open(_ test: (Office, Post) async throws -> Void) async throws {
        try await Office.open { office in
            try await office.rewrite("Channels/speakers.yaml", Self.preset)
            let secrets = Office.secrets.merging(["LOA_SECRET_SPEAKERS_PUSH_SECRET": Self.secret]) { $1 }
            let office = try await office.reopened(secrets: secrets)
            let post = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
            try office.turn(to: "2026-05-20 12:00")
            let played = try await office.workspace.resolvePost(
                post.id.description, .posted(link: nil, at: post.moment, figure: (.plays, 1)), comment: "",
                as: try office.user("lan"), mode: .perform)
            office.clock.advance(by: .seconds(60))
            try await test(office, played)
        }
    }

    private func send(
        _ body: String, id: String = "msg-1", on channel: String = "speakers", signedAt: Instant? = nil,
        to office: Office
    ) async throws -> PushReport {
        let bytes = Array(body.utf8)
        let headers = try WebhookSigner(secrets: [Self.secret])
            .headers(id: id, at: signedAt ?? office.clock.source.now, body: bytes)
        return try await office.workspace.receivePush(
            on: try slug(channel), bytes,
            signature: PushSignature(id: id, timestamp: headers[1].value, signatures: headers[2].value))
    }

    @Test func `a signed message is recorded once`() async throws {
        try await open { office, post in
            let body = #"{"data": [{"post": "\#(post.id)", "count": 7, "seen": "x"}, {"post": "gone", "count": 1}]}"#
            #expect(
                try await send(body, to: office)
                    == PushReport(isNew: true, recorded: 1, unknownPosts: 1, unreadFigures: 1))
            #expect(
                try await send(body, to: office)
                    == PushReport(isNew: false, recorded: 0, unknownPosts: 0, unreadFigures: 0))
            let samples = try await office.workspace.samples(of: post.id.description, as: .program)
            #expect(samples.map(\.value) == [1, 7] && samples.last?.source == .pushed)
            // What was no number has no sample: missing is not zero.
            #expect(samples.allSatisfy { $0.metric == .plays })
        }
    }

    @Test(arguments: ["1779249600", "1779249600000", "1779249600000000", "1779249600000000000"])
    func `the moment of a figure is read however finely it is counted`(moment: String) async throws {
        try await open { office, post in
            let body = #"{"data": [{"post": "\#(post.id)", "count": 7, "at": \#(moment)}]}"#
            _ = try await send(body, to: office)
            let samples = try await office.workspace.samples(of: post.id.description, as: .program)
            #expect(samples.contains { $0.capturedAt == Instant(milliseconds: 1_779_249_600_000) && $0.value == 7 })
        }
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "\"x\""])
    func `a figure of no moment is of when it arrived`(moment: String) async throws {
        try await open { office, post in
            let body = #"{"data": [{"post": "\#(post.id)", "count": 7, "at": \#(moment)}]}"#
            let report = try await send(body, to: office)
            #expect(report.recorded == 1)
        }
    }

    @Test func `what is old, changed or unsigned is refused, and leaves nothing`() async throws {
        try await open { office, post in
            let body = #"{"data": [{"post": "\#(post.id)", "count": 7}]}"#
            let before = try await office.rows()
            let old = office.clock.source.now - .seconds(301)
            await #expect(throws: PushError.outsideWindow) { try await send(body, signedAt: old, to: office) }
            await #expect(throws: PushError.wrongSignature) {
                try await office.workspace.receivePush(
                    on: try slug("speakers"), Array(body.utf8),
                    signature: PushSignature(
                        id: "msg-1", timestamp: "\(office.clock.source.now.milliseconds / 1000)",
                        signatures: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="))
            }
            // A channel that takes no figures, and none at all, look the same.
            for channel in ["page", "nobody"] {
                await #expect(throws: PushError.notExpected) { try await send(body, on: channel, to: office) }
            }
            #expect(try await office.rows() == before)
        }
    }
}
