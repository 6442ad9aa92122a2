import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Reading and deciding what others wrote.
@Suite("Approvals")
struct ApprovalPageTests {
    private func seen(_ post: Post, in site: Site) async throws -> String {
        try await site.office.seen(post).hash.description
    }

    @Test("an approver finds what waits, reads exactly what goes out, and approves it")
    func approve() async throws {
        try await Site.open { site in
            let post = try await site.office.submitted()
            let minh = try await site.visitor("minh")
            #expect(try await minh.get("/approvals").body.contains("/approvals/\(post.id)"))
            let page = try await minh.get("/approvals/\(post.id)")
            #expect(page.status == 200 && page.body.contains("Gọi 111") && page.body.contains("POST"))
            #expect(!page.body.contains("s3cret-of-page"))
            let hash = try await seen(post, in: site)
            #expect(page.body.contains(hash))
            let answer = try await minh.post(
                "/approvals/\(post.id)", ["hash": hash, "decision": "approve", "comment": "Đã đọc"])
            #expect(answer.status == 303 && answer.location == "/approvals")
            let approved = try await site.office.post(post)
            #expect(approved.state == .approved && approved.approval?.by == "minh")
            #expect(approved.approval?.hash.description == hash)
        }
    }

    @Test("what changed between reading and pressing is refused, shown with what changed, and the comment is kept")
    func race() async throws {
        try await Site.open { site in
            let post = try await site.office.submitted()
            let hash = try await seen(post, in: site)
            let minh = try await site.visitor("minh")
            _ = try await site.office.workspace.editPost(
                post.id.description, title: nil, text: "Hãy gọi ngay 111", day: nil, time: nil,
                as: try site.office.user("lan"), mode: .perform)
            _ = try await site.office.review(post, .submit, by: "lan")
            let answer = try await minh.post(
                "/approvals/\(post.id)", ["hash": hash, "decision": "approve", "comment": "Lời của tôi"])
            #expect(answer.status == 409)
            #expect(answer.body.contains("Bài đã đổi sau khi bạn đọc (nội dung)"))
            #expect(answer.body.contains("<ins>") && answer.body.contains("<del>"))
            #expect(answer.body.contains("Lời của tôi"))
            #expect(answer.body.contains(try await seen(post, in: site)))
            #expect(try await site.office.post(post).state == .inReview)
        }
    }

    @Test("a rejection without a reason is refused, with one it goes back to its author")
    func reject() async throws {
        try await Site.open { site in
            let post = try await site.office.submitted()
            let hash = try await seen(post, in: site)
            let minh = try await site.visitor("minh")
            let bare = try await minh.post(
                "/approvals/\(post.id)", ["hash": hash, "decision": "reject", "comment": " "])
            #expect(bare.status == 400)
            #expect(try await site.office.post(post).state == .inReview)
            let answer = try await minh.post(
                "/approvals/\(post.id)", ["hash": hash, "decision": "reject", "comment": "Thiếu nguồn"])
            #expect(answer.status == 303)
            #expect(try await site.office.post(post).state == .draft)
            #expect(try await site.visitor("lan").get("/posts/\(post.id)").body.contains("Thiếu nguồn"))
        }
    }

    @Test("after one decision comes the next post that waits")
    func next() async throws {
        try await Site.open { site in
            let first = try await site.office.submitted()
            let second = try await site.office.submitted(at: "2026-06-02 08:00")
            let minh = try await site.visitor("minh")
            let answer = try await minh.post(
                "/approvals/\(first.id)", ["hash": try await seen(first, in: site), "decision": "approve"])
            #expect(answer.location == "/approvals/\(second.id)")
        }
    }

    @Test("one's own work is shown with the reason and without the button")
    func ownWork() async throws {
        try await Site.open { site in
            _ = try await site.office.workspace.grant(
                Grant(role: .editor, unit: try slug("east")), to: try slug("minh"), as: try site.office.user("admin"),
                mode: .perform)
            let post = try await site.office.submitted(by: "minh")
            let minh = try await site.visitor("minh")
            let queue = try await minh.get("/approvals").body
            #expect(queue.contains("Bạn không duyệt được") && queue.contains("không được tự duyệt"))
            let page = try await minh.get("/approvals/\(post.id)").body
            #expect(!page.contains("value=\"approve\"") && page.contains("không được tự duyệt"))
            let answer = try await minh.post(
                "/approvals/\(post.id)", ["hash": try await seen(post, in: site), "decision": "approve"])
            #expect(answer.status == 403)
        }
    }

    @Test("another commune's approver finds nothing, and an editor no queue")
    func strangers() async throws {
        try await Site.open { site in
            let post = try await site.office.submitted()
            let west = try await site.visitor("duyet")
            #expect(try await west.get("/approvals/\(post.id)").status == 404)
            #expect(!(try await west.get("/approvals").body.contains(post.id.description)))
            #expect(try await site.visitor("lan").get("/approvals").status == 403)
            let forged = try await west.post(
                "/approvals/\(post.id)", ["hash": try await seen(post, in: site), "decision": "approve"])
            #expect(forged.status == 404)
            #expect(try await site.office.post(post).state == .inReview)
        }
    }

    @Test("a group is read in one go and approved as it was read: all that is ticked, or nothing")
    func group() async throws {
        try await Site.open { site in
            let posts = [
                try await site.office.submitted(), try await site.office.submitted(at: "2026-06-02 08:00"),
                try await site.office.submitted(at: "2026-06-03 08:00"),
            ]
            let minh = try await site.visitor("minh")
            let page = try await minh.get("/approvals/read?channel=page")
            #expect(page.status == 200)
            var seen: [String] = []
            for post in posts { seen.append(try await site.office.seen(post).description) }
            #expect(seen.allSatisfy { page.body.contains($0) })
            _ = try await site.office.workspace.editPost(
                posts[1].id.description, title: "Khác", text: nil, day: nil, time: nil,
                as: try site.office.user("lan"), mode: .perform)
            let refused = try await minh.post(
                "/approvals/read?channel=page", ["seen": seen[0], "seen": seen[1], "comment": "Tất cả"])
            #expect(refused.status == 409 && refused.body.contains(posts[1].id.short))
            #expect(refused.body.contains("Tất cả"))
            #expect(try await site.office.post(posts[0]).state == .inReview)
            let answer = try await minh.post("/approvals/read?channel=page", ["seen": seen[0], "seen": seen[2]])
            #expect(answer.status == 303 && answer.said?.message.english == "Approved 2 posts.")
            #expect(try await site.office.post(posts[0]).state == .approved)
            #expect(try await site.office.post(posts[1]).state == .draft)
            #expect(try await minh.post("/approvals/read", [:]).status == 400)
            #expect(try await minh.post("/approvals/read", ["seen": "x"]).status == 422)
        }
    }

    @Test("hostile text is shown as text, in the page and in the difference")
    func hostile() async throws {
        try await Site.open { site in
            let evil = "Gọi 111 (miễn phí, 24/24). </div><script>alert(1)</script>\" onload=\"x"
            let draft = try await site.office.draft(text: evil)
            _ = try await site.office.review(draft, .submit, by: "lan")
            _ = try await site.office.workspace.editPost(
                draft.id.description, title: "<b>Tiêu đề</b>", text: evil + "<i>", day: nil, time: nil,
                as: try site.office.user("lan"), mode: .perform)
            _ = try await site.office.review(draft, .submit, by: "lan")
            let minh = try await site.visitor("minh")
            for path in ["/approvals", "/approvals/\(draft.id)", "/approvals/read", "/posts/\(draft.id)", "/posts"] {
                let body = try await minh.get(path).body
                #expect(
                    !body.contains("<script>alert") && !body.contains("<b>Tiêu") && !body.contains("<i>"), "\(path)")
            }
        }
    }
}
