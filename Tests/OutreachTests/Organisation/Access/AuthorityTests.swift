import Outreach
import Testing

private typealias Make = UnitFixture

/// What someone gives away is never more than they have at that moment.
struct AuthorityTests {
    private func user(_ role: Role, at unit: String?, isActive: Bool = true) throws -> User {
        User(
            id: try Make.slug("an"), name: "An", grants: [Grant(role: role, unit: try unit.map(Make.slug))],
            isActive: isActive)
    }

    private func given(_ role: Role, at unit: String?, by maker: User) throws -> Authority {
        Authority(try Make.slug("robot"), grant: Grant(role: role, unit: try unit.map(Make.slug)), from: maker)
    }

    @Test func `a person may what their roles give`() throws {
        let (editor, tree) = (Authority(try user(.editor, at: "east")), try Make.city())
        #expect(try editor.may(.edit, for: Make.slug("east-youth"), in: tree))
        #expect(try !editor.may(.edit, for: Make.slug("west"), in: tree))
        #expect(editor.may(.edit) && !editor.may(.approve) && !editor.mayForWhole(.view))
        #expect(Authority(try user(.viewer, at: nil)).mayForWhole(.view))
    }

    @Test func `what was given away is no more than was given`() throws {
        let reader = try given(.viewer, at: "east", by: try user(.administrator, at: nil))
        let tree = try Make.city()
        #expect(try reader.may(.view, for: Make.slug("east"), in: tree))
        #expect(try !reader.may(.edit, for: Make.slug("east"), in: tree))
        #expect(try !reader.may(.view, for: Make.slug("west"), in: tree))
        #expect(!reader.mayForWhole(.view))
    }

    @Test func `nor more than its giver has left`() throws {
        let tree = try Make.city()
        let writer = try given(.editor, at: nil, by: try user(.logger, at: "east"))
        #expect(try writer.may(.logSessions, for: Make.slug("east"), in: tree))
        #expect(try !writer.may(.edit, for: Make.slug("east"), in: tree))
        #expect(try !writer.may(.logSessions, for: Make.slug("west"), in: tree))
        let orphan = try given(.viewer, at: nil, by: try user(.administrator, at: nil, isActive: false))
        #expect(!orphan.may(.view) && !orphan.mayForWhole(.view))
    }
}
