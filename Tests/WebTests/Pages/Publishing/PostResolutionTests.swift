import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Web

/// Settling what only a person can tell: by hand, unknown, missed.
@Suite("Results written down")
struct PostResolutionTests {
    /// A post whose sender died midway, on a channel that promises nothing.
    private func unknown(in site: Site) async throws -> Post {
        let post = try await site.office.approved(on: "wall", at: "2026-05-20 10:00")
        try site.office.turn(to: "2026-05-20 10:01")
        _ = try await site.office.claim()
        _ = try await StoredOutbox(workspace: site.office.workspace).recover()
        let found = try await site.office.post(post)
        try #require(found.state == .unknown)
        return found
    }

    @Test("an unknown post is written down as posted with its link")
    func posted() async throws {
        try await Site.open { site in
            let post = try await unknown(in: site)
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/posts/\(post.id)").body
            #expect(page.contains("Bài đã lên kênh chưa?") && page.contains("đăng hai lần"))
            #expect(page.contains("bị ngắt giữa chừng"))
            let wrong = try await lan.post(
                "/posts/\(post.id)/resolve", ["finding": "posted", "link": "javascript:alert(1)"])
            #expect(wrong.status == 422 && wrong.body.contains("Đường dẫn bắt đầu bằng https://"))
            let done = try await lan.post(
                "/posts/\(post.id)/resolve", ["finding": "posted", "link": "https://zalo.me/1"])
            #expect(done.status == 303)
            let settled = try await site.office.post(post)
            #expect(settled.state == .posted && settled.receipt?.link == "https://zalo.me/1")
        }
    }

    @Test("it is sent again only by whoever says that they looked")
    func again() async throws {
        try await Site.open { site in
            let post = try await unknown(in: site)
            let lan = try await site.visitor("lan")
            let blind = try await lan.post("/posts/\(post.id)/resolve", ["finding": "again"])
            #expect(blind.status == 400)
            #expect(try await site.office.post(post).state == .unknown)
            #expect(try await lan.post("/posts/\(post.id)/resolve", ["finding": "again", "looked": "1"]).status == 303)
            #expect(try await site.office.post(post).state == .approved)
        }
    }

    @Test("what may be out is not dropped unseen: it is asked about, and a draft once it was looked for")
    func dropped() async throws {
        try await Site.open { site in
            let post = try await site.office.approved(at: "2026-05-20 10:00")
            try site.office.turn(to: "2026-05-20 10:01")
            _ = try await site.office.claim()
            _ = try await StoredOutbox(workspace: site.office.workspace).recover()
            let lan = try await site.visitor("lan")
            #expect(try await lan.get("/posts/\(post.id)").body.contains("Bài có thể đã ra kênh: sau đó hãy xem kênh"))
            let dropped = try await lan.post("/posts/\(post.id)/cancel")
            #expect(dropped.said?.message.english.contains("may be out") == true)
            let page = try await lan.get("/posts/\(post.id)").body
            #expect(page.contains("value=\"draft\"") && !page.contains("value=\"again\""))
            #expect(!page.contains("/posts/\(post.id)/cancel") && !page.contains("/posts/\(post.id)/edit"))
            #expect(try await lan.post("/posts/\(post.id)/resolve", ["finding": "draft"]).status == 400)
            let answer = try await lan.post("/posts/\(post.id)/resolve", ["finding": "draft", "looked": "1"])
            #expect(answer.said?.message.english.contains("It is a draft") == true)
            #expect(try await site.office.post(post).state == .draft)
        }
    }

    @Test("the kit gives text, steps and the figure to write down, and keeps what was typed")
    func kit() async throws {
        try await Site.open { site in
            let post = try await site.office.approved(on: "speakers", at: "2026-05-20 09:00")
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/posts/\(post.id)/kit").body
            #expect(
                page.contains("Phát trên loa.") && page.contains("data-copy=\"kit-text\"")
                    && page.contains("Số lần phát"))
            try site.office.turn(to: "2026-05-20 09:30")
            let wrong = try await lan.post(
                "/posts/\(post.id)/kit",
                ["figure": "nhiều", "day": "2026-05-20", "time": "09:10", "comment": "Cụm 3 hỏng"])
            #expect(wrong.status == 422 && wrong.body.contains("Cụm 3 hỏng") && wrong.body.contains("nhiều"))
            let done = try await lan.post(
                "/posts/\(post.id)/kit", ["figure": "3", "day": "2026-05-20", "time": "09:10", "comment": "Cụm 3 hỏng"])
            #expect(done.status == 303)
            let posted = try await site.office.post(post)
            #expect(posted.state == .posted)
            #expect(posted.receipt?.at == (try site.office.moment("2026-05-20 09:10")))
            let samples = try await site.office.workspace.samples(of: post.id.description, as: .program)
            #expect(samples.map(\.value) == [3] && samples.map(\.metric) == [.plays])
        }
    }

    @Test("there is no kit for a post that is not approved, and none for a stranger")
    func noKit() async throws {
        try await Site.open { site in
            let draft = try await site.office.draft(on: "speakers")
            #expect(try await site.visitor("lan").get("/posts/\(draft.id)/kit").status == 403)
            #expect(try await site.visitor("tay").get("/posts/\(draft.id)/kit").status == 404)
        }
    }

    @Test("a missed post is sent again from its page, to be approved anew")
    func missed() async throws {
        try await Site.open { site in
            let post = try await site.office.approved(at: "2026-05-20 09:00", tolerance: .seconds(600))
            try site.office.turn(to: "2026-05-20 10:00")
            _ = try await site.office.claim()
            let lan = try await site.visitor("lan")
            #expect(try await lan.get("/posts/\(post.id)").body.contains("lỡ giờ"))
            let answer = try await lan.post("/posts/\(post.id)/retry")
            #expect(answer.status == 303 && answer.said?.message.english.contains("approved anew") == true)
            #expect(try await site.office.post(post).state == .inReview)
        }
    }
}
