import Outreach
import Testing

@testable import Delivery

struct RequestPaceTests {
    private let start = Duration.seconds(100)

    private func lane(_ rate: String?, burst: Int = 1, key: String = "page") throws -> Lane {
        let limits = DeliveryLimits(rate: try rate.map { try #require(RequestRate($0)) }, burst: burst)
        return Lane(
            channel: try EngineFixture.slug("page"), host: "a.example:443", limitKey: key, limits: limits, promise: .key
        )
    }

    /// When a lane that always has something to send gets its first requests through, in milliseconds.
    private func times(_ lane: Lane, count: Int) -> [Int64] {
        var pace = RequestPace()
        var now = start
        return (0..<count).map { _ in
            now = pace.ready(lane, at: now)
            pace.spend(lane, at: now)
            return (now - start).milliseconds
        }
    }

    @Test func `a lane without a rate never rests`() throws {
        #expect(try times(lane(nil), count: 50) == Array(repeating: 0, count: 50))
    }

    @Test func `at one a second every request waits for its second`() throws {
        #expect(try times(lane("1/s"), count: 4) == [0, 1000, 2000, 3000])
        #expect(try times(lane("30/m"), count: 3) == [0, 2000, 4000])
    }

    @Test func `a burst goes at once, then the rate holds`() throws {
        #expect(try times(lane("1/s", burst: 3), count: 6) == [0, 0, 0, 1000, 2000, 3000])
    }

    @Test(arguments: ["1/s", "7/s", "3/m", "200/h", "1000/d"], [1, 4])
    func `over any stretch no more leaves than burst and rate allow`(text: String, burst: Int) throws {
        let lane = try lane(text, burst: burst)
        let rate = try #require(lane.limits.rate)
        let times = times(lane, count: 60)
        for (index, first) in times.enumerated() {
            for (offset, last) in times[index...].enumerated() {
                let allowed = Double(burst) + Double(last - first) * Double(rate.count) / Double(rate.per.milliseconds)
                #expect(Double(offset + 1) <= allowed + 0.001)
            }
        }
    }

    @Test func `after a pause there is a burst again and no more`() throws {
        let lane = try lane("1/s", burst: 2)
        var pace = RequestPace()
        for _ in 1...2 { pace.spend(lane, at: start) }
        #expect(pace.room(lane, at: start) == 0)
        let later = start + .seconds(3600)
        #expect(pace.room(lane, at: later) == 2)
        for _ in 1...2 { pace.spend(lane, at: later) }
        #expect(pace.room(lane, at: later) == 0)
        #expect(pace.ready(lane, at: later) == later + .seconds(1))
    }

    @Test func `what is counted by one key is shared, and what is not rests alone`() throws {
        let (first, second, other) = (try lane("1/m"), try lane("1/m"), try lane("1/m", key: "other"))
        var pace = RequestPace()
        pace.spend(first, at: start)
        #expect(pace.room(second, at: start) == 0 && pace.room(other, at: start) == 1)
        #expect(pace.room(second, at: start + .milliseconds(59_999)) == 0)
        #expect(pace.room(second, at: start + .seconds(60)) == 1)
    }

    @Test func `a receiver that asked to be left alone is, also where there is no rate`() throws {
        let lane = try lane(nil)
        var pace = RequestPace()
        let news = [30, 10].map { pace.rest(lane.limitKey, until: start + .seconds($0)) }
        #expect(news == [true, false])
        #expect(pace.isResting(lane, at: start + .milliseconds(29_999)) && pace.room(lane, at: start) == 0)
        #expect(pace.ready(lane, at: start) == start + .seconds(30))
        #expect(!pace.isResting(lane, at: start + .seconds(30)) && pace.room(lane, at: start + .seconds(30)) == .max)
    }

    @Test func `a request that was not made after all is there again`() throws {
        let lane = try lane("1/m")
        var pace = RequestPace()
        pace.spend(lane, at: start)
        pace.giveBack(lane)
        #expect(pace.room(lane, at: start) == 1)
    }
}
