import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture

/// What the engine does while its own disk or database does not serve it.
struct EngineFaultTests {
    private let clock = TurnedClock()
    private let transport = ScriptedTransport { _, _ in .answered(200) }

    private func outbox(posts: Int = 1) throws -> ScriptedOutbox {
        let waiting = try (1...posts).map {
            ScriptedOutbox.Waiting(envelope: try Make.envelope($0, Make.webhook(promise: .none)), due: clock.now)
        }
        return ScriptedOutbox(waiting, time: clock.source)
    }

    private func engine(_ outbox: FailingOutbox, stoppingAfter limit: Duration = .seconds(86_400)) -> DeliveryEngine {
        let clock = clock
        let turning = EngineClock.turned(clock.source) { step in
            guard clock.now - TurnedClock.start < limit else { throw CancellationError() }
            clock.advance(by: step)
        }
        return DeliveryEngine(outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: turning, seed: 1)
    }

    @Test func `an outcome is written down as soon as the disk takes it, and nothing is sent twice for it`()
        async throws
    {
        let failing = FailingOutbox(try outbox(posts: 2), writes: 5)
        let summary = try await engine(failing, stoppingAfter: .seconds(30)).run(.forever(every: .seconds(10)))
        #expect(summary.posted == 2 && transport.requests.count == 2)
        #expect(await failing.outbox.results.map(\.conclusion.kind) == ["posted", "posted"])
    }

    @Test func `while an outcome cannot be written nothing more is claimed`() async throws {
        let failing = FailingOutbox(try outbox(posts: 2), writes: .max)
        let summary = try await engine(failing, stoppingAfter: .seconds(60)).run(.forever(every: .seconds(1)))
        #expect(summary.posted == 0 && transport.requests.count == 1)
    }

    @Test func `while nothing can be claimed nothing is sent, and it resumes by itself`() async throws {
        let failing = FailingOutbox(try outbox(posts: 2), looks: 3)
        let summary = try await engine(failing, stoppingAfter: .seconds(30)).run(.forever(every: .seconds(10)))
        #expect(summary.posted == 2 && transport.requests.count == 2)
    }

    @Test func `a single run tells whoever asked that nothing can be claimed`() async throws {
        let failing = FailingOutbox(try outbox(), looks: .max)
        await #expect(throws: FailingOutbox.Full.self) { try await engine(failing).run(.once) }
        #expect(transport.requests.isEmpty)
    }

    @Test func `what trying again does not mend stops the engine and is told`() async throws {
        let failing = FailingOutbox(try outbox(), writes: .max, kind: .configuration)
        await #expect(throws: FailingOutbox.Full.self) { try await engine(failing).run(.forever(every: .seconds(1))) }
        #expect(transport.requests.count == 1)
    }

    @Test func `an outcome that the database refuses for good keeps none of the others from being written`()
        async throws
    {
        let envelopes = try (1...5).map { try Make.envelope($0, Make.webhook(promise: .none), channel: "page-\($0)") }
        let outbox = ScriptedOutbox(envelopes.map { .init(envelope: $0, due: clock.now) }, time: clock.source)
        let failing = FailingOutbox(outbox, refused: envelopes[2].post)
        await #expect(throws: FailingOutbox.Full.self) { try await engine(failing).run(.forever(every: .seconds(1))) }
        #expect(transport.requests.count == 5)
        #expect(await outbox.results.map(\.token).sorted() == ["p1/1", "p2/1", "p4/1", "p5/1"])
        #expect(await outbox.results.allSatisfy { $0.status == 200 && $0.request != nil })
    }

    @Test func `a post on a free channel goes out at its moment while another channel rests`() async throws {
        let rate = try #require(RequestRate("1/m"))
        let slow = try Make.webhook(limits: DeliveryLimits(rate: rate))
        let free = try Make.webhook()
        let outbox = ScriptedOutbox(
            [
                .init(envelope: try Make.envelope(1, slow, channel: "slow"), due: clock.now),
                .init(envelope: try Make.envelope(2, slow, channel: "slow"), due: clock.now),
                .init(envelope: try Make.envelope(3, free, channel: "free"), due: clock.now + .seconds(10)),
            ], time: clock.source)
        let summary = try await engine(FailingOutbox(outbox)).run(.untilIdle(within: .seconds(600)))
        #expect(summary.posted == 3)
        let ends = await outbox.results.map { "\($0.token) \(($0.endedAt - TurnedClock.start).milliseconds)" }
        #expect(ends == ["p1/1 0", "p3/1 10000", "p2/1 60000"])
    }
}
