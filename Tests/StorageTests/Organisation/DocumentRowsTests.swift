import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct DocumentRowsTests {
    private func topic(_ id: String, _ name: String = "Chủ đề") throws -> Topic {
        Topic(id: try Make.slug(id), name: LocalizedText(vi: name, en: "Topic"))
    }

    private func put(_ topics: [Topic], in database: Database) async throws -> [ImportEffect] {
        try await database.write { tx in
            try topics.enumerated().map { try tx.put($1, position: $0, at: Make.now) }
        }
    }

    @Test func `a document is added once, changed when its text changes, and else left alone`() async throws {
        let database = try Database(inMemory: ())
        #expect(try await put([topic("a"), topic("b")], in: database) == [.added, .added])
        #expect(try await put([topic("a"), topic("b")], in: database) == [.unchanged, .unchanged])
        #expect(try await put([topic("a"), topic("b", "Khác")], in: database) == [.unchanged, .changed])
        #expect(try await database.count("documents") == 2)
        #expect(try await database.read { try $0.documents(Topic.self) } == [topic("a"), topic("b", "Khác")])
    }

    @Test func `documents come in the order of their file, which is no change of theirs`() async throws {
        let database = try Database(inMemory: ())
        _ = try await put([topic("a"), topic("b"), topic("c")], in: database)
        #expect(
            try await put([topic("c"), topic("a"), topic("b")], in: database) == [.unchanged, .unchanged, .unchanged])
        #expect(try await database.read { try $0.documents(Topic.self) }.map(\.id) == Make.slugs("c a b"))
    }

    @Test func `kinds do not mix, though ids be the same`() async throws {
        let database = try Database(inMemory: ())
        let id = try Make.slug("parents")
        let audience = Audience(id: id, name: LocalizedText(vi: "Cha mẹ", en: "Parents"), isChildren: false)
        let topic = try topic("parents")
        let effects = try await database.write { tx in
            [try tx.put(audience, position: 0, at: Make.now), try tx.put(topic, position: 0, at: Make.now)]
        }
        #expect(effects == [.added, .added])
        #expect(try await database.read { try $0.document(id, as: Audience.self) } == audience)
        #expect(try await database.read { try $0.document(id, as: Topic.self) } == topic)
        let other = try Make.slug("other")
        #expect(try await database.read { try $0.document(other, as: Topic.self) } == nil)
    }

    @Test func `units and committees come back as a tree`() async throws {
        let database = try Database(inMemory: ())
        let name = LocalizedText(vi: "Xã", en: "Commune")
        let commune = Unit(id: try Make.slug("xa"), name: name, kind: .commune)
        let police = Unit(
            id: try Make.slug("ca"), name: name, kind: .police, parent: commune.id,
            validity: Validity(from: try Make.day("2025-07-01")))
        let committee = Committee(
            id: try Make.slug("bcd"), name: name, area: commune.id, standing: police.id, members: [police.id])
        try await database.write { tx in
            _ = try tx.put(committee, position: 0, at: Make.now)
            _ = try tx.put(police, position: 0, at: Make.now)
            _ = try tx.put(commune, position: 1, at: Make.now)
        }
        let tree = try await database.read { try $0.unitTree() }
        #expect(tree.units == [commune.id: commune, police.id: police])
        #expect(tree.committees == [committee.id: committee])
        #expect(tree.isUnit(police.id, within: commune.id))
    }

    @Test func `facts about the workspace are kept by their key`() async throws {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            try tx.setWorkspaceValue("instance", to: "one")
            try tx.setWorkspaceValue("instance", to: "two")
        }
        #expect(try await database.read { try $0.workspaceValue("instance") } == "two")
        #expect(try await database.read { try $0.workspaceValue("name") } == nil)
    }
}
