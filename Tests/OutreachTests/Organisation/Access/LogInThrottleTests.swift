import Testing

@testable import Outreach

/// Some failures are free, then the pauses double up to a quarter of an hour.
struct LogInThrottleTests {
    private let start = Instant(milliseconds: 1_780_275_600_000)

    @Test func `the pauses of one name`() {
        let pauses = (1...12).map { LogInThrottle.user.pause(after: $0)?.components.seconds }
        #expect(pauses == [nil, nil, nil, nil, 30, 60, 120, 240, 480, 900, 900, 900])
        #expect(LogInThrottle.user.pause(after: Int.max) == .seconds(900))
    }

    @Test func `an address has more tries than a name`() {
        #expect(LogInThrottle.address.pause(after: 19) == nil)
        #expect(LogInThrottle.address.pause(after: 20) == .seconds(30))
    }

    @Test func `failures add up within an hour and are forgotten after one`() {
        var count: LogInFailures?
        for _ in 1...4 { count = LogInThrottle.user.counting(count, at: start) }
        #expect(count == LogInFailures(failures: 4, lastAt: start, pausedUntil: nil))
        let soon = LogInThrottle.user.counting(count, at: start + .seconds(3599))
        #expect(soon.failures == 5 && soon.pausedUntil == start + .seconds(3599 + 30))
        let late = LogInThrottle.user.counting(count, at: start + .seconds(3600))
        #expect(late == LogInFailures(failures: 1, lastAt: start + .seconds(3600), pausedUntil: nil))
    }
}
