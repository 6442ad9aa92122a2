import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture
private typealias Fixture = MachineFixture

/// What the machine does about what happens, action by action.
struct DeliveryMachineTests {
    private func envelopes(
        _ numbers: ClosedRange<Int>, channel: String = "page", promise: IdempotencyPromise = .key,
        concurrency: Int = 64, steps: [SendStep]? = nil
    ) throws -> [Envelope] {
        let webhook = try Make.webhook(steps, promise: promise, limits: DeliveryLimits(concurrency: concurrency))
        return try numbers.map { try Make.envelope($0, webhook, channel: channel) }
    }

    @Test func `nothing is claimed before it is settled what a dead process left`() throws {
        let fixture = Fixture()
        #expect(fixture.start() == [.recover])
        #expect(fixture.tell(.tick).isEmpty)
        #expect(fixture.tell(.recovered(2)) == [.exchange([], claiming: true, dueUntil: nil)])
        #expect(fixture.machine.summary.recovered == 2)
    }

    @Test func `a claimed post gets its request, its ending is written down and more is claimed in one round`() throws {
        let fixture = Fixture()
        let post = try envelopes(1...1)[0]
        #expect(fixture.claim([post]) == [.make(.step(0, part: 0), of: post.post, captures: [:])])
        let actions = fixture.tell(Fixture.answered(post))
        #expect(actions.ends == ["1 posted"] && actions.exchange == "1 claiming" && actions.count == 1)
        #expect(fixture.machine.summary.posted == 0)
        _ = fixture.tell(.exchanged(ExchangeAnswer()))
        #expect(fixture.machine.summary.posted == 1)
    }

    @Test func `endings wait a few milliseconds for each other, and none waits longer`() throws {
        let fixture = Fixture()
        let posts = try (1...3).map { try envelopes($0...$0, channel: "page-\($0)")[0] }
        #expect(fixture.claim(posts).made == posts.map(\.post))
        #expect(fixture.tell(Fixture.answered(posts[0])).isEmpty)
        #expect(fixture.deadline == .milliseconds(4))
        #expect(fixture.tell(Fixture.answered(posts[1]), after: .milliseconds(3)).isEmpty)
        #expect(fixture.deadline == .milliseconds(1))
        #expect(fixture.tell(.tick, after: .milliseconds(1)).ends == ["1 posted", "2 posted"])
    }

    @Test func `a full group does not wait, and what ends meanwhile goes with the next`() throws {
        var settings = EngineSettings()
        settings.groupSize = 2
        let fixture = Fixture(settings)
        let posts = try (1...4).map { try envelopes($0...$0, channel: "page-\($0)")[0] }
        _ = fixture.claim(posts)
        #expect(fixture.tell(Fixture.answered(posts[0]), Fixture.answered(posts[1])).ends == ["1 posted", "2 posted"])
        #expect(fixture.tell(Fixture.answered(posts[2]), Fixture.answered(posts[3])).isEmpty)
        #expect(fixture.tell(.exchanged(ExchangeAnswer())).ends == ["3 posted", "4 posted"])
    }

    @Test func `a result that came too late is counted as stale alone`() throws {
        let fixture = Fixture()
        let post = try envelopes(1...1)[0]
        _ = fixture.claim([post])
        _ = fixture.tell(Fixture.answered(post))
        _ = fixture.tell(.exchanged(ExchangeAnswer(stale: [post.post])))
        #expect(fixture.machine.summary.stale == 1 && fixture.machine.summary.attempts == 0)
    }

    @Test func `of what was claimed ahead as much begins as the channel has earned, the rest waits in its order`()
        throws
    {
        let fixture = Fixture()
        let posts = try envelopes(1...4)
        #expect(fixture.claim(posts).made == [posts[0].post])
        #expect(fixture.tell(Fixture.answered(posts[0])).made == [posts[1].post, posts[2].post])
        // A slow answer earns nothing.
        #expect(fixture.tell(Fixture.answered(posts[1], took: .seconds(3))).made == [posts[3].post])
    }

    @Test func `a post whose time ran out while it waited is missed and gets no request`() throws {
        let fixture = Fixture()
        let webhook = try Make.webhook()
        let posts = try [1, 2].map { try Make.envelope($0, webhook, tolerance: .seconds($0 == 1 ? 3600 : 1)) }
        _ = fixture.claim(posts)
        let actions = fixture.tell(Fixture.answered(posts[0]), after: .seconds(2))
        #expect(actions.made.isEmpty && actions.ends == ["1 posted", "2 missed"])
    }

    @Test func `a post whose channel closed while it waited is put back and gets no request`() throws {
        let fixture = Fixture()
        let webhook = try Make.webhook()
        let posts = try [1, 2].map { try Make.envelope($0, webhook, open: .seconds(2)) }
        #expect(fixture.claim(posts).made == [posts[0].post])
        let actions = fixture.tell(Fixture.answered(posts[0]), after: .seconds(2))
        #expect(actions.made.isEmpty && actions.ends == ["1 posted", "2 put back"])
        _ = fixture.tell(.exchanged(ExchangeAnswer()))
        #expect(fixture.machine.summary.attempts == 1 && fixture.machine.traffic.claimed == 0)
    }

    @Test func `while the database is busy nothing is claimed and nothing forgotten, and it is tried again`() throws {
        let fixture = Fixture()
        let post = try envelopes(1...1)[0]
        _ = fixture.claim([post])
        #expect(fixture.tell(Fixture.answered(post)).ends == ["1 posted"])
        #expect(fixture.tell(.exchangeFailed(isLasting: false)).isEmpty)
        #expect(fixture.deadline == .seconds(1))
        #expect(fixture.tell(.tick, after: .milliseconds(999)).isEmpty)
        let again = fixture.tell(.tick, after: .milliseconds(1))
        #expect(again.ends == ["1 posted"] && again.exchange == "1 claiming")
    }

    @Test func `after a failure that lasts every outcome is tried alone, and then the engine ends`() throws {
        let fixture = Fixture()
        let posts = try (1...2).map { try envelopes($0...$0, channel: "page-\($0)")[0] }
        _ = fixture.claim(posts)
        #expect(fixture.tell(Fixture.answered(posts[0]), Fixture.answered(posts[1])).ends.count == 2)
        #expect(fixture.tell(.exchangeFailed(isLasting: true)).exchange == "1")
        #expect(fixture.tell(.exchangeFailed(isLasting: true)).ends == ["2 posted"])
        #expect(fixture.tell(.exchanged(ExchangeAnswer())).isEmpty)
        #expect(fixture.machine.isOver && fixture.machine.hasFailed && fixture.machine.summary.posted == 1)
    }

    @Test func `a look is taken when the next post falls due, and at least every interval`() throws {
        let lane = try envelopes(1...1)[0].lane
        for (due, wait) in [(Duration.milliseconds(300), Duration.milliseconds(300)), (.seconds(90), .seconds(1))] {
            let fixture = Fixture()
            _ = fixture.start()
            _ = fixture.tell(.recovered(0))
            let answer = ExchangeAnswer(due: [.init(lane: lane, at: TurnedClock.start + due)])
            #expect(fixture.tell(.exchanged(answer)).isEmpty && fixture.deadline == wait)
            #expect(fixture.tell(.tick, after: wait).exchange == "0 claiming")
        }
    }

    @Test func `a single run ends when a look at rest found nothing`() throws {
        let fixture = Fixture(run: .once)
        let post = try envelopes(1...1)[0]
        _ = fixture.claim([post])
        #expect(fixture.tell(Fixture.answered(post)).exchange == "1 claiming")
        #expect(!fixture.machine.isOver)
        _ = fixture.tell(.exchanged(ExchangeAnswer()))
        #expect(fixture.machine.isOver)
    }

    @Test func `the same seed and the same events give the same actions`() throws {
        let posts = try envelopes(1...20, concurrency: 4)
        let runs = (1...2).map { _ in
            let fixture = Fixture()
            var actions = fixture.claim(posts)
            for (number, post) in posts.enumerated() {
                actions += fixture.tell(Fixture.answered(post, number % 3 == 0 ? 503 : 200), after: .milliseconds(5))
                actions += fixture.tell(.exchanged(ExchangeAnswer()))
            }
            return actions
        }
        #expect(runs[0] == runs[1])
    }
}
