import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// A link opens the door once, for whom it was made, while it lasts.
struct LogInLinkTests {
    private func open(_ made: MadeLogInLink, in office: Office) async throws -> SignedIn {
        try await office.workspace.openSession(logInCode: made.code, from: Office.address)
    }

    @Test func `a new user comes in by link and sets a password`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            #expect(made.path == "/log-in/\(made.code)" && made.expiresAt == office.clock.source.now + .hours(24))
            #expect(try await office.workspace.logInLink(code: made.code).user?.description == "lan")
            let signedIn = try await open(made, in: office)
            #expect(signedIn.user.id.description == "lan" && !signedIn.hasPassword)
            #expect(try await office.audited(2) == ["admin users.link lan", "lan users.link-used lan"])
            let fresh = try await office.workspace.setPassword(
                Office.password, current: nil, token: signedIn.token, from: Office.address)
            #expect(fresh.hasPassword && fresh.token != signedIn.token)
            _ = try await office.signIn("lan")
            #expect(try await !office.rows().joined().contains(made.code))
        }
    }

    @Test func `it works once, even for two at the same moment`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            let opened = await withTaskGroup { group in
                for _ in 1...8 { group.addTask { (try? await open(made, in: office)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(opened == 1)
            await #expect(throws: AccessError.linkSpent) { try await open(made, in: office) }
            await #expect(throws: AccessError.linkSpent) { try await office.workspace.logInLink(code: made.code) }
        }
    }

    @Test func `looking at it does not use it`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            let before = try await office.rows()
            for _ in 1...3 { _ = try await office.workspace.logInLink(code: made.code) }
            #expect(try await office.rows() == before)
            _ = try await open(made, in: office)
        }
    }

    @Test func `its time ends`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            office.wait(.hours(24))
            await #expect(throws: AccessError.linkSpent) { try await open(made, in: office) }
            for time in [Duration.seconds(59), .days(8), .zero, .seconds(-1)] {
                await #expect(throws: AccessError.linkTime) {
                    try await office.workspace.makeLogInLink(
                        for: slug("lan"), validFor: time, as: office.user("admin"))
                }
            }
        }
    }

    @Test func `a newer one takes its place`() async throws {
        try await Office.open { office in
            let (first, other) = (try await office.link(for: "lan"), try await office.link(for: "hoa"))
            let second = try await office.link(for: "lan")
            await #expect(throws: AccessError.linkSpent) { try await open(first, in: office) }
            _ = try await open(second, in: office)
            _ = try await open(other, in: office)
        }
    }

    @Test func `what is no code opens nothing`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            for code in ["", "x", made.code + "A", made.code.lowercased(), "'; DROP TABLE users; --"] {
                await #expect(throws: AccessError.linkSpent) {
                    try await office.workspace.openSession(logInCode: code, from: "")
                }
            }
        }
    }

    @Test func `only an administrator over the user makes one, and nobody for themselves`() async throws {
        try await Office.open { office in
            for name in ["lan", "minh", "an", "tay"] {
                await #expect(throws: OrganisationError.self) { try await office.link(for: "hoa", by: name) }
            }
            await #expect(throws: AccessError.ownLink) { try await office.link(for: "admin", by: "admin") }
            await #expect(throws: AccessError.ownLink) { try await office.link(for: "lan", by: "lan") }
            await #expect(throws: OrganisationError.unknownUser(try slug("ai"))) { try await office.link(for: "ai") }
            try await office.give(.administrator, at: "east", to: "lan")
            _ = try await office.link(for: "hoa", by: "lan")
            for name in ["tay", "admin"] {
                await #expect(throws: OrganisationError.self) { try await office.link(for: name, by: "lan") }
            }
            try await office.give(.viewer, at: "west", to: "hoa")
            await #expect(throws: OrganisationError.self) { try await office.link(for: "hoa", by: "lan") }
        }
    }

    @Test func `whoever does not administer is not told who exists`() async throws {
        try await Office.open { office in
            let refused = OrganisationError.notPermitted(user: try slug("hoa"), permission: .administer, unit: nil)
            for name in ["nobody", "lan", "admin"] {
                await #expect(throws: refused) { try await office.link(for: name, by: "hoa") }
            }
        }
    }

    @Test func `a link does not carry its maker into rights its user got later`() async throws {
        try await Office.open { office in
            try await office.give(.administrator, at: "east", to: "lan")
            let made = try await office.link(for: "hoa", by: "lan")
            try await office.give(.administrator, at: nil, to: "hoa")
            await #expect(throws: AccessError.linkSpent) { try await open(made, in: office) }
            _ = try await open(try await office.link(for: "hoa"), in: office)
        }
    }

    @Test func `a link of someone who was disabled since is worth nothing, nor one for them`() async throws {
        try await Office.open { office in
            try await office.give(.administrator, at: "east", to: "lan")
            let (by, to) = (try await office.link(for: "hoa", by: "lan"), try await office.link(for: "lan"))
            _ = try await office.workspace.disableUser(slug("lan"), as: office.user("admin"), mode: .perform)
            for made in [by, to] {
                await #expect(throws: AccessError.linkSpent) { try await open(made, in: office) }
            }
            await #expect(throws: AccessError.disabled(try slug("lan"))) { try await office.link(for: "lan") }
        }
    }
}
