import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// The first administrator comes in by a link the server prints; there is no default password.
struct FirstAdministratorTests {
    private func open(_ test: (Office) async throws -> Void) async throws {
        try await Office.inFolder { folder in
            let files = OfficeContent.files.merging(OfficeChannels.files(port: 9)) { first, _ in first }
            for (path, text) in files { try Office.write(text, to: folder.appending(path: path)) }
            try await test(try await Office(in: folder))
        }
    }

    private func use(_ made: MadeLogInLink, _ id: String, _ name: String = "Chị Chi", in office: Office) async throws
        -> SignedIn
    {
        try await office.workspace.useFirstLink(code: made.code, user: slug(id), name: name, from: Office.address)
    }

    @Test func `a name makes the administrator, who is then logged in and sets a password`() async throws {
        try await open { office in
            let made = try #require(await office.workspace.makeFirstAdministratorLink())
            #expect(made.user == nil)
            #expect(try await office.workspace.logInLink(code: made.code).user == nil)
            let signedIn = try await use(made, "chi", in: office)
            #expect(signedIn.user.mayForWhole(.administer) && signedIn.user.name == "Chị Chi" && !signedIn.hasPassword)
            _ = try await office.workspace.setPassword(
                Office.password, current: nil, token: signedIn.token, from: Office.address)
            _ = try await office.signIn("chi")
            let actions = try await office.audited(5)
            #expect(
                actions == [
                    "loa users.link first administrator", "loa users.add chi", "chi users.link-used chi",
                    "chi users.password chi", "chi users.sign-in chi",
                ])
        }
    }

    @Test func `it makes one, whoever else holds it`() async throws {
        try await open { office in
            let made = try #require(await office.workspace.makeFirstAdministratorLink())
            let users = await withTaskGroup { group in
                for number in 1...6 {
                    group.addTask { (try? await use(made, "chi-\(number)", in: office))?.user.id }
                }
                return await group.reduce(into: [Slug]()) { if let id = $1 { $0.append(id) } }
            }
            #expect(users.count == 1)
            #expect(try await office.workspace.users(as: .program).map(\.id) == users)
        }
    }

    @Test func `once there is a user there is no such link, and one from before is worth nothing`() async throws {
        try await open { office in
            let made = try #require(await office.workspace.makeFirstAdministratorLink())
            _ = try await office.workspace.addFirstAdministrator(slug("chi"), name: "Chi", mode: .perform)
            await #expect(throws: AccessError.linkSpent) { try await use(made, "dich", in: office) }
            let another = try await office.workspace.makeFirstAdministratorLink()
            #expect(another == nil)
        }
    }

    @Test func `without a name it is not used up`() async throws {
        try await open { office in
            let made = try #require(await office.workspace.makeFirstAdministratorLink())
            await #expect(throws: AccessError.nameMissing) { try await use(made, "chi", "  ", in: office) }
            _ = try await use(made, "chi", in: office)
        }
    }

    @Test func `the two kinds of links do not stand for each other`() async throws {
        try await Office.open { office in
            let made = try await office.link(for: "lan")
            await #expect(throws: AccessError.linkSpent) { try await use(made, "dich", in: office) }
        }
        try await open { office in
            let made = try #require(await office.workspace.makeFirstAdministratorLink())
            await #expect(throws: AccessError.linkSpent) {
                try await office.workspace.openSession(logInCode: made.code, from: "")
            }
        }
    }
}
