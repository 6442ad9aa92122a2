import Outreach
import Testing

@testable import Documents

@Suite("Ticks of the axes")
struct AxisTests {
    @Test(
        "values have ticks at 1, 2 or 5 times a power of ten, zero among them",
        arguments: [
            ([0, 3], [0, 1, 2, 3]), ([1], [0, 1]), ([0], [0, 1]), ([], [0, 1]), ([7], [0, 2, 4, 6, 8]),
            ([1_234], [0, 500, 1_000, 1_500]), ([12_700_000], [0, 5_000_000, 10_000_000, 15_000_000]),
            ([-3, 4], [-4, -2, 0, 2, 4]), ([-5], [-5, -4, -3, -2, -1, 0]),
            ([.nan, .infinity, 10], [0, 2, 4, 6, 8, 10]),
        ] as [([Double], [Double])])
    func rounds(_ values: [Double], _ ticks: [Double]) {
        #expect(ValueAxis(for: values, fractionDigits: 0).ticks == ticks)
    }

    @Test("counts have no ticks between whole numbers, decimals have as many digits as they need")
    func fractions() {
        #expect(ValueAxis(for: [1], fractionDigits: 0).ticks == [0, 1])
        let fine = ValueAxis(for: [1], fractionDigits: 1)
        #expect(fine.ticks.count == 6)
        #expect(fine.fractionDigits == 1)
        #expect(ValueAxis(for: [0.07], fractionDigits: 3).fractionDigits == 2)
        #expect(ValueAxis(for: [1_000], fractionDigits: 2).fractionDigits == 0)
    }

    private func labels(_ first: String, _ last: String, _ language: Language = .vietnamese) throws -> [String] {
        let days = [first, last].compactMap { Day($0) }
        let range = try #require(DayRange(days[0], days[1]))
        return DayAxis(range, language).ticks.map(\.label)
    }

    @Test("a few days are all named, a month by its Mondays, a year by its months")
    func days() throws {
        #expect(try labels("2026-06-01", "2026-06-03") == ["01/06", "02/06", "03/06"])
        #expect(try labels("2026-06-01", "2026-06-03", .english) == ["01/06", "02/06", "03/06"])
        #expect(try labels("2026-06-01", "2026-06-30") == ["01/06", "08/06", "15/06", "22/06", "29/06"])
        #expect(try labels("2026-01-01", "2026-06-30").first == "01/2026")
        #expect(
            try labels("2026-01-01", "2026-12-31") == [
                "01/2026", "03/2026", "05/2026", "07/2026", "09/2026", "11/2026",
            ])
        #expect(try labels("2021-01-01", "2026-12-31") == ["2021", "2022", "2023", "2024", "2025", "2026"])
        #expect(try labels("2026-06-05", "2026-06-05") == ["05/06"])
    }

    @Test("days of two years carry their year")
    func turnOfTheYear() throws {
        #expect(try labels("2025-12-31", "2026-01-01") == ["31/12/2025", "01/01/2026"])
    }

    @Test("any span has at most eight ticks", arguments: [1, 8, 9, 40, 100, 365, 700, 4_000, 400_000, 3_000_000])
    func spans(_ count: Int) throws {
        let first = try #require(Day("0001-01-01"))
        let range = try #require(DayRange(first, first + (count - 1)))
        #expect(DayAxis(range, .vietnamese).ticks.count <= 8)
    }
}
