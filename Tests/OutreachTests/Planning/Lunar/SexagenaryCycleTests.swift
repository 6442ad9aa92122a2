import Outreach
import Testing

struct SexagenaryCycleTests {
    @Test(arguments: [
        (1968, "Mậu Thân"), (1984, "Giáp Tý"), (2000, "Canh Thìn"), (2023, "Quý Mão"), (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"), (2026, "Bính Ngọ"), (2027, "Đinh Mùi"), (2044, "Giáp Tý"), (4, "Giáp Tý"), (3, "Quý Hợi"),
    ])
    func `years have the names people know`(year: Int, name: String) {
        #expect(SexagenaryCycle.name(ofYear: year) == name)
    }

    @Test func `sixty years have sixty names, and then they repeat`() {
        #expect(Set((1984..<2044).map(SexagenaryCycle.name)).count == 60)
        #expect((1984..<2044).allSatisfy { SexagenaryCycle.name(ofYear: $0) == SexagenaryCycle.name(ofYear: $0 + 60) })
        #expect(SexagenaryCycle.name(ofYear: -56) == SexagenaryCycle.name(ofYear: 4))
    }

    @Test func `a day before Tết still belongs to the year before`() throws {
        let eve = try #require(Day("2026-02-16"))
        #expect(try LunarCalendar.lunar(of: eve).yearName == "Ất Tỵ")
        #expect(try LunarCalendar.lunar(of: eve + 1).yearName == "Bính Ngọ")
    }
}
