import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture
private typealias Fixture = MachineFixture

/// A network that takes a post in first and says afterwards whether it came out.
struct ConfirmationTests {
    private static let reason = MachineFixture.reason
    private let now = TurnedClock.start
    private let success = StepEnding.answered(.success(captures: [:]), status: 200)
    private let notYet = StepEnding.answered(.retry(after: nil, reason: reason), status: 200)

    private func envelope(lease: Duration = .seconds(900)) throws -> Envelope {
        let steps = [try Make.step("create", path: "create"), try Make.step("verify", role: .confirm, path: "verify")]
        return try Make.envelope(1, Make.webhook(steps, promise: .none), tolerance: .seconds(60), lease: lease)
    }

    /// An attempt whose post was just taken in.
    private func takenIn(_ envelope: Envelope) -> AttemptMachine {
        var attempt = AttemptMachine(envelope)
        #expect(attempt.next(at: now, random: 0) == .make(.step(0, part: 0)))
        #expect(attempt.end(success, at: now, random: 0) == nil && attempt.pause == nil)
        #expect(attempt.next(at: now, random: 0) == .make(.step(1, part: 0)))
        return attempt
    }

    @Test func `a yes is the end, and the post is out`() throws {
        var attempt = takenIn(try envelope())
        #expect(attempt.end(success, at: now, random: 0) == nil)
        guard case .conclude(.posted) = attempt.next(at: now, random: 0) else { return #expect(Bool(false)) }
    }

    @Test(arguments: [
        StepEnding.answered(.dead(reason: reason), status: 200), .answered(.disable(reason: reason), status: 401),
        .answered(.tokenRefused(reason: reason), status: 200), .unprepared(.template(.byHand)),
    ])
    func `a no leaves it to a person, and nothing is published again`(ending: StepEnding) throws {
        var attempt = takenIn(try envelope())
        #expect(attempt.end(ending, at: now, random: 0)?.kind == "unknown")
    }

    @Test(arguments: [
        StepEnding.answered(.retry(after: nil, reason: reason), status: 200),
        .answered(.uncertain(reason: reason), status: 502), .broken(.timeout(afterBytes: 0), bytesMayHaveLeft: true),
        .broken(.connectionRefused, bytesMayHaveLeft: false),
    ])
    func `while it cannot say it is asked again for two minutes, also after the post's own time`(ending: StepEnding)
        throws
    {
        var attempt = takenIn(try envelope())
        var (later, asked) = (now, 1)
        while true {
            if let conclusion = attempt.end(ending, at: later, random: 0) {
                #expect(conclusion.kind == "unknown" && asked == 6 && later - now == .seconds(135))
                return
            }
            later = later + (try #require(attempt.pause))
            #expect(attempt.next(at: later, random: 0) == .make(.step(1, part: 0)))
            asked += 1
        }
    }

    @Test func `a wait that is asked for is kept to, and one too long is not waited for`() throws {
        var attempt = takenIn(try envelope())
        let soon = StepEnding.answered(.retry(after: .seconds(30), reason: Self.reason), status: 429)
        #expect(attempt.end(soon, at: now, random: 0) == nil && attempt.pause == .seconds(30))
        let late = StepEnding.answered(.retry(after: .seconds(3600), reason: Self.reason), status: 429)
        #expect(attempt.end(late, at: now, random: 0)?.kind == "unknown")
    }

    @Test func `without time left on the claim, or held, it is left to a person`() throws {
        let attempt = takenIn(try envelope(lease: .seconds(30)))
        guard case .conclude(.unknown) = attempt.next(at: now + .seconds(20), random: 0) else {
            return #expect(Bool(false))
        }
        #expect(attempt.withheld(Self.reason, at: now).kind == "unknown")
    }

    @Test func `the engine waits before it asks again, and looks at the holds first`() throws {
        let fixture = Fixture()
        let post = try envelope()
        #expect(fixture.claim([post]).made == [post.post])
        _ = fixture.tell(Fixture.answered(post))
        #expect(fixture.tell(.stops(SendingStops())).made == [post.post])
        #expect(fixture.tell(.ended(post.post, notYet, took: .zero)).contains(.readStops))
        #expect(fixture.tell(.stops(SendingStops())).made == [])
        #expect(fixture.tell(.tick, after: .seconds(4)).contains(.readStops))
        #expect(fixture.tell(.stops(SendingStops())).made == [])
        #expect(fixture.tell(.tick, after: .seconds(1)).contains(.readStops))
        #expect(fixture.tell(.stops(SendingStops())).made == [post.post])
        let last = fixture.tell(Fixture.answered(post), .exchanged(ExchangeAnswer()))
        #expect(last.ends == ["1 posted"])
    }
}
