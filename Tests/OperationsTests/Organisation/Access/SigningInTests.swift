import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

struct SigningInTests {
    @Test func `with name and password one is in, and what is kept of it tells nobody how`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let signedIn = try await office.signIn("lan")
            #expect(signedIn.user.id.description == "lan" && signedIn.caller.name == "lan")
            #expect(!"\(signedIn)".contains(signedIn.token) && !"\(signedIn)".contains(signedIn.csrf))
            #expect(signedIn.token.count == 43 && signedIn.csrf.count == 43 && signedIn.csrf != signedIn.token)
            let found = try await office.workspace.session(token: signedIn.token)
            #expect(found?.user == signedIn.user && found?.csrf == signedIn.csrf && found?.hasPassword == true)
            #expect(try await office.audited(1) == ["lan users.sign-in lan"])
            let everything = try await office.rows().joined()
            for secret in [signedIn.token, signedIn.csrf, Office.password] { #expect(!everything.contains(secret)) }
            #expect(everything.contains("$argon2id$v=19$m=19456,t=2,p=1$"))
        }
    }

    @Test func `the name may be typed in capitals, and the password in either form of Unicode`() async throws {
        try await Office.open { office in
            let password = "Trẻ em như búp trên cành"
            try await office.givePassword(password.decomposedStringWithCanonicalMapping, to: "lan")
            _ = try await office.signIn(" Lan ", password.precomposedStringWithCanonicalMapping)
            _ = try await office.signIn("LAN", password.decomposedStringWithCanonicalMapping)
        }
    }

    @Test func `unknown, without a password, disabled or wrong: all are told the same`() async throws {
        try await Office.open { office in
            for name in ["lan", "hoa"] { try await office.givePassword(to: name) }
            _ = try await office.workspace.disableUser(slug("hoa"), as: office.user("admin"), mode: .perform)
            for name in ["nobody", "Không Phải Tên", "", "minh", "hoa"] {
                await #expect(throws: AccessError.wrongLogIn, "\(name)") { try await office.signIn(name) }
            }
            for password in [Office.wrongPassword, "", Office.password + "!", String(repeating: "a", count: 100_000)] {
                await #expect(throws: AccessError.wrongLogIn) { try await office.signIn("lan", password) }
            }
            #expect(try await office.count("web_sessions") == 0)
        }
    }

    @Test func `an unknown name takes as long as a wrong password`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            // Turn by turn, and the quickest of each, so that whatever else the machine does weighs on both alike; and
            // again for as long as it does not.
            var times: [String: Duration] = [:]
            var isAlike: Bool {
                guard let known = times["lan"], let unknown = times["nobody"] else { return false }
                return unknown * 3 > known && known * 3 > unknown
            }
            for number in 1...64 where number <= 8 || !isAlike {
                office.wait(.hours(2))
                for name in ["lan", "nobody-\(number)"] {
                    let kind = name == "lan" ? name : "nobody"
                    let time = await ContinuousClock().measure { _ = await office.fail(name) }
                    times[kind] = min(time, times[kind] ?? time)
                }
            }
            #expect(isAlike, "\(times)")
        }
    }

    @Test func `logging in again makes a new token, and the browser's old one is no more`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let first = try await office.signIn("lan")
            let second = try await office.workspace.signIn(
                "lan", password: Office.password, from: Office.address, replacing: first.token)
            #expect(first.token != second.token && first.csrf != second.csrf)
            let old = try await office.workspace.session(token: first.token)
            #expect(old == nil)
            let new = try await office.workspace.session(token: second.token)
            #expect(new != nil)
        }
    }

    @Test func `a form of another session is not accepted`() async throws {
        try await Office.open { office in
            for name in ["lan", "hoa"] { try await office.givePassword(to: name) }
            let (lan, hoa) = (try await office.signIn("lan"), try await office.signIn("hoa"))
            #expect(lan.accepts(csrf: lan.csrf))
            for other in [hoa.csrf, lan.token, "", String(lan.csrf.dropLast()), lan.csrf + "a"] {
                #expect(!lan.accepts(csrf: other))
            }
        }
    }

    @Test func `what the client is called is kept short and harmless`() async throws {
        try await Office.open { office in
            try await office.givePassword(to: "lan")
            let strange = "10.0.0.1\r\nset-cookie: x\u{202E}" + String(repeating: "y", count: 10_000)
            let signedIn = try await office.signIn("lan", from: strange)
            #expect(signedIn.session.address.hasPrefix("10.0.0.1set-cookie:x") && signedIn.session.address.count == 64)
        }
    }
}
