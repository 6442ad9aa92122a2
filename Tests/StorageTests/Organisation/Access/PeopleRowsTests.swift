import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// Passwords, sessions, links and failures as rows.
struct PeopleRowsTests {
    private let now = StorageFixture.now

    private func database() async throws -> Database {
        let database = try Database(inMemory: ())
        let users = try ["an", "binh"].map { User(id: try Make.slug($0), name: $0, grants: []) }
        try await database.write { tx in
            for user in users { try tx.put(user) }
        }
        return database
    }

    private func session(_ number: Int, of user: String, at instant: Instant) throws -> WebSession {
        WebSession(
            id: try Make.id(number), user: try Make.slug(user), means: .link, address: "192.0.2.1", createdAt: instant,
            lastSeenAt: instant)
    }

    private func hash(_ text: String) -> ContentHash { ContentHash.sha256(of: text) }

    @Test func `a password's hash is replaced by the next, and nobody unknown has one`() async throws {
        let (database, an, now) = (try await database(), try Make.slug("an"), now)
        try await database.write { tx in
            try tx.setPasswordHash("one", of: an, at: now)
            try tx.setPasswordHash("two", of: an, at: now)
        }
        #expect(try await database.read { try $0.passwordHash(of: an) } == "two")
        let binh = try Make.slug("binh")
        #expect(try await database.read { try $0.passwordHash(of: binh) } == nil)
        let nobody = try Make.slug("nobody")
        await #expect(throws: StorageError.self) {
            try await database.write { try $0.setPasswordHash("x", of: nobody, at: now) }
        }
    }

    @Test func `a session is found by its token's hash alone, and its use is written`() async throws {
        let (database, session, now) = (try await database(), try session(1, of: "an", at: now), now)
        let (right, wrong) = (hash("a"), hash("b"))
        try await database.write { try $0.add(session, tokenHash: right) }
        #expect(try await database.read { try $0.webSession(tokenHash: right) } == session)
        #expect(try await database.read { try $0.webSession(tokenHash: wrong) } == nil)
        try await database.write { try $0.setSeen(session.id, at: now + .seconds(60)) }
        let seen = try await database.read { try $0.webSession(tokenHash: right) }
        #expect(seen?.lastSeenAt == now + .seconds(60) && seen?.createdAt == now)
        #expect(try await database.write { try $0.removeWebSession(tokenHash: right) })
        #expect(try await !database.write { try $0.removeWebSession(tokenHash: right) })
    }

    @Test func `sessions end one by one, by user, and by age`() async throws {
        let (database, now) = (try await database(), now)
        let old = now - .seconds(86_400)
        let rows = [
            try session(1, of: "an", at: old), try session(2, of: "an", at: now), try session(3, of: "binh", at: now),
            try session(4, of: "binh", at: now),
        ]
        let hashes = rows.indices.map { hash("\($0)") }
        let (an, binh) = (try Make.slug("an"), try Make.slug("binh"))
        try await database.write { tx in
            for (row, hash) in zip(rows, hashes) { try tx.add(row, tokenHash: hash) }
            try tx.removeWebSessions(createdBefore: old, orSeenBefore: old)
        }
        #expect(try await database.read { try $0.webSessions(of: an) } == [rows[1]])
        #expect(try await !database.write { try $0.removeWebSession(rows[2].id, of: an) })
        #expect(try await database.write { try $0.removeWebSession(rows[2].id, of: binh) })
        #expect(try await database.write { try $0.removeWebSessions(of: binh) } == 1)
        #expect(try await database.count("web_sessions") == 1)
    }

    @Test func `two sessions never share a token`() async throws {
        let (database, hash) = (try await database(), hash("a"))
        let (first, second) = (try session(1, of: "an", at: now), try session(2, of: "binh", at: now))
        try await database.write { try $0.add(first, tokenHash: hash) }
        await #expect(throws: StorageError.self) {
            try await database.write { try $0.add(second, tokenHash: hash) }
        }
    }

    @Test func `a user has one link, and links whose time is over go`() async throws {
        let (database, now) = (try await database(), now)
        func link(_ user: String?, _ made: Instant) throws -> LogInLink {
            LogInLink(user: try user.map(Make.slug), madeBy: "loa", madeAt: made, expiresAt: made + .seconds(60))
        }
        let links = [try link("an", now), try link("binh", now), try link(nil, now), try link("an", now)]
        let hashes = links.indices.map { hash("\($0)") }
        try await database.write { tx in
            for (link, hash) in zip(links, hashes) { try tx.add(link, codeHash: hash) }
        }
        for (index, expected) in [nil, links[1], links[2], links[3]].enumerated() {
            #expect(try await database.read { try $0.logInLink(codeHash: hashes[index]) } == expected)
        }
        let (last, other) = (try link("an", now + .seconds(60)), hash("last"))
        try await database.write { try $0.add(last, codeHash: other) }
        #expect(try await database.count("log_in_links") == 1)
        try await database.write { try $0.removeLogInLinks(for: last.user) }
        #expect(try await database.count("log_in_links") == 0)
    }

    @Test func `failures are replaced, and go when they are old`() async throws {
        let (database, now, subject) = (try await database(), now, hash("user:an"))
        for count in [
            LogInFailures(failures: 4, lastAt: now, pausedUntil: nil),
            LogInFailures(failures: 5, lastAt: now, pausedUntil: now + .seconds(30)),
        ] {
            try await database.write { try $0.set(count, of: subject) }
            #expect(try await database.read { try $0.logInFailures(of: subject) } == count)
        }
        try await database.write { try $0.removeLogInFailures(lastBefore: now) }
        #expect(try await database.count("log_in_failures") == 1)
        try await database.write { try $0.removeLogInFailures(lastBefore: now + .seconds(1)) }
        #expect(try await database.count("log_in_failures") == 0)
    }
}
