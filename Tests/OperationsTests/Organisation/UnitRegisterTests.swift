import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Units changed by a person: the file says it, the tree has it, the log knows who.
@Suite("Changing units")
struct UnitRegisterTests {
    private static let name = LocalizedText(vi: "Trường Tiểu học xã Đông", en: "Primary school of East")

    private func school() throws -> Outreach.Unit {
        Outreach.Unit(
            id: try slug("east-primary"), name: Self.name, kind: .school, parent: try slug("east"), level: .primary)
    }

    private func text(of office: Office) throws -> String {
        try String(contentsOf: office.folder.appending(path: "Content/units.yaml"), encoding: .utf8)
    }

    @Test("a unit that is added stands in the file, in the tree and in the log, and an import finds nothing new")
    func adding() async throws {
        try await Office.open { office in
            let admin = try office.user("admin")
            let before = try text(of: office)
            try await office.workspace.addUnit(try school(), as: admin, mode: .rehearse)
            #expect(try text(of: office) == before)
            try await office.workspace.addUnit(try school(), as: admin, mode: .perform)
            let (id, primary) = (try slug("east-primary"), try school())
            #expect(try await office.workspace.unitTree().units[id] == primary)
            // What stood there stands as it was written.
            #expect(try text(of: office).contains("- {id: west, name: {vi: \"Xã Tây\", en: \"West commune\"}"))
            let entry = try #require(
                try await office.workspace.auditEntries(limit: 1, subject: "east-primary", as: admin).first)
            #expect(entry.action == "units.add" && entry.actor == "admin")
            let again = try await office.workspace.importContent(as: admin, mode: .rehearse)
            #expect(again.problems.isEmpty && again.effects["unit"]?[.changed] == nil)
            await #expect(throws: UnitChangeError.taken(id)) {
                try await office.workspace.addUnit(primary, as: admin, mode: .perform)
            }
        }
    }

    @Test("a unit is renamed from a day on, ended, and taken over by another")
    func changing() async throws {
        try await Office.open { office in
            let admin = try office.user("admin")
            let (youth, police) = (try slug("east-youth"), try slug("east-police"))
            let day = try #require(Day("2026-05-01"))
            let new = LocalizedText(vi: "Đoàn phường Đông", en: "Youth union of East ward")
            try await office.workspace.renameUnit(
                youth, new, under: try slug("east"), from: day, as: admin, mode: .perform)
            let last = try #require(Day("2026-12-31"))
            try await office.workspace.endUnit(police, on: last, successor: youth, as: admin, mode: .perform)
            let tree = try await office.workspace.unitTree()
            let unit = try #require(tree.units[youth])
            #expect(unit.name(on: day) == new && unit.name(on: day - 1).vi == "Đoàn xã Đông")
            #expect(unit.succeeds == [police])
            #expect(tree.units[police]?.validity.until == Day("2026-12-31"))
            // Committees are not touched.
            #expect(try tree.committees[slug("east-138")]?.members.count == 4)
        }
    }

    @Test("what would not be a tree is refused, and the file stays as it is")
    func circles() async throws {
        try await Office.open { office in
            let admin = try office.user("admin")
            let before = try text(of: office)
            await #expect(throws: (any Error).self) {
                try await office.workspace.renameUnit(
                    try slug("city"), LocalizedText(vi: "Thành phố", en: "City"), under: try slug("east"), from: nil,
                    as: admin, mode: .perform)
            }
            await #expect(throws: (any Error).self) {
                try await office.workspace.renameUnit(
                    try slug("east"), Self.name, under: try slug("nowhere"), from: nil, as: admin, mode: .perform)
            }
            #expect(try text(of: office) == before)
            let left = try FileManager.default.contentsOfDirectory(
                atPath: office.folder.appending(path: "Content").path)
            #expect(!left.contains { $0.hasSuffix(".new") })
        }
    }

    @Test("a file with a mistake is mended first")
    func broken() async throws {
        try await Office.open { office in
            let file = office.folder.appending(path: "Content/units.yaml")
            try Office.write(try text(of: office) + "\nextra: 1\n", to: file)
            await #expect(throws: (any Error).self) {
                try await office.workspace.addUnit(try school(), as: try office.user("admin"), mode: .perform)
            }
            let id = try slug("east-primary")
            #expect(try await office.workspace.unitTree().units[id] == nil)
        }
    }

    @Test("only whoever administers the whole workspace changes units")
    func rights() async throws {
        try await Office.open { office in
            _ = try await office.workspace.addUser(
                try slug("dong"), name: "Đông", grant: Grant(role: .administrator, unit: try slug("east")),
                as: try office.user("admin"), mode: .perform)
            for name in ["lan", "dong"] {
                await #expect(throws: OrganisationError.self) {
                    try await office.workspace.addUnit(try school(), as: try office.user(name), mode: .perform)
                }
            }
        }
    }
}
