import Operations
import Outreach
import Testing

@testable import Office
@testable import Receivers

/// What receivers answer, and what becomes of the post.
@Suite("Hard cases: answers")
struct HardAnswerTests {
    @Test func `410 Gone disables the channel and keeps the queue`() async throws {
        try await HardCase.open(Behaviours.answer(410)) { office, receiver in
            let later = try await office.approved(on: "keyed", at: "2026-06-01 07:59")
            let first = try await office.approved(on: "keyed", at: "2026-06-01 07:58")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.deliver(within: .seconds(3600)).attempts == 1)
            #expect(receiver.requests.count == 1)
            #expect(try await office.post(first).state == .retrying)
            #expect(try await office.post(later).state == .approved)
            let status = try await office.workspace.channelStatus(try slug("keyed"))
            #expect(status.disabledReason?.english.contains("410") == true)
        }
    }

    @Test(
        arguments: [
            ("60", 60), ("Mon, 01 Jun 2026 01:02:00 GMT", 120), ("-30", 5), ("Sun, 31 May 2026 00:00:00 GMT", 5),
            ("99999999999999999999", 86_400),
        ], IdempotencyPromise.allCases)
    func `429 with seconds, with a date, negative, absurd: clamped, never earlier than asked`(
        asked: (value: String, seconds: Int), promise: IdempotencyPromise
    ) async throws {
        let busy = Behaviours.answer(429, headers: ["Retry-After: \(asked.value)"])
        try await HardCase.open(busy) { office, receiver in
            let post = try await office.due(promise, tolerance: .seconds(3 * 86_400))
            #expect(try await office.deliver().retrying == 1)
            let found = try await office.post(post)
            #expect(found.state == .retrying && found.attempts == 1)
            #expect(found.nextAttemptAt == office.clock.source.now + .seconds(asked.seconds))
            office.clock.advance(by: .seconds(asked.seconds) - .milliseconds(1))
            #expect(try await office.deliver().attempts == 0 && receiver.requests.count == 1)
            office.clock.advance(by: .milliseconds(1))
            #expect(try await office.deliver().attempts == 1 && receiver.requests.count == 2)
        }
    }

    @Test func `429 keeps every post of its channel waiting, in this process and the next, without an attempt`()
        async throws
    {
        let busy = Behaviours.answer(429, headers: ["Retry-After: 90"])
        try await HardCase.open(busy) { office, receiver in
            let first = try await office.approved(on: "plain", at: "2026-06-01 07:59")
            _ = try await office.approved(on: "keyed", at: "2026-06-01 08:01")
            let second = try await office.due(on: "plain")
            #expect(try await office.deliver().retrying == 1 && receiver.requests.count == 1)
            #expect(try await office.post(first).attempts == 1)
            office.clock.advance(by: .seconds(89))
            let next = try await office.reopened(secrets: HardCase.secrets)
            // The other channel counts by itself.
            #expect(try await next.deliver().attempts == 1)
            #expect(receiver.paths == ["/plain", "/keyed"])
            #expect(try await office.post(second).attempts == 0)
            let why = try await next.workspace.explainPost(second.id.description, as: .program)
            #expect(why.reasons.contains { $0.english.contains("asked to be left alone until") })
            office.clock.advance(by: .seconds(1))
            #expect(try await next.deliver().attempts == 1)
            #expect(receiver.paths == ["/plain", "/keyed", "/plain"])
        }
    }

    @Test func `429 that asks for longer than the post may wait makes it missed`() async throws {
        try await HardCase.open(Behaviours.answer(429, headers: ["Retry-After: 7200"])) { office, _ in
            let post = try await office.due(.none)
            #expect(try await office.deliver().missed == 1)
            #expect(try await office.post(post).state == .missed)
        }
    }

    @Test func `retry hint in JSON`() async throws {
        try await HardCase.open(Behaviours.answer(429, body: #"{"ok":false,"wait":90.25}"#)) { office, _ in
            let post = try await office.due(.none)
            _ = try await office.deliver()
            let next = office.clock.source.now + .milliseconds(90_250)
            #expect(try await office.post(post).nextAttemptAt == next)
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `redirect to a private address (never followed)`(status: Int) async throws {
        let secret = try Receiver(Behaviours.answer())
        secret.start()
        defer { secret.stop() }
        let redirect = Behaviours.answer(status, headers: ["Location: \(secret.url("/admin"))"])
        try await HardCase.open(redirect) { office, receiver in
            let post = try await office.due(.key)
            #expect(try await office.deliver().failed == 1)
            #expect(try await office.post(post).state == .failed)
            #expect(receiver.requests.count == 1 && secret.connectionCount == 0)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `200 with an error body`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.answer(body: #"{"ok":false,"error":-201}"#)) { office, _ in
            let post = try await office.due(promise)
            #expect(try await office.deliver().failed == 1)
            #expect(try await office.post(post).state == .failed)
            #expect(try await office.attempt(post).answer?.contains("-201") == true)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `200 with an HTML log-in page`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.answer(body: "<html><form>Đăng nhập</form></html>")) { office, _ in
            let post = try await office.due(promise)
            _ = try await office.deliver()
            #expect(try await office.post(post).state == promise.stateInDoubt)
            #expect(try await office.post(post).reason?.english.contains("not JSON") == true)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `endless answers`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.endlessBody) { office, _ in
            let post = try await office.due(promise)
            _ = try await office.deliver()
            #expect(try await office.post(post).state == promise.stateInDoubt)
            #expect(try await office.attempt(post).answer?.utf8.count ?? .max < 2200)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `dripping answers`(promise: IdempotencyPromise) async throws {
        try await HardCase.hang(Behaviours.drip, promise, until: .status) { office, post in
            let (found, attempt) = (try await office.post(post), try await office.attempt(post))
            #expect(found.state == promise.stateInDoubt && attempt.status == 200)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `compressed-bomb answers`(promise: IdempotencyPromise) async throws {
        // What a gzip of zeros begins with; nothing unpacks it, so its size does not matter.
        let bomb = Behaviours.answer(headers: ["Content-Encoding: gzip"], body: "\u{1F}\u{8}\u{0}\u{0}bomb")
        try await HardCase.open(bomb) { office, receiver in
            let post = try await office.due(promise)
            _ = try await office.deliver()
            #expect(receiver.requests.first?.header("Accept-Encoding") == nil)
            #expect(try await office.post(post).state == promise.stateInDoubt)
            #expect(try await office.attempt(post).answer?.contains("bomb") == true)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `header flood`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.headerFlood) { office, _ in
            let post = try await office.due(promise)
            _ = try await office.deliver()
            #expect(try await office.post(post).state == promise.stateInDoubt)
            #expect(try await office.attempt(post).answer?.contains("too long") == true)
        }
    }
}

extension Receiver {
    /// Where the requests went, in their order.
    fileprivate var paths: [String] {
        requests.map { String($0.lines[0].split(separator: " ")[1]) }
    }
}
