import Outreach
import Testing

private typealias Make = UnitFixture

struct UserPermissionTests {
    private func user(_ role: Role, at unit: String?, isActive: Bool = true) throws -> User {
        User(
            id: try Make.slug("an"), name: "An", grants: [Grant(role: role, unit: try unit.map(Make.slug))],
            isActive: isActive)
    }

    @Test(arguments: [
        (Role.administrator, "view edit plan hold logSessions recordReach administer report override"),
        (.editor, "view edit plan hold logSessions recordReach report"),
        (.approver, "view approve hold report override"),
        (.checker, "view check hold override"),
        (.logger, "view logSessions"), (.viewer, "view"),
    ])
    func `each role has its rights and no other`(role: Role, expected: String) throws {
        let (user, tree, east) = (try user(role, at: "east"), try Make.city(), try Make.slug("east"))
        for permission in Permission.allCases {
            let isExpected = expected.split(separator: " ").contains { $0 == permission.rawValue }
            #expect(user.may(permission, for: east, in: tree) == isExpected)
            #expect(user.may(permission) == isExpected)
        }
    }

    @Test func `no role both writes and approves`() {
        #expect(!Role.allCases.contains { $0.permissions.isSuperset(of: [.edit, .approve]) })
    }

    @Test(arguments: [
        ("east", true), ("east-youth", true), ("city", false), ("west", false), ("west-police", false),
        ("nowhere", false),
    ])
    func `a role holds for its unit and below, not beside or above`(unit: String, may: Bool) throws {
        #expect(try user(.editor, at: "east").may(.edit, for: Make.slug(unit), in: Make.city()) == may)
    }

    @Test func `a role for the whole workspace holds for every unit and committee`() throws {
        let (user, tree) = (try user(.viewer, at: nil), try Make.city())
        for unit in Array(tree.units.keys) + Array(tree.committees.keys) {
            #expect(user.may(.view, for: unit, in: tree))
        }
    }

    @Test(arguments: [
        ("east-police", true), ("east", true), ("city", true), ("east-youth", false), ("west", false),
    ])
    func `for a committee its standing unit is asked`(unit: String, may: Bool) throws {
        #expect(try user(.approver, at: unit).may(.approve, for: Make.slug("east-138"), in: Make.city()) == may)
    }

    @Test func `someone who has left may nothing`() throws {
        let user = try user(.administrator, at: nil, isActive: false)
        #expect(try !user.may(.view, for: Make.slug("east"), in: Make.city()))
        #expect(!user.may(.view))
    }

    @Test func `several roles add up, each in its own place`() throws {
        let user = User(
            id: try Make.slug("an"), name: "An",
            grants: [
                Grant(role: .editor, unit: try Make.slug("east")), Grant(role: .approver, unit: try Make.slug("west")),
            ])
        let tree = try Make.city()
        #expect(try user.may(.approve, for: Make.slug("west-police"), in: tree))
        #expect(try !user.may(.approve, for: Make.slug("east"), in: tree))
        #expect(try !user.may(.edit, for: Make.slug("west"), in: tree))
        #expect(user.may(.approve) && user.may(.edit) && !user.may(.administer))
    }

    @Test func `who has no role may nothing`() throws {
        let user = User(id: try Make.slug("an"), name: "An", grants: [])
        #expect(try !user.may(.view, for: Make.slug("east"), in: Make.city()))
        #expect(!user.may(.view))
    }
}
