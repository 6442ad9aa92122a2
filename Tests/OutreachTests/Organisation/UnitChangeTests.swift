import Outreach
import Testing

private typealias Make = UnitFixture

/// What happens to a unit keeps what it was.
struct UnitChangeTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private let new = LocalizedText(vi: "Xã mới", en: "New commune")

    @Test func `a unit that is renamed had its old name until the day before`() throws {
        let unit = try Make.unit("east", under: "city", from: "2020-01-01")
        let later = try unit.renamed(new, under: Make.slug("city"), from: day("2025-07-01"))
        #expect(later.name(on: try day("2025-07-01")) == new)
        #expect(later.name(on: try day("2025-06-30")) == unit.name)
        #expect(later.former == [FormerStanding(until: try day("2025-06-30"), name: unit.name)])
    }

    @Test func `a unit that moves was under its old parent until the day before`() throws {
        let unit = try Make.unit("east", under: "city")
        let later = try unit.renamed(unit.name, under: Make.slug("province"), from: day("2025-07-01"))
        #expect(later.parent(on: try day("2025-06-30")) == unit.parent)
        #expect(later.parent(on: try day("2025-07-01")) == (try Make.slug("province")))
    }

    @Test func `a correction holds for the past too`() throws {
        let unit = try Make.unit("east", under: "city")
        let right = try unit.renamed(new, under: unit.parent, from: nil)
        let then = try day("2000-01-01")
        #expect(right.former.isEmpty && right.name(on: then) == new)
    }

    @Test func `nothing changes on a day on which the unit is not there, or before what changed last`() throws {
        let unit = try Make.unit("east", under: "city", from: "2020-01-01", until: "2026-12-31")
        for wrong in ["2019-12-31", "2020-01-01", "2027-01-01"] {
            #expect(throws: UnitChangeError.self, "\(wrong)") {
                try unit.renamed(new, under: unit.parent, from: day(wrong))
            }
        }
        let renamed = try unit.renamed(new, under: unit.parent, from: day("2025-07-01"))
        #expect(throws: UnitChangeError.changedLater(unit.id, last: try day("2025-06-30"))) {
            try renamed.renamed(unit.name, under: unit.parent, from: day("2025-06-01"))
        }
        #expect(throws: UnitChangeError.nothingChanges(unit.id)) {
            try unit.renamed(unit.name, under: unit.parent, from: nil)
        }
        #expect(throws: UnitChangeError.stoodAlone(try Make.slug("city"))) {
            try Make.unit("city").renamed(new, under: Make.slug("land"), from: day("2025-07-01"))
        }
    }

    @Test func `a unit ends with its last day, and can go on after all`() throws {
        let unit = try Make.unit("east", under: "city", from: "2020-01-01")
        let ended = try unit.ending(on: day("2025-06-30"))
        #expect(ended.validity == Validity(from: try day("2020-01-01"), until: try day("2025-06-30")))
        #expect(try ended.ending(on: nil) == unit)
        #expect(throws: UnitChangeError.self) { try unit.ending(on: day("2019-01-01")) }
    }

    @Test func `of a merger, the unit that remains took over the others, each once`() throws {
        let unit = try Make.unit("east")
        let west = try Make.slug("west")
        #expect(try unit.takingOver(west).takingOver(west).succeeds == [west])
        #expect(throws: UnitChangeError.takesOverItself(unit.id)) { try unit.takingOver(unit.id) }
    }
}
