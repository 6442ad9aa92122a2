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

    @Test func `a unit counts on the days it exists, so that a year is its halves`() throws {
        let born = Unit(
            id: try Make.slug("new"), name: LocalizedText(vi: "Xã mới", en: "New"), kind: .commune,
            parent: try Make.slug("a"), validity: Validity(from: try day("2025-07-01")))
        let tree = try UnitTree(
            units: [Make.unit("a"), born], committees: [Make.committee("c", area: "a", standing: "a", members: "new")])
        let (year, autumn) = (try Make.range("2025-01-01", "2025-12-31"), try Make.range("2025-07-01", "2025-12-31"))
        for subject in try Make.slugs("a new c") {
            #expect(tree.reportingSpans(of: subject, during: year)[born.id] == [autumn])
        }
    }

    @Test func `a member counts, and has its column, on the days on which it belongs to the committee`() throws {
        let late = Membership(unit: try Make.slug("b"), validity: Validity(from: try day("2027-01-01")))
        let committee = Committee(
            id: try Make.slug("c"), name: LocalizedText(vi: "BCĐ", en: "Committee"), area: try Make.slug("a"),
            standing: try Make.slug("a"), memberships: [Membership(unit: try Make.slug("a")), late])
        let tree = try UnitTree(units: [Make.unit("a"), Make.unit("b")], committees: [committee])
        let (before, after) = (try Make.range("2026-07-01", "2026-12-31"), try Make.range("2026-07-01", "2027-06-30"))
        #expect(try tree.members(of: committee.id, during: before) == Make.slugs("a"))
        #expect(try tree.members(of: committee.id, during: after) == Make.slugs("a b"))
        #expect(tree.reportingSpans(of: committee.id, during: before)[late.unit] == nil)
        #expect(
            try tree.reportingSpans(of: late.unit, in: committee.id, during: after)[late.unit] == [
                Make.range("2027-01-01", "2027-06-30")
            ])
    }

    @Test func `an area is to be reached first on its days, and so is what lies in it then`() throws {
        let area = Unit(
            id: try Make.slug("area"), name: LocalizedText(vi: "Xã", en: "Area"), kind: .commune,
            priority: Validity(from: try day("2027-01-01")))
        let tree = try UnitTree(units: [area, Make.unit("school", under: "area"), Make.unit("a")], committees: [])
        let years = try Make.range("2026-01-01", "2027-12-31")
        let expected = [try Make.range("2027-01-01", "2027-12-31")]
        #expect(try tree.priorityDays(of: Make.slug("school"), during: years) == expected)
        #expect(try tree.priorityDays(of: Make.slug("school"), during: Make.range("2024-01-01", "2024-12-31")) == [])
        #expect(try tree.inPriorityAreas([Make.slug("area"): [years], Make.slug("a"): [years]]) == [area.id: expected])
    }
}
