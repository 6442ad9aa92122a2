import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Web

/// How sending goes, on one page and for a Prometheus server.
@Suite("Sending")
struct DeliveryPageTests {
    @Test("the page names what is overdue with its reason, and what is unknown with what is known")
    func overdueAndUnknown() async throws {
        try await Site.open { site in
            let late = try await site.office.approved(at: "2026-05-20 10:00")
            let unknown = try await site.office.approved(on: "wall", at: "2026-05-20 10:00")
            _ = try await site.office.workspace.hold(
                .post(late.id), reason: "Chờ ảnh mới", as: try site.office.user("minh"), mode: .perform)
            try site.office.turn(to: "2026-05-20 10:05")
            _ = try await site.office.claim()
            _ = try await StoredOutbox(workspace: site.office.workspace).recover()
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/delivery").body
            #expect(page.contains("Chờ ảnh mới") && page.contains("/posts/\(late.id)"))
            #expect(page.contains("dữ liệu có thể đã rời máy") && page.contains("/posts/\(unknown.id)"))
            #expect(page.contains("Trễ so với giờ hẹn"))
            #expect(try await lan.get("/posts/\(late.id)").body.contains("Vì sao chưa đi"))
            let tay = try await site.visitor("tay")
            let west = try await tay.get("/delivery").body
            #expect(!west.contains("Chờ ảnh mới") && west.contains("Không có bài nào trễ giờ"))
        }
    }

    @Test("a post that was being sent by a process that is gone is listed, and its page says so")
    func stuck() async throws {
        try await Site.open { site in
            let post = try await site.office.approved(at: "2026-05-20 10:00")
            try site.office.turn(to: "2026-05-20 10:05")
            #expect(try await site.office.claim().count == 1)
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/delivery").body
            #expect(page.contains("Bài bị bỏ giữa chừng") && page.contains("/posts/\(post.id)"))
            #expect(try await lan.get("/posts/\(post.id)").body.contains("đã dừng giữa chừng"))
            #expect(!(try await site.visitor("tay").get("/delivery").body.contains("Bài bị bỏ giữa chừng")))
        }
    }

    @Test("figures are served to nobody without a right to the whole, and not at all where nothing is counted")
    func figures() async throws {
        try await Site.open { site in
            let (lan, admin) = (try await site.visitor("lan"), try await site.visitor("admin"))
            #expect(try await lan.get("/metrics").status != 200)
            #expect(try await admin.get("/metrics").status == 404)
        }
    }
}
