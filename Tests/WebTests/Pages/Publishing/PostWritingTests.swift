import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Writing, changing and importing posts.
@Suite("Writing posts")
struct PostWritingTests {
    private func posts(in site: Site) async throws -> [Post] {
        try await site.office.workspace.posts(PostFilter(), as: .program)
    }

    @Test("the form comes filled in from the address, with a preview")
    func prefilled() async throws {
        try await Site.open { site in
            let body = try await site.visitor("lan").get("/posts/new?material=goi-111&channel=office").body
            #expect(body.contains("value=\"goi-111\"") && body.contains("<option value=\"office\" selected"))
            #expect(body.contains("miễn phí, 24/24") && body.contains("/ 200"))
            #expect(!body.contains("west-page"))
        }
    }

    @Test("a post of a material is made, and submitted where that is asked")
    func make() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let answer = try await lan.post(
                "/posts/new",
                [
                    "channel": "page", "material": "goi-111", "title": "", "text": "", "link": "https://tongdai111.vn/",
                    "day": "2026-06-01", "time": "08:00", "tolerance": "30", "then": "submit",
                ])
            let post = try #require(try await posts(in: site).first)
            #expect(answer.status == 303 && answer.location == "/posts/\(post.id)")
            #expect(post.state == .inReview && post.text.contains("24/24") && post.author == "lan")
            #expect(post.notAfter - post.moment == .seconds(1800) && post.link == "https://tongdai111.vn/")
        }
    }

    @Test("a repeating post is one draft for each day")
    func repeating() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let answer = try await lan.post(
                "/posts/new",
                [
                    "channel": "page", "title": "111", "text": "Gọi 111", "day": "2026-06-01", "time": "08:00",
                    "repeat": "weekly", "weekday": "4", "until": "2026-06-11", "then": "draft",
                ])
            #expect(answer.status == 303)
            let days = try await posts(in: site).map { $0.zone.day(of: $0.moment).description }
            #expect(days == ["2026-06-01", "2026-06-04", "2026-06-08", "2026-06-11"])
            let first = try #require(try await posts(in: site).first)
            #expect(try await lan.get("/posts/\(first.id)").body.contains("cùng 3 bài khác"))
        }
    }

    @Test("a mistake is marked at its field and everything typed is kept")
    func mistakes() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let answer = try await lan.post(
                "/posts/new",
                [
                    "channel": "page", "title": "111", "text": "Gọi <111>", "link": "ftp://x", "day": "32/13/2026",
                    "time": "08:00", "repeat": "monthly", "then": "draft",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Gọi &lt;111&gt;") && answer.body.contains("Ngày viết như"))
            #expect(answer.body.contains("Liên kết bắt đầu bằng") && answer.body.contains("Lặp đến ngày nào?"))
            #expect(try await posts(in: site).isEmpty)
            let past = try await lan.post(
                "/posts/new",
                ["channel": "page", "title": "111", "text": "Gọi 111", "day": "2026-05-01", "time": "08:00"])
            #expect(past.status == 403 && past.body.contains("đã qua") && past.body.contains("Gọi 111"))
        }
    }

    @Test("another commune's channel cannot be written for")
    func strangers() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let fields: KeyValuePairs = [
                "channel": "west-page", "title": "111", "text": "Gọi 111", "day": "2026-06-01", "time": "08:00",
            ]
            #expect(try await lan.post("/posts/new", fields).status == 404)
            #expect(try await posts(in: site).isEmpty)
            #expect(try await site.visitor("minh").get("/posts/new").status == 403)
        }
    }

    @Test("the preview counts as the channel does, explains closed hours, and stores nothing")
    func preview() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let body = try await lan.post(
                "/posts/preview",
                ["channel": "office", "title": "111", "text": "🙂 111", "day": "2026-06-06", "time": "09:00"]
            ).body
            #expect(body.contains("6 / 200") && body.contains("bài sẽ lỡ giờ") && body.contains("07:00"))
            let long = try await lan.post(
                "/posts/preview",
                [
                    "channel": "office", "title": "111", "text": String(repeating: "a", count: 201),
                    "day": "2026-06-02", "time": "09:00",
                ]
            ).body
            #expect(long.contains("Nội dung dài 201 ký tự"))
            let without = try await lan.post(
                "/posts/new",
                [
                    "channel": "page", "title": "111", "text": "Gọi 111", "day": "2026-06-01", "time": "08:00",
                    "then": "preview",
                ])
            #expect(without.status == 200 && without.body.contains("chưa lưu gì"))
            #expect(try await posts(in: site).isEmpty)
        }
    }

    @Test("materials are found as one types, for the kind of the channel")
    func materials() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            #expect(try await lan.get("/posts/materials?q=goi&channel=page").body.contains("value=\"goi-111\""))
            #expect(!(try await lan.get("/posts/materials?q=goi&channel=speakers").body.contains("goi-111")))
        }
    }

    @Test("an edit is saved as a draft; a second editor does not write over the first")
    func edit() async throws {
        try await Site.open { site in
            let post = try await site.office.approved()
            let (lan, hoa) = (try await site.visitor("lan"), try await site.visitor("hoa"))
            let page = try await lan.get("/posts/\(post.id)/edit").body
            let seen = PostContent(post).hash.description
            #expect(page.contains(seen) && page.contains("phải duyệt lại"))
            let first = try await hoa.post(
                "/posts/\(post.id)/edit",
                [
                    "title": post.title, "text": "Gọi 111 ngay", "day": "2026-06-01", "time": "08:00", "seen": seen,
                    "then": "draft",
                ])
            #expect(first.status == 303)
            let second = try await lan.post(
                "/posts/\(post.id)/edit",
                [
                    "title": post.title, "text": "Chữ của Lan", "day": "2026-06-01", "time": "08:00", "seen": seen,
                    "then": "draft",
                ])
            #expect(second.status == 409 && second.body.contains("Chữ của Lan") && second.body.contains("(hoa)"))
            let stored = try await site.office.post(post)
            #expect(stored.text == "Gọi 111 ngay" && stored.state == .draft && stored.approval == nil)
            #expect(try await site.visitor("tay").get("/posts/\(post.id)/edit").status == 404)
        }
    }

    @Test("a table is shown before it is imported, and imported as it was shown")
    func importTable() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let table =
                "kênh\tngày\tgiờ\ttiêu đề\tnội dung\npage\t01/06/2026\t08:00\tMột\tGọi <111>\npage\t02/06/2026\t08:00\tHai\tGọi 111\n"
            let shown = try await lan.post("/posts/import", ["pasted": table])
            #expect(
                shown.status == 200 && shown.body.contains("2 bài sẽ được tạo")
                    && shown.body.contains("Gọi &lt;111&gt;"))
            #expect(try await posts(in: site).isEmpty)
            let kept = try #require(shown.body.firstMatch(of: /name="table" value="([^"]+)"/)?.1)
            let table64 = String(kept)
            let done = try await lan.post("/posts/import/perform", ["name": "x.csv", "table": table64])
            #expect(done.status == 303)
            #expect(try await posts(in: site).map(\.title) == ["Một", "Hai"])
            // The same table once more makes nothing twice.
            let again = try await lan.post("/posts/import/perform", ["name": "x.csv", "table": table64])
            #expect(again.status == 200 && again.body.contains("Chưa nhập gì: 2 dòng cần sửa"))
            #expect(try await posts(in: site).count == 2)
        }
    }

    @Test("wrong rows are named, and nothing of the table is imported")
    func wrongRows() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let table =
                "kênh;ngày;giờ;tiêu đề;nội dung\npage;01/06/2026;08:00;Một;Gọi 111\nwest-page;02/06/2026;08:00;Hai;Gọi 111\npage;xx;08:00;Ba;Gọi 111\n"
            let shown = try await lan.post("/posts/import", ["pasted": table]).body
            #expect(shown.contains("2 dòng cần sửa") && !shown.contains("import/perform"))
            #expect(try await lan.post("/posts/import", ["pasted": ""]).status == 422)
            #expect(try await posts(in: site).isEmpty)
            #expect(try await site.visitor("minh").get("/posts/import").status == 403)
        }
    }
}
