import Operations
import Outreach
import Testing

@testable import Office

/// What a page shows follows from who asks.
struct MeTests {
    private func me(_ name: String, in office: Office) async throws -> Me {
        try await office.workspace.me(as: office.user(name))
    }

    @Test func `an editor of a commune writes for it and those below it`() async throws {
        try await Office.open { office in
            let lan = try await me("lan", in: office)
            #expect(lan.id == "lan" && lan.grants.map(\.description) == ["editor@east"])
            let below = ["east", "east-culture", "east-police", "east-youth", "old-youth"]
            #expect(lan.units(for: .edit).map(\.description) == below)
            #expect(lan.units(for: .approve).isEmpty)
            #expect(lan.committees(for: .view).map(\.description) == ["east-138"])
            #expect(lan.may(.edit) && !lan.may(.approve) && !lan.mayForWhole(.edit))
            let (youth, west) = (try slug("east-youth"), try slug("west"))
            #expect(lan.may(.edit, for: youth) && !lan.may(.edit, for: west))
        }
    }

    @Test func `a logger logs for one unit, an approver approves, an administrator does all but that`() async throws {
        try await Office.open { office in
            #expect(try await me("an", in: office).units(for: .logSessions).map(\.description) == ["east-youth"])
            #expect(try await me("minh", in: office).permissions == [.view, .approve, .override, .hold, .report])
            let admin = try await me("admin", in: office)
            #expect(admin.permissions == Set(Permission.allCases).subtracting([.approve, .check]))
            #expect(admin.wholePermissions == admin.permissions && admin.units(for: .edit).count == 8)
        }
    }

    @Test func `a disabled user may nothing, and one who is unknown is refused`() async throws {
        try await Office.open { office in
            _ = try await office.workspace.disableUser(slug("lan"), as: office.user("admin"), mode: .perform)
            let lan = try await me("lan", in: office)
            #expect(lan.permissions.isEmpty && lan.units(for: .view).isEmpty)
            await #expect(throws: OrganisationError.unknownUser(try slug("ai"))) { try await me("ai", in: office) }
        }
    }

    @Test func `a machine is known by its token`() async throws {
        try await Office.open { office in
            _ = try await office.token("robot", .logger, at: "east-youth")
            let robot = try await office.workspace.me(as: .token(slug("robot")))
            #expect(robot.id == "token:robot" && robot.name == "robot")
            #expect(robot.permissions == [.view, .logSessions])
            #expect(robot.units(for: .logSessions).map(\.description) == ["east-youth"])
        }
    }
}
