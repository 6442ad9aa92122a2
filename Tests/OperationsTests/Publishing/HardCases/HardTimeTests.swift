import Foundation
import Storage
import Synchronization
import Testing

@testable import Delivery
@testable import Office
@testable import Operations
@testable import Outreach
@testable import Receivers

/// Clocks, zones and outages.
@Suite("Hard cases: time")
struct HardTimeTests {
    @Test(arguments: [
        (name: "one year ahead", seconds: 365 * 86_400, word: "forward"),
        (name: "one hour back", seconds: -3600, word: "back"),
    ])
    func `clock one year ahead, one hour back`(jump: (name: String, seconds: Int, word: String)) async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let first = try await office.approved(on: "plain", at: "2026-06-01 08:00")
            let second = try await office.approved(on: "plain", at: "2026-06-01 08:10")
            try office.turn(to: "2026-06-01 08:00")
            // The clock is set while the engine waits for the second.
            try await office.deliverSetting(clockBy: .seconds(jump.seconds))
            #expect(receiver.requests.count == 1)
            #expect(try await office.post(first).state == .posted)
            let waiting = try await office.post(second)
            #expect(waiting.state == .approved && waiting.attempts == 0)
            let hold = try #require(try await office.workspace.holds(as: .program).first)
            #expect(hold.scope == .everything && hold.by == "loa" && hold.reason.contains(jump.word))
            // Somebody puts the clock right and lets sending go on.
            try office.turn(to: "2026-06-01 08:10")
            try await office.workspace.release(.everything, as: try office.user("admin"), mode: .perform)
            #expect(try await office.deliver().posted == 1)
            #expect(receiver.requests.count == 2)
        }
    }

    @Test func `zone data change: the approved instant stands, and posting hours follow the new data`() async throws {
        try await HardCase.open(port: 9) { office in
            // 16:30 by the data of today is 17:30 by those of tomorrow, half an hour after the office closed.
            let post = try await office.approved(on: "office", at: "2026-06-01 16:30")
            var changed = post
            changed.zone = Zone(name: post.zone.name, data: try #require(TimeZone(secondsFromGMT: 8 * 3600)))
            #expect(changed.moment == post.moment)
            #expect(
                ApprovalSubject(changed, channel: "").canonicalText
                    == ApprovalSubject(post, channel: "").canonicalText)
            let channel = try await office.workspace.database.read { tx in
                try office.workspace.channels.require(post.channel, in: tx)
            }
            #expect(ClosedHours(post, channel, at: post.moment) == nil)
            let closed = try #require(ClosedHours(changed, channel, at: post.moment))
            #expect(closed.until == Instant("2026-06-02T07:00:00+08:00"))
            #expect(closed.until <= post.notAfter)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `outage over the slot`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let channel = try #require(HardCaseChannels.promises[promise])
            let gone = try await office.approved(on: channel, at: "2026-06-01 08:00")
            let still = try await office.approved(on: channel, at: "2026-06-01 11:30")
            try office.turn(to: "2026-06-01 12:00")
            _ = try await office.deliver()
            #expect(try await office.post(gone).state == .missed && receiver.requests.count == 1)
            #expect(try await office.post(gone).attempts == 0)
            #expect(try await office.post(still).attempts == 1)
        }
    }
}

extension Office {
    /// Runs an engine on two clocks, sets the wall clock while it waits for the first time, and ends it an hour later.
    fileprivate func deliverSetting(clockBy jump: Duration) async throws {
        let (clock, uptime) = (clock, Uptime())
        let transport = CurlTransport()
        transport.start()
        let engine = DeliveryEngine(
            outbox: StoredOutbox(workspace: workspace), transport: transport, tokens: workspace.tokens,
            clock: EngineClock(
                read: { Moment(wall: clock.source.now, uptime: uptime.now) },
                wait: { duration in
                    if uptime.now == .zero { clock.advance(by: jump) }
                    guard uptime.now < .seconds(3600) else { throw CancellationError() }
                    uptime.advance(by: duration)
                    clock.advance(by: duration)
                }, runsByItself: false), seed: 1)
        _ = try await engine.run(.forever(every: .seconds(60)))
        await transport.stop()
    }
}

/// A monotonic clock a test turns by hand.
private final class Uptime: Sendable {
    private let elapsed = Mutex(Duration.zero)

    var now: Duration { elapsed.withLock { $0 } }

    func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }
}
