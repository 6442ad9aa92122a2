import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Units of content` {
    @Test func `units and committees are read with everything said of them`() throws {
        let content = try ContentFixture.valid.load()
        let school = try #require(content.units.last)
        #expect(school.kind == .school)
        #expect(school.level == .primary)
        #expect(school.priority == .always)
        #expect(school.parent?.description == "commune")
        #expect(content.units[2].succeeds.map(\.description) == ["district"])
        #expect(content.units[0].validity == Validity(until: Day("2025-06-30")))
        #expect(content.committees.first?.members.map(\.description) == ["police", "school"])
    }

    @Test func `units in a circle are reported once and left out with what hangs on them`() throws {
        let content = try ContentFixture.valid
            .replacing("    kind: district\n", with: "    kind: district\n    parent: police\n", in: "units.yaml")
            .load()
        #expect(content.places == ["Content/units.yaml:2"])
        #expect(content.report.contains("The units form a circle: district → police → district."))
        #expect(content.units.map(\.id.description) == ["commune", "school"])
        #expect(content.committees == [])
    }

    @Test func `an unknown parent is reported at its place, and the unit and those below it are left out`() throws {
        let content = try ContentFixture.valid.replacing("parent: commune", with: "parent: comune", in: "units.yaml")
            .load()
        #expect(content.places == ["Content/units.yaml:11"])
        #expect(content.report.contains("there is no unit “comune”. Did you mean “commune”?"))
        #expect(content.units.map(\.id.description) == ["district", "police", "commune"])
        #expect(throws: Never.self) { try UnitTree(units: content.units, committees: content.committees) }
    }

    @Test func `a unit with a mistake of its own is told once, not again by everything that names it`() throws {
        let content = try ContentFixture.valid.replacing("kind: district", with: "kind: distrct", in: "units.yaml")
            .load()
        #expect(content.places == ["Content/units.yaml:4"])
        #expect(content.units.map(\.id.description) == ["commune", "school"])
    }

    @Test(arguments: [
        ("area: district", "area: distrit"), ("standing: police", "standing: polic"),
        ("[police, school]", "[police, schol]"),
    ])
    func `a committee names known units only`(old: String, new: String) throws {
        let content = try ContentFixture.valid.replacing(old, with: new, in: "units.yaml").load()
        #expect(content.problems.count == 1)
        #expect(content.report.contains("Did you mean"))
        #expect(content.committees == [])
        #expect(content.units.count == 4)
        #expect(content.plans.count == 1)
    }

    @Test func `a committee cannot be a member, for nothing lies below it`() throws {
        let content = try ContentFixture.valid
            .replacing("[police, school]", with: "[police, committee-138]", in: "units.yaml").load()
        #expect(content.report.contains("there is no unit “committee-138”"))
    }

    @Test func `units and committees share their ids`() throws {
        let content = try ContentFixture.valid.replacing("id: committee-138", with: "id: police", in: "units.yaml")
            .load()
        #expect(content.report.contains("“police” is already used at Content/units.yaml:6"))
        #expect(content.committees == [])
    }

    @Test func `only schools have a level`() throws {
        let content = try ContentFixture.valid.replacing("kind: school", with: "kind: club", in: "units.yaml").load()
        #expect(content.places == ["Content/units.yaml:12"])
    }

    @Test func `a name is not listed twice`() throws {
        let content = try ContentFixture.valid
            .replacing("[police, school]", with: "[police, school, police]", in: "units.yaml").load()
        #expect(content.report.contains("“police” is written twice"))
    }

    @Test func `committees may be left out of the file`() throws {
        var fixture = ContentFixture()
        fixture["units.yaml"] = "units:\n  - {id: commune, name: {vi: \"Xã\", en: \"Commune\"}, kind: commune}\n"
        let content = try fixture.load()
        #expect(content.problems == [])
        #expect(content.units.count == 1)
    }
}
