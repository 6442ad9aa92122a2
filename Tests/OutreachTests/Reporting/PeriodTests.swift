import Outreach
import Testing

struct PeriodTests {
    private func rule(
        _ code: String, from: String = "01-01", to: String = "06-30", due: String = "07-05"
    ) throws -> PeriodRule {
        PeriodRule(
            code: code, name: LocalizedText(vi: "Nửa năm {year}", en: "Half of {year}"),
            from: try #require(PeriodDay(from)), to: try #require(PeriodDay(to)), due: try #require(PeriodDay(due)))
    }

    @Test func `a code names the period of its year`() throws {
        let period = try #require(rule("{year}-H1").period(named: "2026-H1"))
        #expect(period.code == "2026-H1")
        #expect(period.name == LocalizedText(vi: "Nửa năm 2026", en: "Half of 2026"))
        #expect(period.range.first.description == "2026-01-01" && period.range.last.description == "2026-06-30")
        #expect(period.due.description == "2026-07-05")
    }

    @Test func `an administrative half-year begins in the year before`() throws {
        let period = try #require(
            rule("{year}-ADM-H1", from: "12-15@-1", to: "06-14", due: "06-20").period(named: "2026-ADM-H1"))
        #expect(period.range.first.description == "2025-12-15" && period.range.last.description == "2026-06-14")
    }

    @Test func `a school year ends in the year after`() throws {
        let period = try #require(
            rule("{year}-SCHOOL", from: "09-05", to: "05-31@+1", due: "06-15@+1").period(named: "2026-SCHOOL"))
        #expect(period.range.last.description == "2027-05-31" && period.due.description == "2027-06-15")
    }

    @Test(arguments: [
        ("{year}-H1", "2026-H2"), ("{year}-H1", "2026"), ("{year}", "2026-H1"), ("{year}-H1", "-H1"), ("{year}-H1", ""),
        ("{year}-H1", "26-H1"), ("{year}-H1", "20266-H1"), ("{year}-H1", "202x-H1"), ("{year}-H1", " 2026-H1"),
        ("{year}-H1", "2026-h1"), ("{year}", "٢٠٢٦"), ("{year}", "-001"), ("{year}", "0000"),
        ("{year}-H1", "+026-H1"), ("{year}-H1", "-026-H1"), ("{year}-H1", "2026é-H1"), ("{year}-H1", "٢٦-H1"),
    ])
    func `another's code is none of this rule`(code: String, text: String) throws {
        #expect(try rule(code).period(named: text) == nil)
    }

    @Test func `the year may stand anywhere in the code`() throws {
        #expect(try rule("H1-{year}").period(named: "H1-2026")?.code == "H1-2026")
        #expect(try rule("{year}").period(named: "2026")?.code == "2026")
    }

    @Test func `a rule that ends before it begins has no period`() throws {
        #expect(try rule("{year}", from: "06-30", to: "01-01").period(in: 2026) == nil)
    }

    @Test func `halves and quarters of a year meet without gap or overlap`() throws {
        let quarters = try [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")]
            .enumerated().map { try rule("{year}-Q\($0 + 1)", from: $1.0, to: $1.1) }
        for year in [2024, 2025, 2100] {
            let ranges = quarters.compactMap { $0.period(in: year)?.range }
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.last + 1 == $1.first })
            #expect(ranges.reduce(0) { $0 + $1.count } == (Day.isLeap(year) ? 366 : 365))
        }
    }
}
