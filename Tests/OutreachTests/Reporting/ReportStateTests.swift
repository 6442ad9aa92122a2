import Outreach
import Testing

struct ReportStateTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func range(_ first: String, _ last: String) throws -> DayRange {
        let (first, last) = (try day(first), try day(last))
        return try #require(DayRange(first, last))
    }

    private func period() throws -> Period {
        Period(
            code: "2026-H1", name: LocalizedText(vi: "a", en: "a"), range: try range("2026-01-01", "2026-06-30"),
            due: try day("2026-07-05"), lock: try day("2026-07-31"))
    }

    @Test(arguments: [
        ("2026-03-01", ReportState.running), ("2026-06-30", .running), ("2026-07-01", .due), ("2026-07-05", .due),
        ("2026-07-06", .late), ("2026-07-31", .late), ("2026-08-01", .locked),
    ])
    func `a report that did not come in is running, due, late, then locked`(today: String, state: ReportState) throws {
        #expect(try ReportState(of: period(), submissions: [], exception: nil, today: day(today)) == state)
    }

    @Test(arguments: [("2026-07-05", ReportState.onTime), ("2026-07-06", .submittedLate)])
    func `a report that came in is on time or late by the day of its first version`(
        submitted: String, state: ReportState
    ) throws {
        #expect(
            try ReportState(
                of: period(), submissions: [day(submitted)], exception: .excused, today: day("2026-09-01")) == state)
    }

    @Test(arguments: [
        ("2026-06-29", ReportState.early), ("2026-07-01", .due), ("2026-07-06", .late), ("2026-08-01", .locked),
    ])
    func `what came in before the period was over says nothing about the whole of it`(
        today: String, state: ReportState
    ) throws {
        let early = try [day("2026-05-02"), day("2026-06-29")]
        #expect(try ReportState(of: period(), submissions: early, exception: nil, today: day(today)) == state)
        let whole = try early + [day("2026-07-03")]
        #expect(try ReportState(of: period(), submissions: whole, exception: nil, today: day("2026-08-01")) == .onTime)
    }

    @Test func `whoever is excused is waited for no more, and whoever was let in again is late, not locked`() throws {
        let today = try day("2026-09-01")
        #expect(try ReportState(of: period(), submissions: [], exception: .excused, today: today) == .excused)
        #expect(try ReportState(of: period(), submissions: [], exception: .reopened, today: today) == .late)
    }

    @Test(arguments: [
        ("120", 60, 60.0, 120.0, Pace.Standing.onPace), ("120", 59, 60, 120, .behind), ("120", 130, 60, 120, .reached),
        ("≤ 10", 12, 5, 10, .exceeded), ("> 95%", 96, 47.5, 95, .reached),
    ])
    func `pace is what was done, what would be by today, and what it comes to`(
        target: String, value: Int, expected: Double, goal: Double, standing: Pace.Standing
    ) throws {
        let (june, today) = (try range("2026-06-01", "2026-06-30"), try day("2026-06-15"))
        let pace = try #require(
            Pace(value: value, whole: 100, target: TargetValue(reading: target), during: june, today: today))
        #expect(pace.expected == expected && pace.target == goal && pace.standing == standing)
        #expect(pace.forecast == Double(value) * 2)
    }

    @Test(arguments: ["khi có hướng dẫn", "", "3%"])
    func `words, blanks and percentages of nothing have no pace`(target: String) throws {
        let range = DayRange(try day("2026-06-01"))
        #expect(
            Pace(value: 3, whole: nil, target: TargetValue(reading: target), during: range, today: range.first) == nil)
    }
}
