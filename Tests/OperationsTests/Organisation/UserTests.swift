import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct UserTests {
    @Test func `the first administrator is made once`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.addFirstAdministrator(try slug("moi"), name: "Mới", mode: .perform)
            }
            let hasUsers = try await office.workspace.hasUsers()
            #expect(hasUsers)
        }
    }

    @Test func `one administrator of the whole workspace always remains`() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let whole = Grant(role: .administrator, unit: nil)
            await #expect(throws: OrganisationError.lastAdministrator) {
                try await workspace.revoke(whole, from: try slug("admin"), as: admin, mode: .perform)
            }
            _ = try await workspace.grant(whole, to: try slug("minh"), as: admin, mode: .perform)
            _ = try await workspace.revoke(whole, from: try slug("admin"), as: admin, mode: .perform)
            let left = try await workspace.users(as: try office.user("minh"))
            #expect(left.first { $0.id.description == "admin" }?.grants == [])
        }
    }

    @Test func `an administrator of a unit gives roles there and nowhere else`() async throws {
        try await Office.open { office in
            let workspace = office.workspace
            _ = try await workspace.grant(
                Grant(role: .administrator, unit: try slug("east")), to: try slug("lan"), as: try office.user("admin"),
                mode: .perform)
            let lan = try office.user("lan")
            let below = Grant(role: .logger, unit: try slug("east-police"))
            let granted = try await workspace.grant(below, to: try slug("hoa"), as: lan, mode: .perform)
            #expect(granted.grants.contains(below))
            for grant in [Grant(role: .viewer, unit: try slug("west")), Grant(role: .viewer, unit: nil)] {
                await #expect(throws: OrganisationError.self) {
                    try await workspace.grant(grant, to: try slug("hoa"), as: lan, mode: .perform)
                }
                await #expect(throws: OrganisationError.self) {
                    try await workspace.addUser(try slug("moi"), name: "Mới", grant: grant, as: lan, mode: .perform)
                }
            }
        }
    }

    @Test func `a name is taken once, and a role that nobody holds cannot be taken away`() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let viewer = Grant(role: .viewer, unit: try slug("east"))
            await #expect(throws: OrganisationError.userExists(try slug("lan"))) {
                try await workspace.addUser(try slug("lan"), name: "Khác", grant: viewer, as: admin, mode: .perform)
            }
            await #expect(throws: OrganisationError.noRole(try slug("lan"), .viewer)) {
                try await workspace.revoke(viewer, from: try slug("lan"), as: admin, mode: .perform)
            }
            await #expect(throws: OrganisationError.unknownUser(try slug("ai"))) {
                try await workspace.grant(viewer, to: try slug("ai"), as: admin, mode: .perform)
            }
        }
    }

    @Test func `a unit nobody knows is refused with those that come close`() async throws {
        try await Office.open { office in
            let error = await #expect(throws: OrganisationError.self) {
                try await office.workspace.addUser(
                    try slug("moi"), name: "Mới", grant: Grant(role: .viewer, unit: try slug("culture-east")),
                    as: try office.user("admin"), mode: .perform)
            }
            guard case .unknownUnit(_, let suggestions) = error else {
                Issue.record("expected an unknown unit, found \(String(describing: error))")
                return
            }
            #expect(suggestions.first?.description == "east-culture")
        }
    }
}
