import Delivery
import Outreach
import Testing

private typealias Make = EngineFixture

/// What the engine does while its own disk or database does not serve it.
struct EngineFaultTests {
    private let clock = EngineClock()
    private let transport = ScriptedTransport { _, _ in .answered(200) }

    private func outbox(posts: Int = 1) throws -> ScriptedOutbox {
        let waiting = try (1...posts).map {
            ScriptedOutbox.Waiting(envelope: try Make.envelope($0, Make.webhook(promise: .none)), due: clock.now)
        }
        return ScriptedOutbox(waiting, time: clock.source)
    }

    private func engine(
        _ outbox: FailingOutbox, wait: (@Sendable (Duration) async throws -> Void)? = nil
    ) -> DeliveryEngine {
        let clock = clock
        return DeliveryEngine(
            outbox: outbox, transport: transport, time: clock.source, random: { 0 },
            wait: wait ?? { clock.advance(by: $0) })
    }

    @Test func `an outcome is written down as soon as the disk takes it, and nothing is sent twice for it`()
        async throws
    {
        let failing = FailingOutbox(try outbox(posts: 2), outcomes: 5)
        let summary = try await engine(failing).runOnce()
        #expect(summary.posted == 2 && transport.requests.count == 2)
        #expect(await failing.outbox.results.map(\.conclusion.kind) == ["posted", "posted"])
        #expect(clock.now == EngineClock.start + .seconds(5))
    }

    @Test func `while nothing can be claimed nothing is sent, and it resumes by itself`() async throws {
        let failing = FailingOutbox(try outbox(posts: 2), claims: 3)
        let (clock, waits) = (clock, EngineLog())
        let engine = engine(failing) { duration in
            waits.note("\(duration.milliseconds)")
            if waits.all.count == 6 { throw CancellationError() }
            clock.advance(by: duration)
        }
        let summary = try await engine.run(every: .seconds(10)) { _ in }
        #expect(summary.posted == 2 && transport.requests.count == 2)
    }

    @Test func `what trying again does not mend stops the engine and is told`() async throws {
        let failing = FailingOutbox(try outbox(), outcomes: 1, kind: .configuration)
        await #expect(throws: FailingOutbox.Full.self) { try await engine(failing).runOnce() }
        #expect(transport.requests.count == 1)
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
        let summary = try await engine(FailingOutbox(outbox)).runUntilIdle(within: .seconds(600))
        #expect(summary.posted == 3)
        let ends = await outbox.results.map { "\($0.token) \(($0.endedAt - EngineClock.start).milliseconds)" }
        #expect(ends == ["p1/1 0", "p3/1 10000", "p2/1 60000"])
    }
}
