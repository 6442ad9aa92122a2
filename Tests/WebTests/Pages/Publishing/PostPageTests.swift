import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Posts listed, read and taken further.
@Suite("Posts")
struct PostPageTests {
    @Test("the list shows one's own posts under tabs with counts, and filters narrow it")
    func list() async throws {
        try await Site.open { site in
            let draft = try await site.office.draft()
            let submitted = try await site.office.submitted(at: "2026-06-02 08:00")
            let west = try await site.office.draft(on: "west-page", by: "tay")
            let lan = try await site.visitor("lan")
            let all = try await lan.get("/posts").body
            #expect(all.contains("/posts/\(draft.id)") && all.contains("/posts/\(submitted.id)"))
            #expect(!all.contains(west.id.description))
            #expect(all.contains("Tất cả <span class=\"count\">2</span>"))
            let drafts = try await lan.get("/posts?state=draft").body
            #expect(drafts.contains("/posts/\(draft.id)") && !drafts.contains("/posts/\(submitted.id)\""))
            let day = try await lan.get("/posts?from=2026-06-02&to=2026-06-02").body
            #expect(!day.contains("/posts/\(draft.id)\"") && day.contains("/posts/\(submitted.id)"))
            #expect(try await lan.get("/posts?state=nothing").status == 404)
            #expect(try await lan.get("/posts?channel=nothing").status == 404)
        }
    }

    @Test("what lies before today is one page back, not lost")
    func today() async throws {
        try await Site.open { site in
            let past = try await site.office.draft(at: "2026-05-21 08:00")
            try site.office.turn(to: "2026-05-25 08:00")
            let coming = try await site.office.draft(at: "2026-06-01 08:00")
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/posts").body
            #expect(page.contains("/posts/\(coming.id)") && !page.contains("/posts/\(past.id)\""))
            #expect(page.contains("before="))
            #expect(page.contains("Từ hôm nay: 1 bài. Trước hôm nay: 1 bài."))
            #expect(try await lan.get("/posts?before=\(PostPlace(coming))").body.contains("/posts/\(past.id)"))
        }
    }

    @Test("where nothing is to come, the list says so and leads to what was")
    func nothingToCome() async throws {
        try await Site.open { site in
            let past = try await site.office.draft(at: "2026-05-21 08:00")
            try site.office.turn(to: "2026-05-25 08:00")
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/posts").body
            #expect(page.contains("Từ hôm nay không có bài nào") && page.contains("Từ hôm nay: 0 bài."))
            let earlier = try #require(page.firstMatch(of: /href="(\/posts\?before=[^"]+)"/))
            #expect(try await lan.get(String(earlier.1)).body.contains("/posts/\(past.id)"))
            #expect(try await lan.get("/posts?to=2026-05-24").body.contains("/posts/\(past.id)"))
        }
    }

    @Test("an empty workspace tells the next step")
    func empty() async throws {
        try await Site.open { site in
            let body = try await site.visitor("lan").get("/posts").body
            #expect(body.contains("Chưa có bài nào") && body.contains("/posts/new") && body.contains("/campaigns"))
        }
    }

    @Test("several are submitted by tick boxes, all or none, and ticks stay after a refusal")
    func bulk() async throws {
        try await Site.open { site in
            let (draft, submitted) = (
                try await site.office.draft(), try await site.office.submitted(at: "2026-06-02 08:00")
            )
            let lan = try await site.visitor("lan")
            let refused = try await lan.post(
                "/posts", ["post": draft.id.description, "post": submitted.id.description, "step": "submit"])
            #expect(refused.status == 403 && refused.body.contains("Chưa thay đổi bài nào"))
            #expect(refused.body.contains("value=\"\(draft.id)\" checked"))
            #expect(try await site.office.post(draft).state == .draft)
            let done = try await lan.post("/posts", ["post": draft.id.description, "step": "submit"])
            #expect(done.status == 303)
            #expect(try await site.office.post(draft).state == .inReview)
            let dropped = try await lan.post(
                "/posts", ["post": draft.id.description, "post": submitted.id.description, "step": "cancel"])
            #expect(dropped.said?.message.english == "Dropped 2 posts.")
            #expect(try await lan.post("/posts", ["step": "submit"]).status == 400)
            // Approving is no bulk step of this page.
            #expect(try await lan.post("/posts", ["post": draft.id.description, "step": "retry"]).status == 422)
        }
    }

    @Test("one post tells its state, the reason and the next step")
    func states() async throws {
        try await Site.open { site in
            let post = try await site.office.submitted()
            _ = try await site.office.review(post, .reject, by: "minh", comment: "Thiếu nguồn")
            let body = try await site.visitor("lan").get("/posts/\(post.id)").body
            #expect(body.contains("Thiếu nguồn") && body.contains("Bước tiếp theo") && body.contains("Gửi duyệt"))
            #expect(try await site.visitor("tay").get("/posts/\(post.id)").status == 404)
            #expect(try await site.visitor("an").get("/posts/\(post.id)").status == 404)
        }
    }

    @Test("a viewer gets no buttons, and pressing them anyway changes nothing")
    func viewer() async throws {
        try await Site.open { site in
            let post = try await site.office.draft()
            let minh = try await site.visitor("minh")
            let body = try await minh.get("/posts/\(post.id)").body
            #expect(!body.contains("/posts/\(post.id)/submit") && !body.contains("/posts/\(post.id)/edit"))
            #expect(try await minh.post("/posts/\(post.id)/submit").status == 403)
            let west = try await site.visitor("tay")
            for step in ["submit", "cancel", "retry", "hold", "resolve"] {
                let answer = try await west.post("/posts/\(post.id)/\(step)", ["reason": "x", "finding": "posted"])
                #expect(answer.status == 404, "\(step)")
            }
            #expect(try await site.office.post(post).state == .draft)
        }
    }

    @Test("a post is held with a reason and released on its page")
    func hold() async throws {
        try await Site.open { site in
            let post = try await site.office.approved()
            let lan = try await site.visitor("lan")
            #expect(try await lan.post("/posts/\(post.id)/hold", ["reason": ""]).status == 422)
            #expect(try await lan.post("/posts/\(post.id)/hold", ["reason": "Chờ kiểm tra"]).status == 303)
            let body = try await lan.get("/posts/\(post.id)").body
            #expect(body.contains("Chờ kiểm tra") && body.contains("/posts/\(post.id)/release"))
            #expect(try await lan.post("/posts/\(post.id)/release").status == 303)
            #expect(try await site.office.workspace.holds(as: .program).isEmpty)
        }
    }
}
