import Foundation
import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture
private typealias Unit = Outreach.Unit

/// Units are read quickly, and as the general decoder would.
struct UnitReadingTests {
    private func units() throws -> [Unit] {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Content").standardizedFileURL
        let rich = Unit(
            id: try Make.slug("rich"), name: LocalizedText(vi: "Trường “Ánh Dương” \\ 1\n", en: "School/1\t🙂"),
            kind: .school, parent: try Make.slug("can-tho"),
            validity: Validity(from: try Make.day("2025-07-01"), until: try Make.day("2026-06-30")),
            priority: Validity(from: try Make.day("2026-01-01")), level: .lowerSecondary,
            succeeds: try Make.slugs("hau-giang dong-thap"),
            former: [
                FormerStanding(until: try Make.day("2025-08-31"), name: LocalizedText(vi: "Cũ", en: "Old")),
                FormerStanding(until: try Make.day("2025-09-30"), parent: try Make.slug("dong-thap")),
            ])
        let always = Unit(
            id: try Make.slug("always"), name: LocalizedText(vi: "Xã", en: "Commune"), kind: .commune, priority: .always
        )
        return try ContentFolder.load(folder).units + [rich, always]
    }

    private func database() async throws -> Database {
        let database = try Database(inMemory: ())
        let units = try units()
        try await database.write { tx in
            for (position, unit) in units.enumerated() { _ = try tx.put(unit, position: position, at: Make.now) }
        }
        return database
    }

    @Test func `all units of the repository, and one that has everything, come back as they were`() async throws {
        let database = try await database()
        let read = try await database.read { try $0.units() }
        #expect(try read == units() && read.count > 50)
        #expect(try await database.read { try $0.documents(Unit.self) } == read)
    }

    @Test func `most need no general decoder, and those that do are not read in part`() throws {
        let (plain, others) = (try units().dropLast(2), try units().suffix(2))
        let read = { (unit: Unit) in
            var text = try JSONText.encode(unit)
            return text.withUTF8 { Unit(plain: $0) }
        }
        for unit in plain { #expect(try read(unit) == unit) }
        #expect(try others.map(read) == [nil, others.last])
        var text = try JSONText.encode(try #require(plain.first))
        text.withUTF8 { bytes in
            for length in bytes.indices { #expect(Unit(plain: UnsafeBufferPointer(rebasing: bytes[..<length])) == nil) }
        }
    }

    @Test func `a unit from before there were former standings or days of priority is read too`() async throws {
        let database = try await database()
        try await database.run(
            """
            UPDATE documents SET body = '{"id":"always","isPriority":true,"kind":"commune","name":{"en":"C","vi":"X"},\
            "succeeds":[],"validity":{}}' WHERE kind = 'unit' AND slug = 'always'
            """)
        let unit = try #require(try await database.read { try $0.units() }.last)
        #expect(unit.priority == .always && unit.former.isEmpty && unit.name.vi == "X")
    }

    @Test(arguments: ["{}", "", "[1]", #"{"id":"Not A Slug","isPriority":true,"kind":"commune"}"#])
    func `what is no unit is refused`(body: String) async throws {
        let database = try await database()
        try await database.run("UPDATE documents SET body = '\(body)' WHERE kind = 'unit' AND slug = 'always'")
        await #expect(throws: (any Error).self) { try await database.read { try $0.units() } }
    }
}
