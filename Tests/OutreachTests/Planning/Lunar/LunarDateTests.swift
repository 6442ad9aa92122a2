import Foundation
import Outreach
import Testing

struct LunarDateTests {
    @Test func `a date reads and prints as people write it`() throws {
        let midAutumn = try #require(LunarDate("15/8/2026"))
        #expect(midAutumn == LunarDate(day: 15, month: 8, year: 2026))
        #expect(midAutumn.description == "15/8/2026")
    }

    @Test func `an n behind the month marks the leap month`() throws {
        let date = try #require(LunarDate("1/6n/2025"))
        #expect(date == LunarDate(day: 1, month: 6, year: 2025, isLeap: true))
        #expect(date.description == "1/6n/2025")
        #expect(date != LunarDate("1/6/2025"))
    }

    @Test func `leading zeros are read and not printed`() {
        #expect(LunarDate("05/08/2026")?.description == "5/8/2026")
    }

    @Test func `a date in form that no calendar has is read, so that it can be refused with the reason`() {
        #expect(LunarDate("30/13/2026") == LunarDate(day: 30, month: 13, year: 2026))
    }

    @Test(arguments: [
        "", "15/8", "15/8/26", "15/8/20260", "15-8-2026", "2026-08-15", " 15/8/2026", "15/8/2026\r\n", "150/8/2026",
        "15/8N/2026", "15/8nn/2026", "15/n/2026", "-1/8/2026", "١٥/8/2026", "15/8/2026n",
    ])
    func `other forms are not read`(text: String) {
        #expect(LunarDate(text) == nil)
    }

    @Test func `a date is coded as its text`() throws {
        let dates = [LunarDate(day: 1, month: 6, year: 2025, isLeap: true)]
        let data = try JSONEncoder().encode(dates.map(\.description))
        #expect(try JSONDecoder().decode([LunarDate].self, from: data) == dates)
        let coded = try JSONDecoder().decode([String].self, from: JSONEncoder().encode(dates))
        #expect(coded == ["1/6n/2025"])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LunarDate].self, from: Data(#"["tomorrow"]"#.utf8))
        }
    }
}
