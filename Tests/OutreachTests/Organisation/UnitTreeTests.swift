import Outreach
import Testing

private typealias Make = UnitFixture

struct UnitTreeTests {
    private let june: DayRange

    init() throws {
        june = try Make.range("2026-06-01", "2026-06-30")
    }

    @Test(arguments: [
        ("city", "city east east-police east-youth west west-police"), ("east", "east east-police east-youth"),
        ("west-police", "west-police"), ("nowhere", ""), ("east-138", ""),
    ])
    func `a subtree is the unit and everything below it, in order of ids`(root: String, expected: String) throws {
        #expect(try Make.city().subtree(of: Make.slug(root), during: june) == Make.slugs(expected))
    }

    @Test(arguments: [
        ("2026-05-31", "2026-06-01", true), ("2026-06-30", "2026-07-01", true), ("2026-06-10", "2026-06-10", true),
        ("2026-05-01", "2026-05-31", false), ("2026-07-01", "2026-07-31", false), ("2020-01-01", "2030-01-01", true),
    ])
    func `a unit of June counts where a period shares a day with June`(
        first: String, last: String, counts: Bool
    ) throws {
        let tree = try UnitTree(units: [Make.unit("a", from: "2026-06-01", until: "2026-06-30")], committees: [])
        #expect(
            try tree.subtree(of: Make.slug("a"), during: Make.range(first, last)) == (counts ? Make.slugs("a") : []))
    }

    @Test func `a unit that has ended still leads to those below it that have not`() throws {
        let units = try [
            Make.unit("district", until: "2025-06-30"), Make.unit("school", under: "district"),
            Make.unit("office", under: "district", until: "2025-06-30"),
        ]
        let tree = try UnitTree(units: units, committees: [])
        #expect(try tree.subtree(of: Make.slug("district"), during: june) == Make.slugs("school"))
        let spring = try Make.range("2025-01-01", "2025-06-30")
        #expect(try tree.subtree(of: Make.slug("district"), during: spring) == Make.slugs("district office school"))
    }

    @Test func `a committee answers for its members and those below, each once`() throws {
        let units = try [
            Make.unit("east"), Make.unit("police", under: "east"), Make.unit("squad", under: "police"),
            Make.unit("youth", under: "east"), Make.unit("other", under: "east"),
        ]
        let committee = try Make.committee("c", area: "east", standing: "police", members: "youth police squad")
        let tree = try UnitTree(units: units, committees: [committee])
        #expect(try tree.reportingUnits(of: Make.slug("c"), during: june) == Make.slugs("police squad youth"))
    }

    @Test func `a unit answers for its subtree`() throws {
        let tree = try Make.city()
        for id in tree.units.keys {
            #expect(tree.reportingUnits(of: id, during: june) == tree.subtree(of: id, during: june))
        }
    }

    @Test(arguments: [
        ("east-police", "east-police", true), ("east-police", "east", true), ("east-police", "city", true),
        ("east-police", "west", false), ("east", "east-police", false), ("east-police", "east-138", false),
        ("nowhere", "city", false), ("east", "nowhere", false),
    ])
    func `a unit lies within itself and whatever is above it`(unit: String, ancestor: String, lies: Bool) throws {
        #expect(try Make.city().isUnit(Make.slug(unit), within: Make.slug(ancestor)) == lies)
    }

    @Test(arguments: [
        ("east-138", "east-138", true), ("east-138", "east-police", true), ("east-138", "east", true),
        ("east-138", "city", true), ("east-138", "east-youth", false), ("east-138", "west", false),
        ("east-youth", "east-138", false), ("east-police", "east", true), ("nowhere", "city", false),
    ])
    func `a committee lies where the unit does that speaks for it`(subject: String, ancestor: String, lies: Bool) throws
    {
        let (tree, subject, ancestor) = (try Make.city(), try Make.slug(subject), try Make.slug(ancestor))
        #expect(tree.isSubject(subject, within: ancestor) == lies)
        #expect(tree.subjects(within: ancestor).contains(subject) == lies)
    }

    @Test func `units and committees are named alike, strangers not at all`() throws {
        let tree = try Make.city()
        #expect(try tree.name(of: Make.slug("east"))?.en == "Unit east")
        #expect(try tree.name(of: Make.slug("east-138"))?.vi == "Ban east-138")
        #expect(try tree.name(of: Make.slug("nowhere")) == nil)
    }

    @Test func `no units at all are a tree, too`() throws {
        let tree = try UnitTree(units: [], committees: [])
        #expect(try tree.subtree(of: Make.slug("a"), during: june).isEmpty)
    }

    @Test(arguments: UInt64(1)...40)
    func `in any forest a subtree is exactly what lies within its root`(seed: UInt64) throws {
        var numbers = PlanningNumbers(seed: seed)
        let units = try (0..<30).map { number in
            let parent = number > 0 && Bool.random(using: &numbers) ? Int.random(in: 0..<number, using: &numbers) : nil
            return try Make.unit("u\(number)", under: parent.map { "u\($0)" })
        }
        let tree = try UnitTree(units: units.shuffled(using: &numbers), committees: [])
        for root in units.map(\.id) {
            let within = units.map(\.id).filter { tree.isUnit($0, within: root) }.sorted()
            #expect(tree.subtree(of: root, during: june) == within)
        }
    }
}
