import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// Posts that really leave, through libcurl, to a receiver on this machine.
struct DeliveryTests {
    /// A workspace whose channels lead to a receiver of this script.
    private func open(
        _ script: @escaping LoopbackReceiver.Script, _ test: (Office, LoopbackReceiver) async throws -> Void
    ) async throws {
        let receiver = try LoopbackReceiver(script)
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { try await test($0, receiver) }
    }

    private func deliver(_ office: Office) async throws -> DeliverySummary {
        let clock = office.clock
        return try await office.workspace.deliver(
            .untilIdle(within: .seconds(86_400)), wait: { clock.advance(by: $0) })
    }

    @Test func `what is approved arrives as it was approved, once, under its key and with its secret`() async throws {
        let answers: LoopbackReceiver.Script = { _, _ in 200 }
        try await open(answers) { office, receiver in
            let post = try await office.approved(text: "Gọi 111 \"ngay\"\nhôm nay")
            try office.turn(to: "2026-06-01 08:00")
            let summary = try await deliver(office)
            #expect(summary.posted == 1 && summary.attempts == 1)
            let request = try #require(receiver.requests.first)
            #expect(receiver.requests.count == 1 && request.lines.first == "POST /page HTTP/1.1")
            #expect(request.header("Idempotency-Key") == post.id.description)
            #expect(request.header("X-Token") == "s3cret-of-page")
            #expect(request.body == #"{"title":"Bảo vệ trẻ em","text":"Gọi 111 \"ngay\"\nhôm nay"}"#)
            let found = try await office.workspace.post(post.id.description, as: try office.user("lan"))
            #expect(found.post.state == .posted && found.post.receipt?.at == office.clock.source.now)
            #expect(found.attempts.map(\.outcome) == ["posted"] && found.attempts.map(\.status) == [200])
        }
    }

    @Test func `no secret is kept of what was sent, in attempts or in the audit log`() async throws {
        let answers: LoopbackReceiver.Script = { _, _ in 404 }
        try await open(answers) { office, _ in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            _ = try await deliver(office)
            let attempt = try await office.workspace.post(post.id.description, as: .program).attempts.first
            #expect(attempt?.request?.contains("X-Token: •••") == true)
            #expect(try await office.rows().allSatisfy { !$0.contains("s3cret-of-page") })
        }
    }

    @Test func `a receiver that is busy gets the post later, under the same key`() async throws {
        let answers: LoopbackReceiver.Script = { _, number in number < 3 ? 503 : 200 }
        try await open(answers) { office, receiver in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            let summary = try await deliver(office)
            #expect(summary.posted == 1 && summary.retrying == 2)
            #expect(Set(receiver.requests.map { $0.header("Idempotency-Key") }) == [post.id.description])
            let found = try await office.post(post)
            #expect(found.attempts == 3)
            let third = try office.moment("2026-06-01 08:01") + .seconds(5)
            #expect(found.receipt?.at == third)
        }
    }

    @Test
    func `a connection that broke after the request left is unknown without a promise and sent again under a key`()
        async throws
    {
        let answers: LoopbackReceiver.Script = { request, number in
            request.lines[0].contains("/wall") || number < 2 ? nil : 200
        }
        try await open(answers) { office, receiver in
            let keyed = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await deliver(office).posted == 1)
            let plain = try await office.approved(on: "wall", at: "2026-06-01 09:00")
            try office.turn(to: "2026-06-01 09:00")
            #expect(try await deliver(office).unknown == 1)
            #expect(try await deliver(office).attempts == 0)
            #expect(receiver.requests.filter { $0.lines[0].contains("/wall") }.count == 1)
            #expect(try await office.post(keyed).attempts == 2)
            #expect(try await office.post(plain).state == .unknown)
        }
    }

    @Test func `Gone switches the channel off, keeps its queue, and a person switches it on again`() async throws {
        let answers: LoopbackReceiver.Script = { _, number in number == 1 ? 410 : 200 }
        try await open(answers) { office, receiver in
            let lan = try office.user("lan")
            for minute in 0...2 { _ = try await office.approved(at: "2026-06-01 08:0\(minute)") }
            let other = try await office.approved(on: "wall", at: "2026-06-01 08:03")
            try office.turn(to: "2026-06-01 08:03")
            let summary = try await deliver(office)
            #expect(summary.posted == 1 && summary.attempts == 2)
            #expect(try await office.post(other).state == .posted)
            let status = try await office.workspace.channelStatus(try slug("page"))
            #expect(status.disabledReason?.english.contains("410") == true && !status.isReady)
            try await office.workspace.enableChannel(try slug("page"), reason: "Đã sửa", as: lan, mode: .perform)
            #expect(try await deliver(office).posted == 3)
            #expect(receiver.requests.count == 5)
            await #expect(throws: PublishingError.self) {
                try await office.workspace.enableChannel(try slug("page"), reason: "Đã sửa", as: lan, mode: .perform)
            }
        }
    }

    @Test func `one channel that refuses spoils no other`() async throws {
        let answers: LoopbackReceiver.Script = { request, _ in request.lines[0].contains("/page") ? 404 : 200 }
        try await open(answers) { office, _ in
            let (refused, taken) = (try await office.approved(), try await office.approved(on: "wall"))
            try office.turn(to: "2026-06-01 08:00")
            let summary = try await deliver(office)
            #expect(summary.failed == 1 && summary.posted == 1)
            #expect(try await office.post(refused).state == .failed)
            #expect(try await office.post(taken).state == .posted)
        }
    }

    @Test func `a post that failed is tried again when a person says so`() async throws {
        let answers: LoopbackReceiver.Script = { _, number in number == 1 ? 404 : 200 }
        try await open(answers) { office, _ in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            _ = try await deliver(office)
            #expect(try await office.review(post, .retry, by: "hoa").state == .approved)
            #expect(try await deliver(office).posted == 1)
        }
    }

    @Test func `a test message is sent and counted nowhere`() async throws {
        let answers: LoopbackReceiver.Script = { _, _ in 200 }
        try await open(answers) { office, receiver in
            let lan = try office.user("lan")
            let shown = try await office.workspace.testChannel(try slug("page"), text: "Thử", dryRun: true, as: lan)
            #expect(shown.conclusion == nil && receiver.requests.isEmpty)
            #expect(shown.requests.first?.headers.contains(HeaderField("X-Token", "•••")) == true)
            let sent = try await office.workspace.testChannel(try slug("page"), text: "Thử", dryRun: false, as: lan)
            #expect(sent.status == 200 && receiver.requests.count == 1)
            #expect(try await office.workspace.posts(PostFilter(), as: .program).isEmpty)
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.testChannel(
                    try slug("page"), text: "Thử", dryRun: true, as: try office.user("tay"))
            }
        }
    }

    @Test func `a test message keeps to posting hours and to the hold of a unit`() async throws {
        let answers: LoopbackReceiver.Script = { _, _ in 200 }
        try await open(answers) { office, receiver in
            let (lan, workspace) = (try office.user("lan"), office.workspace)
            func tryOut() async throws {
                _ = try await workspace.testChannel(try slug("office"), dryRun: false, as: lan)
            }
            // A Saturday, and the channel is open from Monday to Friday.
            try office.turn(to: "2026-06-06 09:00")
            await #expect(throws: PublishingError.self) { try await tryOut() }
            try office.turn(to: "2026-06-08 09:00")
            try await tryOut()
            _ = try await workspace.hold(
                .unit(try slug("east-police")), reason: "dừng", as: try office.user("admin"), mode: .perform)
            await #expect(throws: PublishingError.self) { try await tryOut() }
            #expect(receiver.requests.count == 1)
        }
    }
}
