import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage
@testable import Web

/// Letting a restored workspace send again, with what may have gone out meanwhile before one's eyes.
@Suite("Resuming after a restore")
struct ResumePageTests {
    @Test("the page lists what may be out, and resuming leads to it")
    func resume() async throws {
        try await Site.open { site in
            let post = try await site.office.approved(on: "wall", at: "2026-05-20 10:00")
            try site.office.turn(to: "2026-05-20 10:01")
            try WorkspaceFolder(root: site.office.folder).writeInstance("restored")
            let lan = try await site.visitor("lan")
            #expect(!(try await lan.get("/holds").body.contains("/holds/resume")))
            let admin = try await site.visitor("admin")
            let page = try await admin.get("/holds").body
            #expect(page.contains("1 bài đến giờ sau lần sao lưu") && page.contains("/posts/\(post.id)"))
            let done = try await admin.post("/holds/resume")
            #expect(done.status == 303 && done.said?.message.english.contains("1 post may be out") == true)
            #expect(try await site.office.post(post).state == .unknown)
            #expect(!(try await admin.get("/holds").body.contains("/holds/resume")))
        }
    }
}
