import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture

/// Which request of an attempt comes next, and what becomes of the post.
struct AttemptMachineTests {
    private static let reason = MachineFixture.reason
    private let now = TurnedClock.start

    private func probe(after delay: Duration = .seconds(60)) throws -> ProbeTemplate {
        ProbeTemplate(
            url: try URLTemplate("https://a.example/posts"), captures: [try Make.capture("id", "/id")],
            absent: SuccessCondition(statuses: [.code(404)]), after: delay)
    }

    private func steps() throws -> [SendStep] {
        try [
            Make.step("upload", role: .prepare, path: "upload"), Make.step("post", path: "post"),
            Make.step("link", role: .follow, path: "link"),
        ]
    }

    private func success(_ captures: [String: String] = [:]) -> StepEnding {
        .answered(.success(captures: captures), status: 200)
    }

    private func notNow(_ status: Int = 429) -> StepEnding {
        .answered(.retry(after: nil, reason: Self.reason), status: status)
    }

    /// Lets an attempt go through these endings; gives the calls it made and its conclusion.
    private func walk(
        _ envelope: Envelope, _ endings: [StepEnding], after duration: Duration = .zero
    ) -> (calls: [AttemptMachine.Call], conclusion: Conclusion?, partsSent: Int) {
        var attempt = AttemptMachine(envelope)
        var calls: [AttemptMachine.Call] = []
        var now = now
        for ending in endings {
            switch attempt.next(at: now, random: 0) {
            case .conclude(let conclusion): return (calls, conclusion, attempt.partsSent)
            case .make(let call): calls.append(call)
            }
            now = now + duration
            if let conclusion = attempt.end(ending, at: now, random: 0) {
                return (calls, conclusion, attempt.partsSent)
            }
        }
        if case .conclude(let conclusion) = attempt.next(at: now, random: 0) {
            return (calls, conclusion, attempt.partsSent)
        }
        return (calls, nil, attempt.partsSent)
    }

    @Test func `nothing begins once the channel's posting hours are over, and what was only prepared waits`() throws {
        let open = Duration.seconds(2)
        let attempt = AttemptMachine(try Make.envelope(1, Make.webhook(), open: open))
        #expect(attempt.next(at: now + open - .milliseconds(1), random: 0) == .make(.step(0, part: 0)))
        guard case .conclude(.putBack) = attempt.next(at: now + open, random: 0) else { return #expect(Bool(false)) }
        let envelope = try Make.envelope(1, Make.webhook(steps()), open: open)
        let prepared = walk(envelope, [success(), success()], after: open)
        #expect(prepared.calls == [.step(0, part: 0)] && prepared.conclusion?.kind == "retry")
    }

    @Test func `a text that is out in part when the posting hours end is finished`() throws {
        let envelope = try Make.envelope(1, Make.webhook(), parts: ["Gọi", "111"], open: .seconds(2))
        let walk = walk(envelope, [success(), success()], after: .seconds(2))
        #expect(walk.calls == [.step(0, part: 0), .step(0, part: 1)] && walk.conclusion?.kind == "posted")
    }

    @Test func `with more pieces out than there are now nothing is published again`() throws {
        let envelope = try Make.envelope(1, Make.webhook(steps()), parts: ["Gọi 111"], partsSent: 2)
        let walk = walk(envelope, [success(), success(), success()])
        #expect(walk.calls == [.step(0, part: 0), .step(2, part: 0)])
    }

    @Test func `steps go in their order, and the post is out after the last`() throws {
        let walk = walk(try Make.envelope(1, Make.webhook(steps())), [success(), success(), success()])
        #expect(walk.calls == [.step(0, part: 0), .step(1, part: 0), .step(2, part: 0)])
        #expect(walk.conclusion?.kind == "posted")
    }

    @Test func `a text in pieces is published piece by piece, with one upload before and one look after`() throws {
        let envelope = try Make.envelope(1, Make.webhook(steps(), promise: .none), parts: ["một", "hai", "ba"])
        let walk = walk(envelope, Array(repeating: success(), count: 5))
        #expect(
            walk.calls == [
                .step(0, part: 0), .step(1, part: 0), .step(1, part: 1), .step(1, part: 2), .step(2, part: 0),
            ])
        #expect(walk.conclusion?.kind == "posted" && walk.partsSent == 3)
    }

    @Test func `a piece that is not taken is sent later, and the pieces before it are not sent again`() throws {
        let webhook = try Make.webhook(promise: .none)
        let envelope = try Make.envelope(1, webhook, parts: ["một", "hai", "ba"])
        let first = walk(envelope, [success(), notNow()])
        #expect(first.conclusion?.kind == "retry" && first.partsSent == 1)
        let again = try Make.envelope(1, webhook, parts: ["một", "hai", "ba"], partsSent: first.partsSent)
        let second = walk(again, [success(), success()])
        #expect(second.calls == [.step(0, part: 1), .step(0, part: 2)] && second.conclusion?.kind == "posted")
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a post of which a piece is out is neither failed nor missed`(promise: IdempotencyPromise) throws {
        let webhook = try Make.webhook(promise: promise, probe: promise == .probe ? probe() : nil)
        let refused = StepEnding.answered(.dead(reason: Self.reason), status: 400)
        let envelope = try Make.envelope(1, webhook, parts: ["một", "hai"])
        #expect(walk(envelope, [success(), refused]).conclusion == .unknown(reason: Self.reason))
        let short = try Make.envelope(1, webhook, parts: ["một", "hai"], tolerance: .seconds(2))
        #expect(walk(short, [success(), notNow()]).conclusion == .unknown(reason: Self.reason))
        #expect(walk(short, [success()], after: .seconds(3)).conclusion?.kind == "unknown")
    }

    @Test func `pieces have keys of their own, the first the post's`() throws {
        let envelope = try Make.envelope(1, Make.webhook(), parts: ["một", "hai"])
        #expect((0...1).map { envelope.values(ofPart: $0).text } == ["một", "hai"])
        let key = envelope.values.key
        #expect((0...1).map { envelope.values(ofPart: $0).key } == [key, "\(key)-2"])
    }

    @Test func `what may be out is asked about first, and found it is posted with what was found`() throws {
        let webhook = try Make.webhook(
            promise: .probe, probe: probe(), receipt: ReceiptTemplate(id: Template("{{steps.post.id}}"), link: nil))
        let walk = walk(try Make.envelope(1, webhook, isInDoubt: true), [success(["id": "77"])])
        #expect(walk.calls == [.probe])
        #expect(walk.conclusion == .posted(Receipt(remoteID: "77", link: nil, at: now)))
    }

    @Test func `what the receiver does not have is sent`() throws {
        let webhook = try Make.webhook(promise: .probe, probe: probe())
        let walk = walk(
            try Make.envelope(1, webhook, isInDoubt: true), [.answered(.absent, status: 404), success()])
        #expect(walk.calls == [.probe, .step(0, part: 0)] && walk.conclusion?.kind == "posted")
    }

    @Test(arguments: [
        StepEnding.answered(.uncertain(reason: reason), status: 500), .answered(.dead(reason: reason), status: 403),
        .answered(.retry(after: nil, reason: reason), status: 429),
        .broken(.connectionRefused, bytesMayHaveLeft: false), .broken(.timeout(afterBytes: 0), bytesMayHaveLeft: true),
    ])
    func `while the receiver cannot say, nothing is sent and it is asked again`(ending: StepEnding) throws {
        let webhook = try Make.webhook(promise: .probe, probe: probe())
        let walk = walk(try Make.envelope(1, webhook, isInDoubt: true), [ending])
        guard case .retry(let next, _, inDoubt: true) = walk.conclusion else {
            Issue.record("\(String(describing: walk.conclusion))")
            return
        }
        #expect(walk.calls == [.probe] && next - now >= .seconds(60))
    }

    @Test func `a probe refused for its token is asked again with a new one, once`() throws {
        let webhook = try Make.webhook(promise: .probe, probe: probe())
        let refused = StepEnding.answered(.tokenRefused(reason: Self.reason), status: 401)
        let envelope = try Make.envelope(1, webhook, isInDoubt: true)
        let renewed = walk(envelope, [refused, success(), .answered(.absent, status: 404), success()])
        #expect(renewed.calls == [.probe, .refresh, .probe, .step(0, part: 0)] && renewed.conclusion?.kind == "posted")
        let twice = walk(envelope, [refused, success(), refused])
        #expect(twice.calls == [.probe, .refresh, .probe] && twice.conclusion?.kind == "retry")
    }

    @Test func `a post that was never in doubt is not asked about`() throws {
        let webhook = try Make.webhook(promise: .probe, probe: probe())
        #expect(walk(try Make.envelope(1, webhook), [success()]).calls == [.step(0, part: 0)])
    }

    @Test func `what may have gone out is given its time to show before it is asked about`() throws {
        let webhook = try Make.webhook(promise: .probe, probe: probe(after: .seconds(300)))
        let walk = walk(try Make.envelope(1, webhook), [.broken(.reset, bytesMayHaveLeft: true)])
        guard case .retry(let next, _, inDoubt: true) = walk.conclusion else {
            Issue.record("\(String(describing: walk.conclusion))")
            return
        }
        #expect(next - now >= .seconds(300))
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a post that may be out by an earlier attempt is neither failed nor missed`(promise: IdempotencyPromise) throws
    {
        let webhook = try Make.webhook(promise: promise)
        let envelope = try Make.envelope(1, webhook, isInDoubt: true, tolerance: .seconds(60))
        for ending in [StepEnding.answered(.dead(reason: Self.reason), status: 404), .unprepared(.template(.byHand))] {
            let conclusion = walk(envelope, [ending]).conclusion
            #expect(conclusion?.kind == "unknown" || promise == .probe && conclusion?.kind == "retry")
        }
    }

    @Test func `a token that is refused is renewed once and the request made again`() throws {
        let refused = StepEnding.answered(.tokenRefused(reason: Self.reason), status: 401)
        let envelope = try Make.envelope(1, Make.webhook(promise: .none))
        let once = walk(envelope, [refused, success(), success()])
        #expect(once.calls == [.step(0, part: 0), .refresh, .step(0, part: 0)] && once.conclusion?.kind == "posted")
        let twice = walk(envelope, [refused, success(), refused])
        #expect(twice.conclusion == .channelDisabled(reason: Self.reason))
    }

    @Test func `without time left on the claim no further request is made`() throws {
        let webhook = try Make.webhook(steps(), promise: .none)
        // A request may take 20 seconds and the claim stands for 30.
        let envelope = try Make.envelope(1, webhook, lease: .seconds(30))
        let late = walk(envelope, [success(), success(), success()], after: .seconds(11))
        #expect(late.calls == [.step(0, part: 0)] && late.conclusion?.kind == "retry")
        let published = walk(envelope, [success(), success(), success()], after: .seconds(6))
        #expect(published.calls.count == 2 && published.conclusion?.kind == "posted")
    }

    @Test func `its time over between upload and publishing, the post is missed`() throws {
        let envelope = try Make.envelope(1, Make.webhook(steps(), promise: .none), tolerance: .seconds(5))
        let walk = walk(envelope, [success()], after: .seconds(6))
        #expect(walk.calls == [.step(0, part: 0)] && walk.conclusion?.kind == "missed")
    }

    @Test
    func `held before anything left it is put back, after an upload it is tried again, after publishing it is out`()
        throws
    {
        let envelope = try Make.envelope(1, Make.webhook(steps(), promise: .none))
        var attempt = AttemptMachine(envelope)
        #expect(attempt.withheld(Self.reason, at: now) == .putBack(reason: Self.reason))
        for expected in ["retry", "posted"] {
            _ = attempt.next(at: now, random: 0)
            #expect(endOf(&attempt) == nil)
            #expect(attempt.withheld(Self.reason, at: now).kind == expected)
        }
    }

    private func endOf(_ attempt: inout AttemptMachine) -> Conclusion? {
        attempt.end(success(), at: now, random: 0)
    }
}
