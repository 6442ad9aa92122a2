import Outreach
import Testing

private typealias Make = UnitFixture

/// Whom a name means: a unit that was there, and of several the nearest.
struct UnitNamesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func unit(
        _ id: String, _ name: String, _ kind: UnitKind = .police, under parent: String = "east", from: String? = nil,
        until: String? = nil, level: SchoolLevel? = nil, formerly: (name: String, until: String)? = nil
    ) throws -> Unit {
        Unit(
            id: try Make.slug(id), name: LocalizedText(vi: name, en: name), kind: kind, parent: try Make.slug(parent),
            validity: Validity(from: try from.map(day), until: try until.map(day)), level: level,
            former: try formerly.map { former in
                [FormerStanding(until: try day(former.until), name: LocalizedText(vi: former.name, en: former.name))]
            } ?? [])
    }

    private func tree(_ more: [Unit]) throws -> UnitTree {
        let province = Unit(
            id: try Make.slug("city"), name: LocalizedText(vi: "Thành phố", en: "City"), kind: .province)
        return try UnitTree(
            units: [
                province, Make.unit("east", under: "city"), Make.unit("west", under: "city"),
                unit("youth", "Đoàn xã", .youthUnion),
            ] + more, committees: [])
    }

    private func bodies(_ name: String, on day: String, in tree: UnitTree) throws -> [String] {
        tree.units(among: tree.units.values, near: try Make.slug("youth"), on: try self.day(day)) { $0 == name }
            .map(\.id.description).sorted()
    }

    private func place(
        _ name: String, of unit: String = "youth", on day: String = "2026-05-18", level: SchoolLevel? = nil,
        in tree: UnitTree
    ) throws -> String? {
        tree.place(
            named: PlaceWords.canonical(name), among: tree.units.values, for: try Make.slug(unit),
            on: try self.day(day), level: level)?.id.description
    }

    @Test func `of two that followed each other the one of the day is meant`() throws {
        let tree = try tree([
            unit("old", "Công an xã", until: "2025-06-30"), unit("new", "Công an xã", from: "2025-07-01"),
        ])
        #expect(try bodies("Công an xã", on: "2025-06-30", in: tree) == ["old"])
        #expect(try bodies("Công an xã", on: "2025-07-01", in: tree) == ["new"])
    }

    @Test func `of two at once the one of the same area is meant, and two in one area are two`() throws {
        let near = try unit("near", "Công an xã")
        let tree = try tree([near, unit("far", "Công an xã", under: "west")])
        #expect(try bodies("Công an xã", on: "2026-05-18", in: tree) == ["near"])
        let twice = try self.tree([near, unit("twin", "Công an xã")])
        #expect(try bodies("Công an xã", on: "2026-05-18", in: twice) == ["near", "twin"])
        let elsewhere = try self.tree([unit("far", "Công an tỉnh", under: "city")])
        #expect(try bodies("Công an tỉnh", on: "2026-05-18", in: elsewhere) == ["far"])
    }

    @Test func `a name of the day goes before a name of other days`() throws {
        let renamed = try unit("renamed", "Công an phường", formerly: ("Công an xã", "2025-12-31"))
        let tree = try tree([renamed, unit("later", "Công an xã", from: "2026-01-01")])
        #expect(try bodies("Công an xã", on: "2025-12-31", in: tree) == ["renamed"])
        #expect(try bodies("Công an xã", on: "2026-01-01", in: tree) == ["later"])
        // Somebody who writes a list anew uses the name of today.
        #expect(try bodies("Công an phường", on: "2025-12-31", in: tree) == ["renamed"])
    }

    @Test func `a place is the school of that name in the unit's own commune, or of what that lies in`() throws {
        let tree = try tree([
            unit("school", "Trường THCS Thạnh Xuân (mẫu)", .school), unit("high", "THPT A", .school, under: "city"),
            unit("west-school", "Tiểu học Kim Đồng", .school, under: "west"), unit("body", "Chợ"),
        ])
        #expect(try place("THCS Thạnh Xuân", in: tree) == "school")
        #expect(try place("thpt a", in: tree) == "high")
        // There is hardly a commune without a school of that name.
        #expect(try place("Tiểu học Kim Đồng", in: tree) == nil)
        #expect(try place("Tiểu học Kim Đồng", of: "city", in: tree) == "west-school")
        #expect(try place("Chợ", in: tree) == nil)
    }

    @Test func `a place was there on the day, and is of the session's level`() throws {
        let tree = try tree([
            unit("old", "Trường Nguyễn Du", .school, until: "2025-06-30"),
            unit("primary", "Trường Nguyễn Du", .school, from: "2025-07-01", level: .primary),
            unit("secondary", "Trường Nguyễn Du", .school, from: "2026-01-01", level: .lowerSecondary),
        ])
        #expect(try place("Nguyễn Du", on: "2025-06-30", in: tree) == "old")
        #expect(try place("Nguyễn Du", on: "2025-07-01", in: tree) == "primary")
        #expect(try place("Nguyễn Du", in: tree) == nil)
        #expect(try place("Nguyễn Du", level: .lowerSecondary, in: tree) == "secondary")
        #expect(try place("Nguyễn Du", on: "2025-07-01", level: .lowerSecondary, in: tree) == nil)
    }
}
