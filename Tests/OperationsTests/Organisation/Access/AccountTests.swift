import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct AccountTests {
    @Test func `a disabled user may nothing, and everything again once enabled`() async throws {
        try await Office.open { office in
            let (workspace, admin, lan) = (office.workspace, try office.user("admin"), try office.user("lan"))
            let disabled = try await workspace.disableUser(slug("lan"), as: admin, mode: .perform)
            #expect(!disabled.isActive && !disabled.grants.isEmpty)
            await #expect(throws: OrganisationError.self) { try await workspace.posts(PostFilter(), as: lan) }
            await #expect(throws: OrganisationError.self) { try await office.draft() }
            _ = try await workspace.enableUser(slug("lan"), as: admin, mode: .perform)
            _ = try await office.draft()
            let again = try await workspace.enableUser(slug("lan"), as: admin, mode: .perform)
            #expect(again.isActive)
            let log = try await workspace.auditEntries(limit: 10, subject: "lan", as: admin)
            #expect(log.prefix(2).map(\.action) == ["users.enable", "users.disable"])
        }
    }

    @Test func `only an administrator over the user disables, and never the last one or oneself`() async throws {
        try await Office.open { office in
            let workspace = office.workspace
            for name in ["lan", "minh", "tay"] {
                await #expect(throws: OrganisationError.self) {
                    try await workspace.disableUser(slug("hoa"), as: office.user(name), mode: .perform)
                }
            }
            await #expect(throws: AccessError.ownAccount) {
                try await workspace.disableUser(slug("admin"), as: office.user("admin"), mode: .perform)
            }
            await #expect(throws: OrganisationError.lastAdministrator) {
                try await workspace.disableUser(slug("admin"), as: .program, mode: .perform)
            }
            try await office.give(.administrator, at: "east", to: "lan")
            await #expect(throws: OrganisationError.self) {
                try await workspace.disableUser(slug("admin"), as: office.user("lan"), mode: .perform)
            }
            _ = try await workspace.disableUser(slug("hoa"), as: office.user("lan"), mode: .perform)
            let active = try await workspace.users(as: office.user("admin")).filter(\.isActive)
            #expect(!active.map(\.id.description).contains("hoa") && active.count == 7)
        }
    }

    @Test func `a disabled administrator is none: the last one left is not disabled or stripped`() async throws {
        try await Office.open { office in
            let (workspace, whole) = (office.workspace, Grant(role: .administrator, unit: nil))
            try await office.give(.administrator, at: nil, to: "minh")
            _ = try await workspace.disableUser(slug("minh"), as: office.user("admin"), mode: .perform)
            await #expect(throws: OrganisationError.lastAdministrator) {
                try await workspace.revoke(whole, from: slug("admin"), as: office.user("admin"), mode: .perform)
            }
        }
    }

    @Test func `trying it out changes nothing`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let signedIn = try await office.signIn("lan")
            let (workspace, admin, before) = (office.workspace, try office.user("admin"), try await office.rows())
            _ = try await workspace.disableUser(slug("lan"), as: admin, mode: .rehearse)
            _ = try await workspace.renameUser(slug("lan"), to: "Khác", as: admin, mode: .rehearse)
            _ = try await workspace.makeToken(
                slug("robot"), grant: Grant(role: .viewer, unit: nil), as: admin, mode: .rehearse)
            #expect(try await office.rows() == before)
            let found = try await workspace.session(token: signedIn.token)
            #expect(found != nil)
        }
    }

    @Test func `a user corrects their own name, an administrator anyone's, nobody else`() async throws {
        try await Office.open { office in
            let workspace = office.workspace
            let renamed = try await workspace.renameUser(
                slug("lan"), to: " Nguyễn Thị Lan ", as: office.user("lan"), mode: .perform)
            #expect(renamed.name == "Nguyễn Thị Lan" && renamed.grants.count == 1)
            _ = try await workspace.renameUser(slug("lan"), to: "Lan", as: office.user("admin"), mode: .perform)
            await #expect(throws: OrganisationError.self) {
                try await workspace.renameUser(slug("lan"), to: "Lan", as: office.user("hoa"), mode: .perform)
            }
            for name in ["", " \n", String(repeating: "a", count: 121)] {
                await #expect(throws: AccessError.nameMissing) {
                    try await workspace.renameUser(slug("lan"), to: name, as: office.user("lan"), mode: .perform)
                }
            }
        }
    }

    @Test func `an administrator sees the accounts of those they administer`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            _ = try await office.signIn("lan")
            try await office.give(.administrator, at: "east", to: "minh")
            let workspace = office.workspace
            let own = try await workspace.accounts(as: office.user("minh"))
            #expect(own.map(\.user.id.description) == ["an", "hoa", "lan", "minh", "tam"])
            let lan = try #require(own.first { $0.user.id.description == "lan" })
            #expect(lan.hasPassword && lan.openSessions == 1 && lan.lastSeenAt == office.clock.source.now)
            let hoa = try #require(own.first { $0.user.id.description == "hoa" })
            #expect(!hoa.hasPassword && hoa.openSessions == 0 && hoa.lastSeenAt == nil)
            let all = try await workspace.accounts(as: office.user("admin"))
            #expect(all.count == 8)
            await #expect(throws: OrganisationError.self) { try await workspace.accounts(as: office.user("lan")) }
        }
    }

    @Test func `whoever administers a part sees those with a role in it, also where they have another elsewhere`()
        async throws
    {
        try await Office.open { office in
            let workspace = office.workspace
            try await office.give(.administrator, at: "east", to: "lan")
            try await office.give(.viewer, at: "west", to: "hoa")
            let seen = Set(try await workspace.people(as: try office.user("lan")).map(\.id.description))
            #expect(seen.isSuperset(of: ["lan", "hoa", "an"]) && seen.isDisjoint(with: ["tay", "admin"]))
            #expect(try await workspace.people(as: try office.user("admin")).contains { $0.id.description == "tay" })
            await #expect(throws: OrganisationError.self) { try await workspace.people(as: try office.user("tay")) }
        }
    }

    @Test func `nobody is called as the program signs`() async throws {
        try await Office.open { office in
            let expected = AccessError.reservedName(try slug("loa"))
            await #expect(throws: expected) {
                try await office.workspace.addUser(
                    slug("loa"), name: "Loa", grant: Grant(role: .viewer, unit: nil), as: office.user("admin"),
                    mode: .perform)
            }
        }
    }

    @Test func `every message is whole in both languages`() throws {
        let lan = try slug("lan")
        let errors: [AccessError] = [
            .wrongLogIn, .paused(until: Instant(milliseconds: 0), zone: .vietnam), .busy, .signedOut, .linkSpent,
            .linkTime, .currentPasswordMissing, .currentPasswordWrong, .ownPasswordOnly(lan), .ownLink, .personOnly,
            .disabled(lan), .ownAccount, .nameMissing, .reservedName(lan), .tokenExists(lan), .unknownToken(lan),
            .tokenRole(.approver),
            .tokenExpiry, .unknownFeed, .unknownSession, .requestKey,
        ]
        let texts = errors.flatMap { [$0.message(.vietnamese), $0.message(.english)] }
        #expect(Set(texts).count == texts.count && !texts.contains { $0.count < 40 || !$0.hasSuffix(".") })
    }
}
