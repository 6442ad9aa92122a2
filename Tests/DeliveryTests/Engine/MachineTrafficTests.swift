import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture
private typealias Fixture = MachineFixture

/// One dead or slow host never takes what others need.
struct MachineTrafficTests {
    private func lane(
        _ channel: String = "page", host: String = "a.example", promise: IdempotencyPromise = .key,
        concurrency: Int = 64, rate: String? = nil
    ) throws -> Lane {
        let limits = DeliveryLimits(
            rate: try rate.map { try #require(RequestRate($0)) }, concurrency: concurrency)
        let webhook = try Make.webhook(host: host, promise: promise, limits: limits)
        return try Make.lane(webhook, Make.channel(webhook, channel))
    }

    /// Claims and begins what there is room for, and answers it.
    private func exercise(_ traffic: inout Traffic, _ lane: Lane, _ sign: SignOfLife, times: Int) {
        for _ in 0..<times {
            traffic.claim(lane, at: .zero)
            traffic.begin(lane)
            _ = traffic.note(sign, of: lane, begun: .zero, at: .zero)
            traffic.end(lane)
        }
    }

    @Test func `a channel begins with one transfer and earns one more with every quick answer, up to its limit`() throws
    {
        var traffic = Traffic(EngineSettings())
        let lane = try lane(promise: .none, concurrency: 3)
        #expect(traffic.room(lane, at: .zero) == 1)
        exercise(&traffic, lane, .quick, times: 1)
        #expect(traffic.room(lane, at: .zero) == 2)
        exercise(&traffic, lane, .quick, times: 9)
        #expect(traffic.room(lane, at: .zero) == 3)
        exercise(&traffic, lane, .none, times: 1)
        #expect(traffic.room(lane, at: .zero) == 1)
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `only where a key makes a crash harmless is more claimed than can be sent at once`(
        promise: IdempotencyPromise
    ) throws {
        var traffic = Traffic(EngineSettings())
        let lane = try lane(promise: promise, concurrency: 4)
        exercise(&traffic, lane, .quick, times: 10)
        #expect((traffic.room(lane, at: .zero) > 4) == (promise == .key))
    }

    @Test func `channels that hang hold one transfer each, however many posts they have`() throws {
        var traffic = Traffic(EngineSettings(transfers: 256))
        let healthy = try lane("healthy", host: "b.example")
        for number in 1...20 {
            let hanging = try lane("hanging-\(number)")
            traffic.claim(hanging, at: .zero)
            traffic.begin(hanging)
            #expect(traffic.room(hanging, at: .zero) == 0)
        }
        exercise(&traffic, healthy, .quick, times: 200)
        #expect(traffic.room(healthy, at: .zero) > 64)
        for _ in 0..<64 {
            traffic.claim(healthy, at: .zero)
            #expect(traffic.mayBegin(healthy, at: .zero))
            traffic.begin(healthy)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a host that has not answered yet gets a quarter of all transfers and no more`(
        promise: IdempotencyPromise
    ) throws {
        var traffic = Traffic(EngineSettings(transfers: 40))
        var begun = 0
        for number in 1...40 {
            let lane = try lane("page-\(number)", promise: promise)
            guard traffic.room(lane, at: .zero) > 0 else { continue }
            traffic.claim(lane, at: .zero)
            if traffic.mayBegin(lane, at: .zero) {
                traffic.begin(lane)
                begun += 1
            }
        }
        #expect(begun == 10)
        let other = try lane("other", host: "b.example", promise: promise)
        #expect(traffic.room(other, at: .zero) == 1)
        traffic.claim(other, at: .zero)
        #expect(traffic.mayBegin(other, at: .zero))
    }

    /// Claims and begins as much of these lanes as there is room for.
    private func fill(_ traffic: inout Traffic, _ lanes: [Lane]) {
        for lane in lanes {
            while traffic.room(lane, at: .zero) > 0 {
                traffic.claim(lane, at: .zero)
                if traffic.mayBegin(lane, at: .zero) { traffic.begin(lane) }
            }
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a host that was trusted and then hangs leaves a quarter of everything to others`(
        promise: IdempotencyPromise
    ) throws {
        var traffic = Traffic(EngineSettings(transfers: 256))
        let hanging = try (1...5).map { try lane("hanging-\($0)", promise: promise) }
        for lane in hanging { exercise(&traffic, lane, .quick, times: 200) }
        fill(&traffic, hanging)
        #expect(traffic.free >= 256 * 8 / 4)
        let healthy = try lane("healthy", host: "b.example", promise: promise)
        for _ in 0..<40 {
            #expect(traffic.room(healthy, at: .zero) > 0)
            traffic.claim(healthy, at: .zero)
            #expect(traffic.mayBegin(healthy, at: .zero))
            traffic.begin(healthy)
            // It answers while the other hangs on.
            _ = traffic.note(.quick, of: healthy, begun: .zero, at: .zero)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `however many hosts were trusted and then hang, another may be asked`(promise: IdempotencyPromise) throws {
        var traffic = Traffic(EngineSettings(transfers: 256))
        let hosts = try (1...3).map { host in
            try (1...5).map { try lane("page-\(host)-\($0)", host: "trusted-\(host).example", promise: promise) }
        }
        for lane in hosts.joined() { exercise(&traffic, lane, .quick, times: 200) }
        for lanes in hosts { fill(&traffic, lanes) }
        let healthy = try lane("healthy", host: "b.example", promise: promise)
        #expect(traffic.room(healthy, at: .zero) == 1)
        traffic.claim(healthy, at: .zero)
        #expect(traffic.mayBegin(healthy, at: .zero))
    }

    @Test func `a receiver that is the only one gets every connection its channel may have`() throws {
        var traffic = Traffic(EngineSettings(transfers: 128))
        let only = try lane(concurrency: 64)
        exercise(&traffic, only, .quick, times: 200)
        var begun = 0
        while traffic.room(only, at: .zero) > 0 {
            traffic.claim(only, at: .zero)
            guard traffic.mayBegin(only, at: .zero) else { continue }
            traffic.begin(only)
            begun += 1
        }
        #expect(begun == 64)
    }

    @Test func `a host that fails five times in a row is left alone, then tried once, then trusted or left longer`()
        throws
    {
        var traffic = Traffic(EngineSettings())
        let (lane, sister) = (try lane(), try lane("sister"))
        let other = try self.lane("other", host: "b.example")
        exercise(&traffic, lane, .none, times: 4)
        #expect(traffic.room(lane, at: .zero) == 1)
        exercise(&traffic, sister, .none, times: 1)
        let rest = Duration.seconds(30)
        #expect(traffic.room(lane, at: .zero) == 0 && traffic.room(sister, at: .zero) == 0)
        #expect(traffic.room(other, at: .zero) == 1)
        #expect(traffic.ready(lane, at: .zero) == rest)
        // One of them is the trial.
        #expect(traffic.room(lane, at: rest) == 1)
        traffic.claim(lane, at: rest)
        traffic.begin(lane)
        #expect(traffic.room(sister, at: rest) == 0 && traffic.room(lane, at: rest) == 0)
        let isLeftLonger = traffic.note(.none, of: lane, begun: rest, at: rest)
        traffic.end(lane)
        #expect(isLeftLonger)
        #expect(traffic.ready(lane, at: rest) == rest + .seconds(60))
        let isTrusted = traffic.note(.quick, of: lane, begun: rest, at: rest)
        #expect(isTrusted)
        #expect(traffic.room(sister, at: rest) == 1 && traffic.ready(lane, at: rest) == rest)
    }

    @Test func `however many were under way when a host went down, only a trial that fails lengthens its rest`()
        throws
    {
        let fixture = Fixture()
        let webhook = try Make.webhook(promise: .none)
        let posts = try (1...13).map { try Make.envelope($0, webhook, channel: "page-\($0)") }
        #expect(fixture.claim(Array(posts.dropLast())).made.count == 12)
        _ = fixture.tell(posts.dropLast().map { Fixture.broken($0) }, after: .seconds(1))
        let host = posts[0].lane.host
        #expect(fixture.machine.traffic.breaker(of: host).openUntil == .seconds(31))
        _ = fixture.tell(.exchanged(ExchangeAnswer()))
        // The trial after the rest fails as well.
        _ = fixture.tell(.tick, after: .seconds(30))
        #expect(fixture.tell(.exchanged(ExchangeAnswer(claimed: [posts[12]]))).made == [posts[12].post])
        _ = fixture.tell(Fixture.broken(posts[12]), after: .seconds(1))
        #expect(fixture.machine.traffic.breaker(of: host).openUntil == .seconds(32 + 60))
    }

    @Test func `what was under way when a host went down lengthens no rest, though it fails after it`() throws {
        var traffic = Traffic(EngineSettings())
        let lane = try lane()
        exercise(&traffic, lane, .none, times: 5)
        let rest = Duration.seconds(30)
        let isNews = traffic.note(.none, of: lane, begun: .zero, at: rest + .seconds(1))
        #expect(!isNews && traffic.ready(lane, at: rest) == rest && traffic.room(lane, at: rest) == 1)
    }

    @Test func `an answer in between, even a refusal, keeps the host open`() throws {
        var traffic = Traffic(EngineSettings())
        let lane = try lane()
        for _ in 1...10 {
            exercise(&traffic, lane, .none, times: 4)
            exercise(&traffic, lane, .slow, times: 1)
        }
        #expect(traffic.room(lane, at: .zero) == 1)
    }

    @Test func `what a rate allows is claimed, and what is put back is not counted`() throws {
        var traffic = Traffic(EngineSettings())
        let lane = try lane(rate: "1/m")
        #expect(traffic.room(lane, at: .zero) == 1)
        traffic.claim(lane, at: .zero)
        #expect(traffic.room(lane, at: .zero) == 0 && traffic.ready(lane, at: .zero) == .seconds(60))
        traffic.putBack(lane)
        #expect(traffic.room(lane, at: .zero) == 1)
    }

    @Test func `when a host is left alone, what waits for it goes back without an attempt`() throws {
        var settings = EngineSettings()
        settings.breaker.failures = 1
        let fixture = Fixture(settings)
        let webhook = try Make.webhook(limits: DeliveryLimits(concurrency: 8))
        let posts = try (1...3).map { try Make.envelope($0, webhook) }
        #expect(fixture.claim(posts).made == [posts[0].post])
        let actions = fixture.tell(Fixture.broken(posts[0]))
        #expect(actions.ends == ["1 retry", "2 put back", "3 put back"])
        let health = HostHealth(
            host: "a.example:443", failures: 1, openUntil: TurnedClock.start + .seconds(30))
        #expect(actions.contains(.note(health)))
        let due = ExchangeAnswer.Due(lane: posts[0].lane, at: TurnedClock.start)
        _ = fixture.tell(.exchanged(ExchangeAnswer(due: [due])))
        #expect(fixture.machine.summary.attempts == 1)
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(29)).room(posts[0].lane) == 0)
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(30)).room(posts[0].lane) == 1)
    }

    @Test func `a receiver that says too many is left alone for as long as it asks, with everything that waits`() throws
    {
        let fixture = Fixture()
        let webhook = try Make.webhook(limits: DeliveryLimits(concurrency: 8))
        let posts = try (1...2).map { try Make.envelope($0, webhook) }
        _ = fixture.claim(posts)
        let tooMany = StepEnding.answered(.retry(after: .seconds(90), reason: Fixture.reason), status: 429)
        let actions = fixture.tell(.ended(posts[0].post, tooMany, took: .zero))
        #expect(actions.ends == ["1 retry", "2 put back"])
        let rest = AskedRest(limitKey: posts[0].lane.limitKey, until: TurnedClock.start + .seconds(90))
        #expect(actions.contains(.noteRest(rest)))
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(89)).room(posts[0].lane) == 0)
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(90)).room(posts[0].lane) == 1)
    }

    @Test func `what a receiver asked of an earlier engine holds for this one, for all that count by the same`() throws
    {
        let fixture = Fixture()
        let webhook = try Make.webhook()
        let (one, other) = try (Make.envelope(1, webhook), Make.envelope(2, webhook, channel: "other"))
        _ = fixture.start()
        let rest = AskedRest(limitKey: one.lane.limitKey, until: TurnedClock.start + .seconds(90))
        _ = fixture.tell(.recovered(0, rests: [rest]))
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(89)).room(one.lane) == 0)
        #expect(SendingRoom(fixture.machine.traffic, at: .seconds(90)).room(one.lane) == 1)
        #expect(SendingRoom(fixture.machine.traffic, at: .zero).room(other.lane) == 1)
    }
}
