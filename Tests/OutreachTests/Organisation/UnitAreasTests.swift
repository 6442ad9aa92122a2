import Outreach
import Testing

private typealias Make = UnitFixture

/// Where units work: a move changes nothing of the days before it.
struct UnitAreasTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func body(_ id: String, under parent: String?, until day: String? = nil, from former: String? = nil) throws
        -> Unit
    {
        Unit(
            id: try Make.slug(id), name: LocalizedText(vi: id, en: id), kind: .police,
            parent: try parent.map(Make.slug),
            former: try day.map { [FormerStanding(until: try self.day($0), parent: try former.map(Make.slug))] } ?? [])
    }

    private func tree() throws -> UnitTree {
        try UnitTree(
            units: [
                Make.unit("a"), Make.unit("b"), body("office", under: "b", until: "2025-12-31", from: "a"),
                body("desk", under: "office"), body("hall", under: "b", until: "2025-12-31", from: "square"),
                body("square", under: "b"), body("alone", under: nil),
            ], committees: [])
    }

    @Test(arguments: [
        ("desk", "2025-12-31", "a"), ("desk", "2026-01-01", "b"), ("office", "2020-01-01", "a"),
        ("b", "2026-01-01", "b"), ("alone", "2026-01-01", "alone"), ("hall", "2025-01-01", "b"),
    ])
    func `a unit works in the area it lay in on the day`(unit: String, day: String, area: String) throws {
        #expect(try tree().area(of: Make.slug(unit), on: self.day(day)) == Make.slug(area))
    }

    @Test func `a range is cut where the area changes, and only there`() throws {
        let tree = try tree()
        let years = try Make.range("2025-01-01", "2026-12-31")
        let (first, second) = (try Make.range("2025-01-01", "2025-12-31"), try Make.range("2026-01-01", "2026-12-31"))
        let areas = { (unit: String, range: DayRange) in tree.areas(of: try Make.slug(unit), during: range) }
        #expect(
            try areas("desk", years) == [
                UnitTree.AreaDays(days: first, area: Make.slug("a")),
                UnitTree.AreaDays(days: second, area: Make.slug("b")),
            ])
        #expect(try areas("desk", first) == [UnitTree.AreaDays(days: first, area: Make.slug("a"))])
        #expect(try areas("hall", years) == [UnitTree.AreaDays(days: years, area: Make.slug("b"))])
    }

    @Test func `a unit lay within those above it on the day`() throws {
        let tree = try tree()
        let (desk, a) = (try Make.slug("desk"), try Make.slug("a"))
        #expect(try tree.isUnit(desk, within: a, on: day("2025-12-31")))
        #expect(try !tree.isUnit(desk, within: a, on: day("2026-01-01")))
    }
}
