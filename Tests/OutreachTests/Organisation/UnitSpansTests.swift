import Outreach
import Testing

private typealias Make = UnitFixture

/// Renames, moves, merges and splits: a report adds up the tree as it stood.
struct UnitSpansTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func moved(until day: String, from old: String, to new: String) throws -> Unit {
        Unit(
            id: try Make.slug("school"), name: LocalizedText(vi: "Trường mới", en: "New school"), kind: .school,
            parent: try Make.slug(new),
            former: [
                FormerStanding(
                    until: try self.day(day), name: LocalizedText(vi: "Trường cũ", en: "Old school"),
                    parent: try Make.slug(old))
            ])
    }

    private func tree() throws -> UnitTree {
        try UnitTree(
            units: [
                Make.unit("a"), Make.unit("b"), moved(until: "2025-06-30", from: "a", to: "b"),
                Make.unit("class", under: "school"),
            ], committees: [Make.committee("both", area: "a", standing: "a", members: "a b")])
    }

    @Test func `a unit that moved counts for each parent on its own days, with those below it`() throws {
        let (tree, year) = (try tree(), try Make.range("2025-01-01", "2025-12-31"))
        let (spring, autumn) = (try Make.range("2025-01-01", "2025-06-30"), try Make.range("2025-07-01", "2025-12-31"))
        #expect(
            try tree.spans(of: Make.slug("a"), during: year) == [
                Make.slug("a"): [year], Make.slug("school"): [spring], Make.slug("class"): [spring],
            ])
        #expect(
            try tree.spans(of: Make.slug("b"), during: year) == [
                Make.slug("b"): [year], Make.slug("school"): [autumn], Make.slug("class"): [autumn],
            ])
        #expect(try tree.subtree(of: Make.slug("a"), during: autumn) == Make.slugs("a"))
        #expect(try tree.members(of: Make.slug("b"), during: spring) == [])
        #expect(try tree.members(of: Make.slug("b"), during: year) == Make.slugs("school"))
    }

    @Test func `whoever has both parents as members counts the unit once, on all days`() throws {
        let (tree, year) = (try tree(), try Make.range("2025-01-01", "2025-12-31"))
        #expect(try tree.reportingSpans(of: Make.slug("both"), during: year)[Make.slug("school")] == [year])
    }

    @Test(arguments: [("2025-06-30", "Trường cũ"), ("2025-07-01", "Trường mới"), ("2020-01-01", "Trường cũ")])
    func `a unit has the name of the day`(day: String, name: String) throws {
        #expect(try tree().name(of: Make.slug("school"), on: self.day(day))?.vi == name)
    }

    @Test func `a circle in an earlier time is a circle too`() throws {
        let old = FormerStanding(until: try day("2025-06-30"), parent: try Make.slug("y"))
        let units = [
            Unit(id: try Make.slug("x"), name: LocalizedText(vi: "x", en: "x"), kind: .commune, former: [old]),
            try Make.unit("y", under: "x"),
        ]
        #expect(throws: UnitTreeError.self) { try UnitTree(units: units, committees: []) }
    }

    @Test func `a former parent nobody knows is a mistake`() throws {
        let old = FormerStanding(until: try day("2025-06-30"), parent: try Make.slug("nobody"))
        let unit = Unit(id: try Make.slug("x"), name: LocalizedText(vi: "x", en: "x"), kind: .commune, former: [old])
        #expect(throws: UnitTreeError.self) { try UnitTree(units: [unit], committees: []) }
    }

    @Test func `rows of a unit that moved within a period go to the member it was under that day`() throws {
        let (tree, year) = (try tree(), try Make.range("2025-01-01", "2025-12-31"))
        let members = try Make.slugs("a b")
        let ground = ReportGround(
            tree.reportingSpans(of: try Make.slug("both"), during: year),
            parts: members.map { tree.reportingSpans(of: $0, during: year) }, during: year)
        let part = { (day: String) in
            ground.cell(of: try Make.slug("school"), on: try self.day(day)).map { ground.cells[$0] }
        }
        #expect(try part("2025-06-30") == [0])
        #expect(try part("2025-07-01") == [1])
        #expect(try part("2026-01-01") == nil)
    }
}
