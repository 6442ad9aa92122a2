import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// A machine reads, or writes what it was made for; it never approves, never administers, and never does more than
/// its maker could.
struct APITokenTests {
    private func caller(_ made: MadeAPIToken, in office: Office) async throws -> Caller {
        try #require(try await office.workspace.caller(token: made.secret))
    }

    @Test func `it reads what lies within its unit and writes nothing`() async throws {
        try await Office.open { office in
            let (here, there) = (try await office.draft(), try await office.draft(on: "west-page", by: "tay"))
            let made = try await office.token()
            #expect(made.secret.hasPrefix("loa_") && made.secret.count == 47)
            let robot = try await caller(made, in: office)
            #expect(robot == .token(try slug("robot")) && robot.name == "token:robot")
            let workspace = office.workspace
            #expect(try await workspace.posts(PostFilter(), as: robot).map(\.id) == [here.id])
            await #expect(throws: PublishingError.self) { try await workspace.post(there.id.description, as: robot) }
            for step in ReviewStep.allCases {
                await #expect(throws: OrganisationError.self, "\(step)") {
                    try await workspace.review(
                        [here.id.description], step, comment: "x", as: robot, mode: .perform)
                }
            }
            await #expect(throws: OrganisationError.self) {
                try await workspace.logSession(try office.session(), as: robot, mode: .perform)
            }
            #expect(try await !office.rows().joined().contains(made.secret.dropFirst(4)))
        }
    }

    @Test func `one that logs sessions signs them with its own name`() async throws {
        try await Office.open { office in
            let robot = try await caller(try await office.token("phone", .logger, at: "east"), in: office)
            _ = try await office.workspace.logSession(try office.session(), as: robot, mode: .perform)
            #expect(try await office.audited(1)[0].hasPrefix("token:phone sessions.log "))
        }
    }

    @Test func `whoever made it does not approve what it wrote`() async throws {
        try await Office.open { office in
            try await office.give(.administrator, at: "east", to: "minh")
            let robot = try await caller(try await office.token("robot", .editor, by: "minh"), in: office)
            var draft = PostDraft(
                channel: try slug("page"), day: try #require(Day("2026-06-01")), time: try #require(TimeOfDay("08:00")))
            (draft.title, draft.text) = ("Bảo vệ trẻ em", "Gọi 111")
            let post = try #require(
                try await office.workspace.createPosts(draft, as: robot, mode: .perform).first)
            #expect(post.author == "token:robot")
            _ = try await office.workspace.review(
                [post.id.description], .submit, comment: "", as: robot, mode: .perform)
            await #expect(throws: PublishingError.ownWork(user: "minh")) {
                try await office.approve(post, by: "minh")
            }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.approve(
                    [try await office.seen(post)], comment: "", as: robot, mode: .perform)
            }
            #expect(try await office.approve(post, by: "tam").state == .approved)
        }
    }

    @Test func `nor the materials it brought in`() async throws {
        try await Office.open { office in
            try await office.give(.administrator, at: "east", to: "minh")
            let robot = try await caller(try await office.token("robot", .editor, by: "minh"), in: office)
            let path = "Content/materials/article/goi-111.md"
            let text = try #require(OfficeContent.files[path]).replacing("miễn phí", with: "không mất tiền")
            try Office.write(text, to: office.folder.appending(path: path))
            _ = try await office.workspace.importContent(as: robot, mode: .perform)
            let expected = LibraryError.ownWork(material: try slug("goi-111"), user: "minh")
            await #expect(throws: expected) {
                try await office.workspace.decideMaterials([], .approved, as: office.user("minh"), mode: .perform)
            }
            let decided = try await office.workspace.decideMaterials(
                [], .approved, as: office.user("tam"), mode: .perform)
            #expect(decided.map(\.description) == ["goi-111"])
        }
    }

    @Test func `it loses what its maker loses, and comes back with them`() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            try await office.give(.administrator, at: "east", to: "lan")
            let made = try await office.token("robot", .editor, by: "lan")
            let robot = try await caller(made, in: office)
            func may(_ permission: Permission) async throws -> Bool {
                try await workspace.me(as: robot).may(permission)
            }
            #expect(try await may(.edit))
            for role in [Role.administrator, .editor] {
                _ = try await workspace.revoke(
                    Grant(role: role, unit: slug("east")), from: slug("lan"), as: admin, mode: .perform)
            }
            for permission in Permission.allCases { #expect(try await !may(permission)) }
            try await office.give(.viewer, at: "east", to: "lan")
            #expect(try await !may(.edit))
            #expect(try await may(.view))
            _ = try await workspace.disableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await workspace.caller(token: made.secret) == nil)
            #expect(try await !may(.view))
            _ = try await workspace.enableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await may(.view))
        }
    }

    @Test func `reading ones are made by whoever sees the unit, writing ones by its administrators`() async throws {
        try await Office.open { office in
            _ = try await office.token("reader", .viewer, at: "east-police", by: "lan")
            for (role, unit, maker) in [
                (Role.viewer, "west", "lan"), (.logger, "east", "lan"), (.editor, "east", "lan"),
                (.logger, "east-youth", "an"), (.viewer, "city", "minh"),
            ] {
                await #expect(throws: OrganisationError.self, "\(role) \(unit) \(maker)") {
                    try await office.token("robot", role, at: unit, by: maker)
                }
            }
            await #expect(throws: AccessError.tokenForWhole(try slug("lan"), .view)) {
                try await office.token("robot", .viewer, at: nil, by: "lan")
            }
            for role in [Role.approver, .administrator] {
                await #expect(throws: AccessError.tokenRole(role)) { try await office.token("robot", role) }
            }
            await #expect(throws: OrganisationError.self) { try await office.token(at: "nowhere") }
            let names = try await office.workspace.tokens(as: office.user("lan")).map(\.name)
            #expect(names == [try slug("reader")])
        }
    }

    @Test func `a name is used once, even after it was revoked`() async throws {
        try await Office.open { office in
            let made = try await office.token()
            await #expect(throws: AccessError.tokenExists(try slug("robot"))) { try await office.token() }
            try await office.workspace.revokeToken(slug("robot"), as: office.user("admin"), mode: .perform)
            #expect(try await office.workspace.caller(token: made.secret) == nil)
            await #expect(throws: AccessError.tokenExists(try slug("robot"))) { try await office.token() }
            await #expect(throws: AccessError.unknownToken(try slug("robot"))) {
                try await office.workspace.revokeToken(slug("robot"), as: office.user("admin"), mode: .perform)
            }
            #expect(try await office.audited(2) == ["admin tokens.make robot", "admin tokens.revoke robot"])
        }
    }

    @Test func `a revoked one stops even in the middle of its work`() async throws {
        try await Office.open { office in
            let robot = try await caller(try await office.token(), in: office)
            try await office.workspace.revokeToken(slug("robot"), as: office.user("admin"), mode: .perform)
            await #expect(throws: OrganisationError.revoked("token:robot")) {
                try await office.workspace.posts(PostFilter(), as: robot)
            }
        }
    }

    @Test func `it is revoked by its maker or an administrator of its unit`() async throws {
        try await Office.open { office in
            _ = try await office.token(by: "lan")
            for name in ["hoa", "minh", "tay"] {
                await #expect(throws: AccessError.unknownToken(try slug("robot"))) {
                    try await office.workspace.revokeToken(slug("robot"), as: office.user(name), mode: .perform)
                }
            }
            try await office.workspace.revokeToken(slug("robot"), as: office.user("lan"), mode: .perform)
        }
    }

    @Test func `it ends when it was to end`() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let grant = Grant(role: .viewer, unit: nil)
            await #expect(throws: AccessError.tokenExpiry) {
                try await workspace.makeToken(
                    slug("late"), grant: grant, expiresAt: office.clock.source.now, as: admin, mode: .perform)
            }
            let made = try await workspace.makeToken(
                slug("robot"), grant: grant, expiresAt: office.clock.source.now + .days(1), as: admin, mode: .perform)
            office.wait(.days(1) - .seconds(1))
            #expect(try await workspace.caller(token: made.secret) != nil)
            office.wait(.seconds(1))
            #expect(try await workspace.caller(token: made.secret) == nil)
        }
    }

    @Test func `the day of its last use is written once a day`() async throws {
        try await Office.open { office in
            let made = try await office.token()
            _ = try await caller(made, in: office)
            let after = try await office.rows()
            _ = try await caller(made, in: office)
            #expect(try await office.rows() == after)
            office.wait(.days(1))
            _ = try await caller(made, in: office)
            let token = try await office.workspace.tokens(as: office.user("admin")).first
            #expect(token?.usedOn == Day("2026-05-21"))
        }
    }

    @Test func `what is no token is nobody`() async throws {
        try await Office.open { office in
            let secret = try await office.token().secret
            for text in [
                "", "loa_", String(secret.dropFirst(4)), secret.uppercased(), secret + "x", "Bearer " + secret,
            ] {
                #expect(try await office.workspace.caller(token: text) == nil, "\(text)")
            }
        }
    }

    @Test func `it makes no other way in, and changes no account`() async throws {
        try await Office.open { office in
            let robot = try await caller(try await office.token("robot", .editor, at: nil), in: office)
            let (workspace, lan) = (office.workspace, try slug("lan"))
            let grant = Grant(role: .viewer, unit: nil)
            let calls: [() async throws -> Void] = [
                { _ = try await workspace.makeToken(slug("more"), grant: grant, as: robot, mode: .perform) },
                { _ = try await workspace.tokens(as: robot) },
                { _ = try await workspace.makeFeed(.calendar, filter: FeedFilter(), as: robot) },
                { _ = try await workspace.makeLogInLink(for: lan, as: robot) },
                { _ = try await workspace.sessions(of: lan, as: robot) },
                { _ = try await workspace.signOutEverywhere(lan, as: robot) },
                { _ = try await workspace.disableUser(lan, as: robot, mode: .perform) },
                { _ = try await workspace.renameUser(lan, to: "Lan", as: robot, mode: .perform) },
            ]
            let before = try await office.rows()
            for call in calls { await #expect(throws: AccessError.personOnly) { try await call() } }
            await #expect(throws: OrganisationError.self) {
                try await workspace.grant(grant, to: lan, as: robot, mode: .perform)
            }
            #expect(try await office.rows() == before)
        }
    }
}
