import Outreach
import Synchronization
import Testing

@testable import Delivery

private typealias Make = EngineFixture

struct DeliveryEngineTests {
    private let clock = TurnedClock()

    private func engine(_ outbox: ScriptedOutbox, _ transport: ScriptedTransport) -> DeliveryEngine {
        DeliveryEngine(outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: clock.turning, seed: 1)
    }

    private func due(_ envelopes: [Envelope], after seconds: [Int] = []) -> [ScriptedOutbox.Waiting] {
        envelopes.enumerated().map { index, envelope in
            let delay = seconds.indices.contains(index) ? seconds[index] : 0
            return ScriptedOutbox.Waiting(envelope: envelope, due: clock.now + .seconds(delay))
        }
    }

    @Test func `what a dead process left is settled first, and a claim is durable before a byte may leave`()
        async throws
    {
        let log = EngineLog()
        let posts = try (1...3).map { try Make.envelope($0, Make.webhook()) }
        let outbox = ScriptedOutbox(due(posts), time: clock.source, log: log, abandoned: 2)
        let transport = ScriptedTransport(log: log) { _, _ in .answered(200) }
        let summary = try await engine(outbox, transport).run(.once)
        #expect(
            log.all == [
                "recover", "claim p1/1", "perform 1", "record p1/1", "claim p2/1", "perform 2", "record p2/1",
                "claim p3/1", "perform 3", "record p3/1",
            ])
        #expect(summary.recovered == 2 && summary.attempts == 3 && summary.posted == 3)
    }

    @Test func `a summary counts what became of each`() async throws {
        let posts = try (1...6).map {
            try Make.envelope(
                $0, Make.webhook(promise: .none, disable: DisableRule(statuses: [.code(410)])), channel: "page-\($0)")
        }
        let outbox = ScriptedOutbox(due(posts), time: clock.source)
        let transport = ScriptedTransport { _, number in
            switch number {
            case 1: .answered(200)
            case 2: .answered(429)
            case 3: .answered(404)
            case 4: .answered(410)
            case 5: .broken(.reset, bytesMayHaveLeft: true)
            default: .answered(429, headers: [HeaderField("Retry-After", "86400")])
            }
        }
        let summary = try await engine(outbox, transport).run(.once)
        #expect(summary.attempts == 6 && summary.posted == 1 && summary.retrying == 2)
        #expect(summary.failed == 1 && summary.unknown == 1 && summary.missed == 1 && summary.stale == 0)
    }

    @Test func `a result that came too late is counted as stale and as nothing else`() async throws {
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook()) }
        let outbox = ScriptedOutbox(due(posts), time: clock.source, isStale: { $0.token == "p1/1" })
        let summary = try await engine(outbox, ScriptedTransport { _, _ in .answered(200) }).run(.once)
        #expect(summary.stale == 1 && summary.attempts == 1 && summary.posted == 1)
    }

    @Test func `one run tries a post once and leaves what is due later`() async throws {
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook()) }
        let outbox = ScriptedOutbox(due(posts, after: [0, 1]), time: clock.source)
        let transport = ScriptedTransport { _, _ in .answered(503) }
        let summary = try await engine(outbox, transport).run(.once)
        #expect(transport.requests.count == 1 && summary.retrying == 1)
        #expect(await outbox.waiting.count == 2)
    }

    @Test(arguments: [0, 0.2])
    func `retries follow the schedule, lengthened by no more than its share, until one gets through`(
        jitter: Double
    ) async throws {
        let delays = [5, 60, 300]
        let webhook = try Make.webhook(
            retry: RetryPolicy(
                onConnect: true, statuses: [.code(503)],
                schedule: RetrySchedule(delays: delays.map { .seconds($0) }, jitter: jitter)))
        let outbox = ScriptedOutbox(due([try Make.envelope(1, webhook)]), time: clock.source)
        let transport = ScriptedTransport { _, number in number < 4 ? .answered(503) : .answered(200) }
        let summary = try await engine(outbox, transport).run(.untilIdle(within: .seconds(3600)))
        #expect(summary.attempts == 4 && summary.retrying == 3 && summary.posted == 1)
        let ends = await outbox.results.map { ($0.endedAt - TurnedClock.start).milliseconds }
        for (wait, delay) in zip(zip(ends.dropFirst(), ends).map { $0 - $1 }, delays) {
            #expect(Double(wait) >= Double(delay) * 1000 && Double(wait) <= Double(delay) * 1000 * (1 + jitter))
        }
        #expect(await outbox.results.map(\.token) == ["p1/1", "p1/2", "p1/3", "p1/4"])
    }

    @Test func `what falls due within the horizon is waited for, what comes later is left`() async throws {
        let posts = try (1...3).map { try Make.envelope($0, Make.webhook()) }
        let outbox = ScriptedOutbox(due(posts, after: [3600, 0, 3601]), time: clock.source)
        let transport = ScriptedTransport { _, _ in .answered(200) }
        let summary = try await engine(outbox, transport).run(.untilIdle(within: .seconds(3600)))
        #expect(summary.posted == 2)
        #expect(await outbox.results.map { ($0.endedAt - TurnedClock.start).milliseconds } == [0, 3_600_000])
        #expect(await outbox.waiting.map(\.envelope.post) == [posts[2].post])
    }

    @Test func `a channel keeps its rate after its burst`() async throws {
        let rate = try #require(RequestRate("1/s"))
        let webhook = try Make.webhook(limits: DeliveryLimits(rate: rate, burst: 2))
        let posts = try (1...5).map { try Make.envelope($0, webhook) }
        let outbox = ScriptedOutbox(due(posts), time: clock.source)
        let summary = try await engine(outbox, ScriptedTransport { _, _ in .answered(200) })
            .run(.untilIdle(within: .seconds(60)))
        #expect(summary.posted == 5 && summary.attempts == 5)
        #expect(await outbox.results.map { ($0.endedAt - TurnedClock.start).milliseconds } == [0, 0, 1000, 2000, 3000])
    }

    @Test func `a resting channel does not keep those that are due from going`() async throws {
        let rate = try #require(RequestRate("1/m"))
        let slow = try Make.webhook(limits: DeliveryLimits(rate: rate))
        let fast = try Make.webhook()
        let posts = try [
            Make.envelope(1, slow, channel: "slow"), Make.envelope(2, slow, channel: "slow"),
            Make.envelope(3, fast, channel: "fast"), Make.envelope(4, fast, channel: "fast"),
        ]
        let outbox = ScriptedOutbox(due(posts), time: clock.source)
        _ = try await engine(outbox, ScriptedTransport { _, _ in .answered(200) }).run(
            .untilIdle(within: .seconds(600)))
        #expect(await outbox.results.map(\.token) == ["p1/1", "p3/1", "p4/1", "p2/1"])
    }

    @Test func `what becomes of a host is noted in its order, and all of it before the engine ends`() async throws {
        let posts = try (1...5).map { try Make.envelope($0, Make.webhook(), channel: "page-\($0)") }
        let outbox = ScriptedOutbox(due(posts), time: clock.source)
        let transport = ScriptedTransport { _, number in
            number <= 5 ? .broken(.connectionRefused, bytesMayHaveLeft: false) : .answered(200)
        }
        let summary = try await engine(outbox, transport).run(.untilIdle(within: .seconds(3600)))
        #expect(summary.posted == 5)
        #expect(await outbox.health.map(\.failures) == [5, 0])
    }

    @Test func `a running engine finds what is added while it waits, and stops when it is told to`() async throws {
        let added = try Make.envelope(2, Make.webhook())
        let outbox = ScriptedOutbox(due([try Make.envelope(1, Make.webhook())]), time: clock.source)
        let waits = EngineLog()
        let clock = clock
        let turning = EngineClock.turned(clock.source) { duration in
            waits.note("\(duration.milliseconds)")
            switch waits.all.count {
            case 1: await outbox.add(added, due: clock.now + .milliseconds(250))
            case 4: throw CancellationError()
            default: break
            }
            clock.advance(by: duration)
        }
        let engine = DeliveryEngine(
            outbox: outbox, transport: ScriptedTransport { _, _ in .answered(200) }, tokens: ScriptedVault(),
            clock: turning, seed: 1)
        let summary = try await engine.run(.forever(every: .seconds(1)))
        #expect(summary.posted == 2)
        #expect(waits.all.prefix(3) == ["1000", "1000", "1000"])
    }

    @Test func `an outcome is written down though the engine is being stopped`() async throws {
        let posts = try (1...2).map { try Make.envelope($0, Make.webhook(promise: .none)) }
        let outbox = ScriptedOutbox(due(posts), time: clock.source)
        let running = Mutex<Task<DeliverySummary, any Error>?>(nil)
        let transport = ScriptedTransport { _, _ in
            running.withLock { $0?.cancel() }
            return .answered(200)
        }
        let engine = engine(outbox, transport)
        running.withLock { $0 = Task { try await engine.run(.untilIdle(within: .seconds(60))) } }
        let task = try #require(running.withLock { $0 })
        #expect(try await task.value.posted == 1)
        #expect(await outbox.results.map(\.conclusion.kind) == ["posted"])
        #expect(transport.requests.count == 1)
        #expect(await outbox.waiting.count == 1)
    }
}
