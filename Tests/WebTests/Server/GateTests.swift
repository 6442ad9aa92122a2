import HTTPTypes
import Operations
import Testing

@testable import Office
@testable import Web

@Suite("The gate")
struct GateTests {
    @Test("a stranger is led to log in and back, and a form of theirs is turned away")
    func stranger() async throws {
        try await Site.open { site in
            let page = try await site.stranger.get("/holds?x=1")
            #expect(page.status == 303)
            #expect(page.location == "/log-in?next=/holds%3Fx%3D1")
            #expect(try await site.stranger.post("/holds", ["scope": "everything", "reason": "x"]).status == 401)
        }
    }

    @Test("a form without the token of the log-in, or from another site, changes nothing")
    func crossSite() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            let forged = Visitor(site: site, token: admin.token, csrf: "wrong")
            #expect(try await forged.post("/holds", ["scope": "everything", "reason": "x"]).status == 403)
            let foreign = try await admin.post(
                "/holds", ["scope": "everything", "reason": "x"], headers: [.fetchSite: "cross-site"])
            #expect(foreign.status == 403)
            #expect(try await site.office.workspace.holds(as: .program).isEmpty)
        }
    }

    @Test("a form of a page from before the last log-in is refused, and what was typed can be sent again")
    func oldPage() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            let old = Visitor(site: site, token: admin.token, csrf: "of-the-log-in-before")
            let reason = "Dừng mọi bài vì có tin chưa kiểm chứng"
            let answer = try await old.post(
                "/holds", ["scope": "everything", "reason": reason], headers: [.fetchSite: "same-origin"])
            #expect(answer.status == 403)
            #expect(answer.body.contains(reason) && answer.body.contains(#"action="/holds""#))
            #expect(answer.body.contains(admin.csrf) && !answer.body.contains("of-the-log-in-before"))
            #expect(try await site.office.workspace.holds(as: .program).isEmpty)
            // A browser that does not say where the form came from is shown nothing to confirm.
            let unknown = try await old.post("/holds", ["scope": "everything", "reason": reason])
            #expect(unknown.status == 403 && !unknown.body.contains(reason))
            // A password stands in no other page.
            let secret = try await old.post(
                "/account/password", ["password": "mat-khau-rat-dai"], headers: [.fetchSite: "same-origin"])
            #expect(!secret.body.contains("mat-khau-rat-dai"))
        }
    }

    @Test("every answer carries the security headers and is kept by no cache")
    func headers() async throws {
        try await Site.open { site in
            let page = try await site.visitor("lan").get("/")
            #expect(page.status == 200)
            #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
            #expect(page.headers[.cacheControl] == "no-store")
        }
    }

    @Test("a role that lacks the right is told so, and a page that is not there answers 404")
    func rights() async throws {
        try await Site.open { site in
            let logger = try await site.visitor("an")
            #expect(try await logger.post("/holds", ["scope": "everything", "reason": "x"]).status == 403)
            #expect(try await logger.get("/nowhere").status == 404)
        }
    }

    @Test(
        "a redirect after log-in leads nowhere but here", arguments: ["//evil.example", "/\\evil", "https://e.vn", ""])
    func localRedirects(address: String) {
        #expect(LocalPath(address) == nil)
    }
}
