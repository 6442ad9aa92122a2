import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// Tokens, feeds and keyed requests as rows.
struct MachineRowsTests {
    private let now = StorageFixture.now

    private func database() async throws -> Database {
        let database = try Database(inMemory: ())
        let users = try ["an", "binh"].map { User(id: try Make.slug($0), name: $0, grants: []) }
        try await database.write { tx in
            for user in users { try tx.put(user) }
        }
        return database
    }

    private func hash(_ text: String) -> ContentHash { ContentHash.sha256(of: text) }

    private func token(_ name: String, by maker: String, unit: String?, expires: Instant? = nil) throws -> APIToken {
        APIToken(
            name: try Make.slug(name), grant: Grant(role: .logger, unit: try unit.map(Make.slug)),
            madeBy: try Make.slug(maker), madeAt: now, expiresAt: expires)
    }

    @Test func `a token comes back whole by name and by hash, and its use and end are written`() async throws {
        let (database, now) = (try await database(), now)
        let tokens = [
            try token("phone", by: "an", unit: "vh-thanh-xuan", expires: now + .seconds(60)),
            try token("board", by: "binh", unit: nil),
        ]
        let hashes = tokens.indices.map { hash("\($0)") }
        try await database.write { tx in
            for (token, hash) in zip(tokens, hashes) { try tx.add(token, hash: hash) }
        }
        for (token, hash) in zip(tokens, hashes) {
            #expect(try await database.read { try $0.apiToken(hash: hash) } == token)
            #expect(try await database.read { try $0.apiToken(token.name) } == token)
        }
        #expect(try await database.read { try $0.apiTokens() } == [tokens[1], tokens[0]])
        let (an, day) = (try Make.slug("an"), try Make.day("2026-06-01"))
        #expect(try await database.read { try $0.namesOfAPITokens(madeBy: an) } == [tokens[0].name])
        try await database.write { tx in
            try tx.setAPITokenUsed(tokens[0].name, on: day)
            try tx.revokeAPIToken(tokens[0].name, at: now)
            try tx.revokeAPIToken(tokens[0].name, at: now + .seconds(1))
        }
        let ended = try await database.read { try $0.apiToken(tokens[0].name) }
        #expect(ended?.usedOn == day && ended?.revokedAt == now && ended?.grant == tokens[0].grant)
        #expect(try await database.read { try $0.namesOfAPITokens(madeBy: an) } == [tokens[0].name])
    }

    @Test func `a name and a secret belong to one token`() async throws {
        let (database, first, other) = (try await database(), hash("a"), hash("b"))
        let (phone, again) = (try token("phone", by: "an", unit: nil), try token("phone", by: "binh", unit: nil))
        let same = try token("board", by: "an", unit: nil)
        try await database.write { try $0.add(phone, hash: first) }
        await #expect(throws: StorageError.self) { try await database.write { try $0.add(again, hash: other) } }
        await #expect(throws: StorageError.self) { try await database.write { try $0.add(same, hash: first) } }
    }

    @Test func `a feed comes back whole by its code, and a revoked one is listed no more`() async throws {
        let (database, now) = (try await database(), now)
        let filter = FeedFilter(unit: try Make.slug("vh-thanh-xuan"), campaign: try Make.slug("thang-6"))
        let feeds = [
            Feed(id: try Make.id(1), kind: .calendar, filter: filter, madeBy: try Make.slug("an"), madeAt: now),
            Feed(
                id: try Make.id(2), kind: .atom, filter: FeedFilter(), madeBy: try Make.slug("binh"),
                madeAt: now + .seconds(1)),
        ]
        let hashes = feeds.indices.map { hash("\($0)") }
        try await database.write { tx in
            for (feed, hash) in zip(feeds, hashes) { try tx.add(feed, codeHash: hash) }
        }
        #expect(try await database.read { try $0.feed(codeHash: hashes[0]) } == feeds[0])
        #expect(try await database.read { try $0.feed(feeds[1].id) } == feeds[1])
        #expect(try await database.read { try $0.feeds(madeBy: nil) } == [feeds[1], feeds[0]])
        let (an, day) = (try Make.slug("an"), try Make.day("2026-06-01"))
        #expect(try await database.read { try $0.feeds(madeBy: an) } == [feeds[0]])
        try await database.write { tx in
            try tx.setFeedUsed(feeds[0].id, on: day)
            try tx.revokeFeed(feeds[0].id, at: now)
        }
        let ended = try await database.read { try $0.feed(feeds[0].id) }
        #expect(ended?.usedOn == day && ended?.revokedAt == now)
        #expect(try await database.read { try $0.feeds(madeBy: nil) } == [feeds[1]])
    }

    @Test func `a keyed request keeps its first answer, and one without an answer can be forgotten`() async throws {
        let (database, now, hash) = (try await database(), now, hash("request"))
        let answer = KeptAnswer(status: 201, contentType: "application/json", body: "{\"a\":\"ă\"}")
        try await database.write { tx in
            try tx.beginKeyedRequest("k", of: "an", hash: hash, at: now)
            try tx.beginKeyedRequest("k", of: "binh", hash: hash, at: now)
            try tx.keep(answer, for: "k", of: "an")
            try tx.keep(KeptAnswer(status: 500, contentType: "", body: ""), for: "k", of: "an")
            for caller in ["an", "binh"] { try tx.removeKeyedRequest("k", of: caller) }
        }
        let kept = try await database.read { try $0.keyedRequest("k", of: "an") }
        #expect(kept == KeyedRequestRow(requestHash: hash, begunAt: now, answer: answer))
        #expect(try await database.read { try $0.keyedRequest("k", of: "binh") } == nil)
        await #expect(throws: StorageError.self) {
            try await database.write { try $0.beginKeyedRequest("k", of: "an", hash: hash, at: now) }
        }
        try await database.write { try $0.removeKeyedRequests(begunBefore: now + .seconds(1)) }
        #expect(try await database.count("keyed_requests") == 0)
    }

    @Test func `closing all access leaves passwords and the names of tokens`() async throws {
        let (database, now, hash) = (try await database(), now, hash("a"))
        let (phone, an) = (try token("phone", by: "an", unit: nil), try Make.slug("an"))
        let feed = Feed(id: try Make.id(1), kind: .atom, filter: FeedFilter(), madeBy: an, madeAt: now)
        let session = WebSession(
            id: try Make.id(2), user: an, means: .password, address: "", createdAt: now, lastSeenAt: now)
        try await database.write { tx in
            try tx.setPasswordHash("kept", of: an, at: now)
            try tx.add(phone, hash: hash)
            try tx.add(feed, codeHash: hash)
            try tx.add(session, tokenHash: hash)
            try tx.closeAllAccess(at: now)
        }
        #expect(try await database.count("web_sessions") == 0)
        #expect(try await database.read { try $0.apiToken(phone.name) }?.revokedAt == now)
        #expect(try await database.read { try $0.feed(feed.id) }?.revokedAt == now)
        #expect(try await database.read { try $0.passwordHash(of: an) } == "kept")
    }
}
