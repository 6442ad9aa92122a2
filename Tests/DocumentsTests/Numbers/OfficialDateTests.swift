import Documents
import Outreach
import Testing

@Suite("Dates of official documents")
struct OfficialDateTests {
    @Test(
        "a zero stands before days under 10 and before months 1 and 2 only",
        arguments: [
            ("2026-02-05", "ngày 05 tháng 02 năm 2026"), ("2026-01-31", "ngày 31 tháng 01 năm 2026"),
            ("2026-03-09", "ngày 09 tháng 3 năm 2026"), ("2026-09-10", "ngày 10 tháng 9 năm 2026"),
            ("2026-10-01", "ngày 01 tháng 10 năm 2026"), ("2026-12-15", "ngày 15 tháng 12 năm 2026"),
        ])
    func zeros(_ day: String, _ text: String) throws {
        #expect(try #require(Day(day)).officialVietnamese == text)
    }
}
