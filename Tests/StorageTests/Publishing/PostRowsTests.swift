import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct PostRowsTests {
    @Test func `a post comes back with everything that was put in`() async throws {
        let content = try MaterialFixture.content("a")
        let database = try await MaterialFixture.library([content])
        let hash = ContentHash.sha256(of: "picture")
        let revision = try await database.read { try $0.revisions(of: content.material).first?.hash }
        let post = Post(
            id: try Make.id(1), unit: try Make.slug("vh"), channel: try Make.slug("page"), series: "weekly",
            material: content.material, revision: revision, title: "Năm ngón tay \"an toàn\"",
            text: "Gọi 111\r\nmiễn phí 🙂", link: "https://tongdai111.vn/",
            media: [MediaFile(name: "a.png", alternativeText: "Bàn tay", hash: hash)], audiences: try Make.slugs("b a"),
            moment: Make.now, zone: try #require(Zone("Asia/Bangkok")), notAfter: Make.now + .seconds(60),
            state: .inReview, author: "an", reason: StoredPostFixture.closed, createdAt: Make.now - .seconds(1))
        try await database.write { try $0.insert(post, channelKind: .portal, materialKind: .article) }
        #expect(try await database.read { try $0.post(post.id) } == post)
        let unknown: Identifier<Post> = try Make.id(2)
        #expect(try await database.read { try $0.post(unknown) } == nil)
    }

    @Test func `what may change about a post is written, if it is in the state it was read in`() async throws {
        let post = try StoredPostFixture.post(1, state: .inReview)
        let database = try await StoredPostFixture.database([post])
        let changed = {
            var changed = post
            changed.title = "Khác"
            changed.text = "Gọi 113"
            changed.link = "https://tongdai111.vn/"
            changed.moment = Make.now + .seconds(60)
            changed.notAfter = Make.now + .seconds(120)
            changed.state = .posted
            changed.approval = Approval(by: "binh", at: Make.now, hash: ContentHash.sha256(of: "x"))
            changed.attempts = 2
            changed.nextAttemptAt = Make.now
            changed.receipt = Receipt(remoteID: "77", link: nil, at: Make.now)
            changed.reason = StoredPostFixture.closed
            changed.editors = ["chi", "binh"]
            return changed
        }()
        #expect(try await !database.write { try $0.update(changed, from: .approved) })
        #expect(try await database.read { try $0.post(post.id) } == post)
        #expect(try await database.write { try $0.update(changed, from: .inReview) })
        #expect(try await database.read { try $0.post(post.id) } == changed)
    }

    @Test func `the day a post went out is the day in the zone it was planned in`() async throws {
        let post = try StoredPostFixture.post(1, state: .sending)
        let database = try await StoredPostFixture.database([post])
        let late = try #require(Instant("2026-06-30T23:30:00+07:00"))
        let posted = {
            var posted = post
            posted.state = .posted
            posted.receipt = Receipt(remoteID: nil, link: nil, at: late)
            return posted
        }()
        _ = try await database.write { try $0.update(posted, from: .sending) }
        let day = try await database.read { try $0.queryOne("SELECT posted_day FROM posts")?.text("posted_day") }
        #expect(day == "2026-06-30")
    }

    @Test func `posts are found by the end of their id, two at most`() async throws {
        let posts = try [1, 21, 121].map { try StoredPostFixture.post($0) }
        let database = try await StoredPostFixture.database(posts)
        let found = try await database.read { tx in
            try ["0121", "021", "1", "9999"].map { try tx.posts(endingWith: $0).count }
        }
        #expect(found == [1, 1, 2, 0])
    }

    @Test func `posts are listed by moment, narrowed by state, channel, campaign, unit, series and time`() async throws
    {
        let posts = try [
            StoredPostFixture.post(1, moment: Make.now + .seconds(30)),
            StoredPostFixture.post(2, unit: "doan", moment: Make.now + .seconds(10), state: .draft),
            StoredPostFixture.post(3, channel: "loa", campaign: "june", slot: "s", moment: Make.now + .seconds(20)),
            StoredPostFixture.post(4, series: "weekly", moment: Make.now, state: .posted),
        ]
        let database = try await StoredPostFixture.database(posts)
        let (loa, june, doan) = (try Make.slug("loa"), try Make.slug("june"), try Make.slug("doan"))
        let expected: [(@Sendable (inout PostFilter) -> Void, [Int])] = [
            ({ _ in }, [4, 2, 3, 1]), ({ $0.states = [.draft, .posted] }, [4, 2]), ({ $0.channel = loa }, [3]),
            ({ $0.campaign = june }, [3]), ({ $0.unit = doan }, [2]), ({ $0.series = "weekly" }, [4]),
            ({ $0.from = Make.now + .seconds(10) }, [2, 3, 1]), ({ $0.before = Make.now + .seconds(20) }, [4, 2]),
            ({ $0.limit = 2 }, [4, 2]), ({ $0.units = [doan] }, [2]), ({ $0.units = [] }, []),
        ]
        for (narrow, numbers) in expected {
            var filter = PostFilter()
            narrow(&filter)
            let found = try await database.read { [filter] in try $0.posts(filter) }
            #expect(found.map(\.title) == numbers.map { "Bài \($0)" })
        }
        #expect(try await database.read { try $0.postCounts(PostFilter()) } == [.approved: 2, .draft: 1, .posted: 1])
    }

    @Test func `comments stay in the order they were made`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        let comments = ["một", "hai", "ba"].map {
            Comment(at: Make.now, author: "an", action: "posts.reject", text: $0)
        }
        try await database.write { tx in
            for comment in comments { try tx.comment(comment, on: post.id) }
        }
        #expect(try await database.read { try $0.comments(of: post.id) } == comments)
    }
}
