import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct PasswordTests {
    private let new = "mot cau khac cung de nho"

    @Test func `a new password needs the current one and ends every session but a fresh one`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let (here, there) = (try await office.signIn("lan"), try await office.signIn("lan"))
            let before = try await office.count("audit")
            for (current, expected) in [(nil, AccessError.currentPasswordMissing), ("sai", .currentPasswordWrong)] {
                await #expect(throws: expected) {
                    try await office.workspace.setPassword(new, current: current, token: here.token, from: "")
                }
            }
            #expect(try await office.count("audit") == before)
            let fresh = try await office.workspace.setPassword(
                new, current: Office.password, token: here.token, from: Office.address)
            for ended in [here, there] {
                let found = try await office.workspace.session(token: ended.token)
                #expect(found == nil)
            }
            let found = try await office.workspace.session(token: fresh.token)
            #expect(found != nil)
            await #expect(throws: AccessError.wrongLogIn) { try await office.signIn("lan") }
            _ = try await office.signIn("lan", new)
        }
    }

    @Test func `a link lets a forgotten password be set anew, for an hour`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            func cameIn() async throws -> String {
                let made = try await office.link(for: "lan")
                return try await office.workspace.openSession(logInCode: made.code, from: "").token
            }
            let late = try await cameIn()
            office.wait(.hours(1))
            await #expect(throws: AccessError.currentPasswordMissing) {
                try await office.workspace.setPassword(new, current: nil, token: late, from: "")
            }
            let fresh = try await office.workspace.setPassword(new, current: nil, token: try await cameIn(), from: "")
            await #expect(throws: AccessError.currentPasswordMissing) {
                try await office.workspace.setPassword("va mot cau nua nhe", current: nil, token: fresh.token, from: "")
            }
        }
    }

    @Test func `nobody sets another's, not even an administrator`() async throws {
        try await Office.open { office in
            for caller in [try office.user("admin"), try office.user("minh"), .program] {
                await #expect(throws: AccessError.ownPasswordOnly(try slug("lan"))) {
                    try await office.workspace.setPassword(of: slug("lan"), to: new, current: nil, as: caller)
                }
            }
            #expect(try await office.count("passwords") == 0)
        }
    }

    @Test func `one that is refused leaves the old one and all sessions`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let signedIn = try await office.signIn("lan")
            for (password, problem) in [("ngan", PasswordProblem.tooShort), ("matkhau123456", .isCommon)] {
                await #expect(throws: problem) {
                    try await office.workspace.setPassword(
                        password, current: Office.password, token: signedIn.token, from: "")
                }
            }
            let found = try await office.workspace.session(token: signedIn.token)
            #expect(found != nil)
            _ = try await office.signIn("lan")
        }
    }

    @Test func `without a session there is nobody whose password could be set`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let signedIn = try await office.signIn("lan")
            try await office.workspace.signOut(token: signedIn.token)
            await #expect(throws: AccessError.signedOut) {
                try await office.workspace.setPassword(new, current: Office.password, token: signedIn.token, from: "")
            }
        }
    }

    @Test func `a disabled user sets none`() async throws {
        try await Office.open { office in
            _ = try await office.workspace.disableUser(slug("lan"), as: office.user("admin"), mode: .perform)
            await #expect(throws: AccessError.disabled(try slug("lan"))) { try await office.givePassword(to: "lan") }
        }
    }

    @Test func `the same password of two people is stored as two hashes`() async throws {
        try await Office.open { office in
            for name in ["lan", "hoa"] { try await office.givePassword(to: name) }
            let hashes = try await office.database().read { tx in
                try ["lan", "hoa"].map { try tx.passwordHash(of: slug($0)) }
            }
            #expect(hashes[0] != nil && hashes[0] != hashes[1])
        }
    }
}
