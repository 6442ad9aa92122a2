import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct WebSessionTests {
    private func isOpen(_ signedIn: SignedIn, in office: Office) async throws -> Bool {
        try await office.workspace.session(token: signedIn.token) != nil
    }

    private func open(_ name: String = "lan", _ test: (Office, SignedIn) async throws -> Void) async throws {
        try await Office.open { office in
            try await office.givePassword(to: name)
            try await test(office, try await office.signIn(name))
        }
    }

    @Test func `reading a page writes nothing, and every five minutes that it is in use`() async throws {
        try await open { office, signedIn in
            let before = try await office.rows()
            office.wait(.seconds(299))
            for _ in 1...3 { #expect(try await isOpen(signedIn, in: office)) }
            #expect(try await office.rows() == before)
            office.wait(.seconds(1))
            #expect(try await isOpen(signedIn, in: office))
            let seen = try await office.workspace.session(token: signedIn.token)?.session.lastSeenAt
            #expect(seen == office.clock.source.now)
        }
    }

    @Test func `unused for twelve hours it is over, in use it lasts thirty days`() async throws {
        try await open { office, used in
            let unused = try await office.signIn("lan")
            office.wait(.hours(11))
            #expect(try await isOpen(used, in: office))
            office.wait(.hours(1))
            #expect(try await isOpen(used, in: office))
            #expect(try await !isOpen(unused, in: office))
            for _ in 1...59 {
                office.wait(.hours(12) - .minutes(1))
                #expect(try await isOpen(used, in: office))
            }
            office.wait(.hours(12) - .minutes(1))
            #expect(try await !isOpen(used, in: office))
            _ = try await office.signIn("lan")
            #expect(try await office.count("web_sessions") == 1)
        }
    }

    @Test func `what is no token of a session opens nothing`() async throws {
        try await open { office, signedIn in
            let hash = ContentHash.sha256(of: signedIn.token).description
            for token in ["", "a", signedIn.csrf, hash, signedIn.token + "=", String(signedIn.token.dropLast()) + "!"] {
                let found = try await office.workspace.session(token: token)
                #expect(found == nil, "\(token)")
            }
        }
    }

    @Test func `logging out ends this session and no other`() async throws {
        try await open { office, first in
            let second = try await office.signIn("lan")
            try await office.workspace.signOut(token: first.token)
            try await office.workspace.signOut(token: first.token)
            try await office.workspace.signOut(token: "nothing")
            #expect(try await !isOpen(first, in: office))
            #expect(try await isOpen(second, in: office))
        }
    }

    @Test func `logging out everywhere ends them all, is audited, and spares everyone else`() async throws {
        try await open { office, first in
            let second = try await office.signIn("lan", from: "198.51.100.2")
            try await office.givePassword(to: "hoa")
            let other = try await office.signIn("hoa")
            let lan = try office.user("lan")
            #expect(try await office.workspace.signOutEverywhere(try slug("lan"), as: lan) == 2)
            for ended in [first, second] { #expect(try await !isOpen(ended, in: office)) }
            #expect(try await isOpen(other, in: office))
            #expect(try await office.audited(1) == ["lan users.sign-out-everywhere lan"])
        }
    }

    @Test func `a user sees where they are logged in, and ends one of them`() async throws {
        try await open { office, first in
            office.wait(.minutes(1))
            let second = try await office.signIn("lan", from: "198.51.100.2")
            let lan = try office.user("lan")
            let sessions = try await office.workspace.sessions(of: slug("lan"), as: lan)
            #expect(sessions.map(\.address) == ["198.51.100.2", Office.address])
            try await office.workspace.endSession(first.session.id, of: slug("lan"), as: lan)
            #expect(try await !isOpen(first, in: office))
            #expect(try await isOpen(second, in: office))
            await #expect(throws: AccessError.unknownSession) {
                try await office.workspace.endSession(first.session.id, of: slug("lan"), as: lan)
            }
            office.wait(.hours(12))
            let left = try await office.workspace.sessions(of: slug("lan"), as: lan)
            #expect(left.isEmpty)
        }
    }

    @Test func `others' sessions are for administrators over them`() async throws {
        try await open { office, signedIn in
            let (workspace, id) = (office.workspace, signedIn.session.id)
            for name in ["hoa", "minh", "tay"] {
                let caller = try office.user(name)
                await #expect(throws: OrganisationError.self) {
                    try await workspace.sessions(of: slug("lan"), as: caller)
                }
                await #expect(throws: OrganisationError.self) {
                    try await workspace.signOutEverywhere(slug("lan"), as: caller)
                }
                await #expect(throws: OrganisationError.self) {
                    try await workspace.endSession(id, of: slug("lan"), as: caller)
                }
            }
            await #expect(throws: AccessError.unknownSession) {
                try await workspace.endSession(id, of: slug("hoa"), as: office.user("admin"))
            }
            #expect(try await isOpen(signedIn, in: office))
            try await workspace.endSession(id, of: slug("lan"), as: office.user("admin"))
            #expect(try await !isOpen(signedIn, in: office))
        }
    }

    @Test func `a disabled user is out at once and comes back only by logging in`() async throws {
        try await open { office, signedIn in
            let admin = try office.user("admin")
            _ = try await office.workspace.disableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await !isOpen(signedIn, in: office))
            _ = try await office.workspace.enableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await !isOpen(signedIn, in: office))
            _ = try await office.signIn("lan")
        }
    }

    @Test func `after a restore nobody is logged in, and no token, feed or link from before opens anything`()
        async throws
    {
        try await open { office, signedIn in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let link = try await office.link(for: "hoa")
            let token = try await office.token()
            let feed = try await workspace.makeFeed(.calendar, filter: FeedFilter(), as: admin)
            let target = office.folder.appending(path: "backup")
            _ = try await workspace.backUp(to: target, as: admin)
            try workspace.close()
            _ = try await Workspace.restore(target, into: office.folder, as: admin)
            let restored = try await office.reopened()
            #expect(try await !isOpen(signedIn, in: restored))
            await #expect(throws: AccessError.linkSpent) { try await restored.workspace.logInLink(code: link.code) }
            #expect(try await restored.workspace.caller(token: token.secret) == nil)
            let found = try await restored.workspace.feed(code: feed.code)
            #expect(found == nil)
            _ = try await restored.signIn("lan")
        }
    }
}
