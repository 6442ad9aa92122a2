import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct DuePostsTests {
    private func due(
        _ posts: [Post], at now: Instant = Make.now, limit: Int = 100,
        _ narrow: (inout SendingScope) throws -> Void = { _ in }
    ) async throws -> [String] {
        var scope = SendingScope(channels: [try Make.slug("page")])
        try narrow(&scope)
        let database = try await StoredPostFixture.database(posts)
        return try await database.read { [scope] in try $0.duePosts(scope, at: now, limit: limit) }.map(\.title)
    }

    @Test(arguments: PostState.allCases)
    func `only what is approved or to be tried again can fall due`(state: PostState) async throws {
        let isWaiting = state == .approved || state == .retrying
        #expect(try await due([StoredPostFixture.post(1, state: state)]) == (isWaiting ? ["Bài 1"] : []))
    }

    @Test func `a post falls due at its moment, not a millisecond before`() async throws {
        let post = try StoredPostFixture.post(1)
        #expect(try await due([post], at: Make.now - .milliseconds(1)).isEmpty)
        #expect(try await due([post], at: Make.now) == ["Bài 1"])
    }

    @Test func `the oldest moment goes first, and no more than was asked for`() async throws {
        let posts = try (1...5).map { try StoredPostFixture.post($0, moment: Make.now - .seconds($0)) }
        #expect(try await due(posts) == ["Bài 5", "Bài 4", "Bài 3", "Bài 2", "Bài 1"])
        #expect(try await due(posts, limit: 2) == ["Bài 5", "Bài 4"])
    }

    @Test func `channels that are not named, and whatever is held, stay where they are`() async throws {
        let posts = try [
            StoredPostFixture.post(1), StoredPostFixture.post(2, channel: "loa"),
            StoredPostFixture.post(3, unit: "doan"), StoredPostFixture.post(4, campaign: "june", slot: "s"),
        ]
        #expect(try await due(posts) == ["Bài 1", "Bài 3", "Bài 4"])
        #expect(try await due(posts) { $0.channels = [] }.isEmpty)
        #expect(try await due(posts) { $0.heldUnits = try [Make.slug("doan")] } == ["Bài 1", "Bài 4"])
        #expect(try await due(posts) { $0.heldCampaigns = try [Make.slug("june")] } == ["Bài 1", "Bài 3"])
        #expect(try await due(posts) { $0.heldPosts = try [Make.id(1)] } == ["Bài 3", "Bài 4"])
    }

    @Test func `a post that was put off waits, without an attempt spent`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        let scope = SendingScope(channels: [post.channel])
        let until = Make.now + .seconds(600)
        try await database.write { try $0.postpone(post.id, until: until, reason: StoredPostFixture.closed) }
        let (before, then, next) = try await database.read { tx in
            (
                try tx.duePosts(scope, at: until - .milliseconds(1), limit: 1),
                try tx.duePosts(scope, at: until, limit: 1),
                try tx.nextDue(on: post.channel, scope)
            )
        }
        #expect(before.isEmpty && then.count == 1 && next == until)
        #expect(
            then.first?.attempts == 0 && then.first?.reason == StoredPostFixture.closed
                && then.first?.state == .approved)
    }

    @Test(arguments: PostState.allCases)
    func `only a waiting post can be put off`(state: PostState) async throws {
        let post = try StoredPostFixture.post(1, state: state)
        let database = try await StoredPostFixture.database([post])
        try await database.write { try $0.postpone(post.id, until: Make.now, reason: StoredPostFixture.closed) }
        let isWaiting = state == .approved || state == .retrying
        #expect(
            try await database.read { try $0.post(post.id)?.reason } == (isWaiting ? StoredPostFixture.closed : nil))
    }

    @Test func `the next post due of a channel is the earliest that may be sent`() async throws {
        let posts = try [
            StoredPostFixture.post(1, moment: Make.now + .seconds(50)),
            StoredPostFixture.post(2, channel: "loa", moment: Make.now + .seconds(10)),
            StoredPostFixture.post(3, moment: Make.now + .seconds(5), state: .draft),
            StoredPostFixture.post(4, unit: "doan", moment: Make.now + .seconds(20)),
        ]
        let database = try await StoredPostFixture.database(posts)
        let (page, loa, doan) = (try Make.slug("page"), try Make.slug("loa"), try Make.slug("doan"))
        let next = try await database.read { tx in
            var held = SendingScope(channels: [page])
            held.heldUnits = [doan]
            let both = SendingScope(channels: [page, loa])
            return try [
                tx.nextDue(on: page, both), tx.nextDue(on: loa, both), tx.nextDue(on: page, held),
                tx.nextDue(on: loa, held),
            ]
        }
        #expect(next == [Make.now + .seconds(20), Make.now + .seconds(10), Make.now + .seconds(50), nil])
    }

    @Test func `whatever changes a post, its place in the queue follows`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        let scope = SendingScope(channels: [post.channel])
        let cases: [(change: String, due: Instant?)] = [
            ("moment = moment + 1000", post.moment + .seconds(1)),
            ("next_attempt_at = moment + 5000", post.moment + .seconds(6)),
            ("next_attempt_at = moment - 5000", post.moment + .seconds(1)),
            ("state = 'posted'", nil), ("state = 'retrying'", post.moment + .seconds(1)), ("state = 'draft'", nil),
        ]
        for (change, due) in cases {
            try await database.run("UPDATE posts SET \(change)")
            #expect(try await database.read { try $0.nextDue(on: post.channel, scope) } == due, "\(change)")
        }
    }
}
