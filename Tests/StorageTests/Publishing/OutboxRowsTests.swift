import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct OutboxRowsTests {
    @Test func `a claim moves the post to sending, counts the attempt and writes it down`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        #expect(try await database.claim(post, token: "t1") == 1)
        let (claimed, attempts) = try await database.read { (try $0.post(post.id), try $0.attempts(of: post.id)) }
        #expect(claimed?.state == .sending && claimed?.attempts == 1)
        #expect(try await database.token(of: post) == "t1")
        #expect(attempts.map(\.number) == [1] && attempts[0].claimedAt == Make.now)
        #expect(attempts[0].outcome == nil && attempts[0].endedAt == nil && attempts[0].bytesMayHaveLeft == nil)
        #expect(try await database.read { try $0.postsInSending().map(\.id) } == [post.id])
    }

    @Test(arguments: PostState.allCases)
    func `only a waiting post can be claimed`(state: PostState) async throws {
        let post = try StoredPostFixture.post(1, state: state)
        let database = try await StoredPostFixture.database([post])
        let isWaiting = state == .approved || state == .retrying
        #expect(try await database.claim(post, token: "t") == (isWaiting ? 1 : nil))
        #expect(try await database.state(of: post) == (isWaiting ? .sending : state))
        #expect(try await database.read { try $0.attempts(of: post.id).count } == (isWaiting ? 1 : 0))
    }

    @Test func `a post is claimed by one of two who ask`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        #expect(try await database.claim(post, token: "t1") == 1)
        #expect(try await database.claim(post, token: "t2") == nil)
        #expect(try await database.token(of: post) == "t1")
        #expect(try await database.read { try $0.attempts(of: post.id).count } == 1)
    }

    @Test func `an outcome is written to post and attempt where the claim stands`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.claim(post, token: "t")
        let receipt = Receipt(remoteID: "77", link: "https://example.vn/77", at: Make.now + .seconds(2))
        let outcome = StoredPostFixture.outcome(post, token: "t", .posted, receipt: receipt)
        #expect(try await database.write { try $0.record([outcome]).isEmpty })
        let (posted, attempt) = try await database.read { (try $0.post(post.id), try $0.attempts(of: post.id).first) }
        #expect(posted?.state == .posted && posted?.receipt == receipt && posted?.nextAttemptAt == nil)
        #expect(attempt?.outcome == "posted" && attempt?.status == 200 && attempt?.bytesMayHaveLeft == true)
        #expect(attempt?.request == "POST …" && attempt?.answer == "200" && attempt?.endedAt == Make.now + .seconds(2))
        #expect(try await database.token(of: post) == nil)
    }

    @Test func `a result under another token changes nothing`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.claim(post, token: "t1")
        let before = try await database.read { (try $0.post(post.id), try $0.attempts(of: post.id)) }
        let stale = StoredPostFixture.outcome(post, token: "t0", .posted)
        #expect(try await database.write { try $0.record([stale]) } == [post.id])
        let after = try await database.read { (try $0.post(post.id), try $0.attempts(of: post.id)) }
        #expect(before.0 == after.0 && before.1 == after.1)
    }

    @Test func `a result that comes twice is written once`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.claim(post, token: "t")
        let retry = StoredPostFixture.outcome(
            post, token: "t", .retrying, next: Make.now + .seconds(60), reason: StoredPostFixture.closed)
        let posted = StoredPostFixture.outcome(post, token: "t", .posted)
        #expect(try await database.write { [try $0.record([retry]), try $0.record([posted])] } == [[], [post.id]])
        let found = try await database.read { try $0.post(post.id) }
        #expect(
            found?.state == .retrying && found?.nextAttemptAt == Make.now + .seconds(60)
                && found?.reason == StoredPostFixture.closed)
    }

    @Test func `the result of a claim that was settled meanwhile is stale, also once the post is claimed again`()
        async throws
    {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.claim(post, token: "t1")
        let settled = {
            var settled = post
            settled.state = .retrying
            settled.attempts = 1
            return settled
        }()
        #expect(try await database.write { try $0.update(settled, from: .sending) })
        let late = StoredPostFixture.outcome(post, token: "t1", .failed)
        #expect(try await database.write { try $0.record([late]) } == [post.id])
        #expect(try await database.claim(post, token: "t2") == nil)
        #expect(try await database.claim(post, after: 1, token: "t2") == 2)
        #expect(try await database.write { try $0.record([late]) } == [post.id])
        #expect(try await database.state(of: post) == .sending)
        #expect(
            try await database.write {
                try $0.record([StoredPostFixture.outcome(post, number: 2, token: "t2", .posted)]).isEmpty
            })
        #expect(try await database.read { try $0.attempts(of: post.id).map(\.outcome) } == ["posted"])
    }

    @Test func `a claim that is taken back was never made`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        #expect(
            try await database.rehearse {
                try ClaimWriting(token: "t", at: Make.now, in: $0).claim(post.id, after: 0, until: Make.now)
            })
        #expect(try await database.state(of: post) == .approved)
        #expect(try await database.count("attempts") == 0)
    }

    @Test func `an attempt its process did not live to end is ended once, as one that may have got through`()
        async throws
    {
        let (post, other) = (try StoredPostFixture.post(1), try StoredPostFixture.post(2))
        let database = try await StoredPostFixture.database([post, other])
        for claimed in [post, other] { _ = try await database.claim(claimed, token: "t") }
        try await database.write { tx in
            try tx.interruptAttempt(of: post.id, at: Make.now + .seconds(60))
            try tx.interruptAttempt(of: post.id, at: Make.now + .seconds(120))
        }
        let (ended, open) = try await database.read { tx in
            (try tx.attempts(of: post.id).first, try tx.attempts(of: other.id).first)
        }
        #expect(ended?.outcome == "interrupted" && ended?.bytesMayHaveLeft == true)
        #expect(ended?.endedAt == Make.now + .seconds(60))
        #expect(open?.endedAt == nil)
    }

    @Test func `a post may be out once an attempt ended without its effect being known`() async throws {
        for (outcome, mayBeOut) in [
            ("posted", false), ("retry", false), ("failed", false), (AttemptRecord.inDoubt, true),
            (AttemptRecord.interrupted, true), (AttemptRecord.restored, true), (AttemptRecord.unknown, true),
        ] {
            let post = try StoredPostFixture.post(1)
            let database = try await StoredPostFixture.database([post])
            _ = try await database.claim(post, token: "t")
            #expect(try await !database.read { try $0.mayBeOut(post) })
            _ = try await database.write { try $0.record([StoredPostFixture.outcome(post, token: "t", .retrying)]) }
            try await database.run("UPDATE attempts SET outcome = '\(outcome)'")
            var tried = try #require(try await database.read { try $0.post(post.id) })
            #expect(try await isMaybeOut(tried, in: database) == mayBeOut)
            tried.settledAttempts = 1
            #expect(try await isMaybeOut(tried, in: database) == false)
            tried.partsSent = 1
            #expect(try await isMaybeOut(tried, in: database))
        }
    }

    @Test func `what was in doubt is asked about again though a person looked, but not under other words`() async throws
    {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.claim(post, token: "t")
        try await database.write { try $0.interruptAttempt(of: post.id, at: Make.now) }
        var tried = try #require(try await database.read { try $0.post(post.id) })
        tried.settledAttempts = 1
        #expect(try await wasInDoubt(tried, in: database))
        tried.keyedAfter = 1
        #expect(try await wasInDoubt(tried, in: database) == false)
    }

    private func isMaybeOut(_ post: Post, in database: Database) async throws -> Bool {
        try await database.read { try $0.mayBeOut(post) }
    }

    private func wasInDoubt(_ post: Post, in database: Database) async throws -> Bool {
        try await database.read { try $0.wasInDoubt(post, canBeAsked: false) }
    }
}
