import Outreach
import Testing

@testable import Delivery

struct ChannelPaceTests {
    private let page: Slug
    private let start = EngineClock.start

    init() throws {
        page = try EngineFixture.slug("page")
    }

    private func limits(_ rate: String?, burst: Int = 1) throws -> DeliveryLimits {
        DeliveryLimits(rate: try rate.map { try #require(RequestRate($0)) }, burst: burst)
    }

    /// When a channel that always has something to send gets its first requests through, in milliseconds.
    private func times(_ limits: DeliveryLimits, count: Int) -> [Int64] {
        var pace = ChannelPace()
        var now = start
        return (0..<count).map { _ in
            if let ready = pace.nextReady(after: now) { now = ready }
            pace.spend(page, limits: limits, at: now)
            return (now - start).milliseconds
        }
    }

    @Test func `a channel without a rate never rests`() throws {
        #expect(try times(limits(nil), count: 50) == Array(repeating: 0, count: 50))
    }

    @Test func `at one a second every request waits for its second`() throws {
        #expect(try times(limits("1/s"), count: 4) == [0, 1000, 2000, 3000])
        #expect(try times(limits("30/m"), count: 3) == [0, 2000, 4000])
    }

    @Test func `a burst goes at once, then the rate holds`() throws {
        #expect(try times(limits("1/s", burst: 3), count: 6) == [0, 0, 0, 1000, 2000, 3000])
    }

    @Test(arguments: ["1/s", "7/s", "3/m", "200/h", "1000/d"], [1, 4])
    func `over any stretch no more leaves than burst and rate allow`(text: String, burst: Int) throws {
        let limits = try limits(text, burst: burst)
        let rate = try #require(limits.rate)
        let times = times(limits, count: 60)
        for (index, first) in times.enumerated() {
            for (offset, last) in times[index...].enumerated() {
                let allowed = Double(burst) + Double(last - first) * Double(rate.count) / Double(rate.per.milliseconds)
                #expect(Double(offset + 1) <= allowed + 0.001)
            }
        }
    }

    @Test func `after a pause there is a burst again and no more`() throws {
        let limits = try limits("1/s", burst: 2)
        var pace = ChannelPace()
        for _ in 1...2 { pace.spend(page, limits: limits, at: start) }
        let later = start + .seconds(3600)
        #expect(pace.resting(at: later).isEmpty)
        for _ in 1...2 { pace.spend(page, limits: limits, at: later) }
        #expect(pace.resting(at: later) == [page])
        #expect(pace.nextReady(after: later) == later + .seconds(1))
    }

    @Test func `a channel rests alone, up to its time and not longer`() throws {
        let other = try EngineFixture.slug("other")
        var pace = ChannelPace()
        pace.spend(page, limits: try limits("1/m"), at: start)
        pace.spend(other, limits: try limits(nil), at: start)
        #expect(pace.resting(at: start) == [page])
        #expect(pace.resting(at: start + .milliseconds(59_999)) == [page])
        #expect(pace.resting(at: start + .seconds(60)).isEmpty)
        #expect(pace.nextReady(after: start + .seconds(60)) == nil)
    }

    @Test func `a clock that goes back gives nothing away`() throws {
        var pace = ChannelPace()
        pace.spend(page, limits: try limits("1/s"), at: start)
        pace.spend(page, limits: try limits("1/s"), at: start - .seconds(3600))
        #expect(pace.resting(at: start - .seconds(3600)) == [page])
    }
}
