import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct UserRowsTests {
    private func user(_ id: String, _ grants: [Grant], isActive: Bool = true) throws -> User {
        User(id: try Make.slug(id), name: "Nguyễn \(id)", grants: grants, isActive: isActive)
    }

    @Test func `a user comes back with name, roles and activity`() async throws {
        let database = try Database(inMemory: ())
        let grants = [
            Grant(role: .administrator, unit: nil), Grant(role: .editor, unit: try Make.slug("vh-thanh-xuan")),
        ]
        let (an, binh) = (try user("an", grants), try user("binh", [], isActive: false))
        try await database.write { tx in
            try tx.put(binh)
            try tx.put(an)
        }
        #expect(try await database.read { try $0.users() } == [an, binh])
        #expect(try await database.read { try $0.user(an.id) } == an)
        let nobody = try Make.slug("nobody")
        #expect(try await database.read { try $0.user(nobody) } == nil)
    }

    @Test func `putting a user again replaces the roles`() async throws {
        let database = try Database(inMemory: ())
        let unit = try Make.slug("vh-thanh-xuan")
        let before = try user("an", [Grant(role: .editor, unit: unit), Grant(role: .viewer, unit: nil)])
        let after = User(id: before.id, name: "An", grants: [Grant(role: .approver, unit: unit)], isActive: false)
        try await database.write { tx in
            try tx.put(before)
            try tx.put(after)
        }
        #expect(try await database.read { try $0.user(before.id) } == after)
        #expect(try await database.count("grants") == 1)
    }

    @Test func `the same role twice is refused with everything around it`() async throws {
        let database = try Database(inMemory: ())
        let grant = Grant(role: .viewer, unit: nil)
        let user = try user("an", [grant, grant])
        await #expect(throws: StorageError.self) { try await database.write { try $0.put(user) } }
        #expect(try await database.count("users") == 0)
    }
}
