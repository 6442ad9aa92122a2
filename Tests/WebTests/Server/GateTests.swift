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
            #expect(try await site.office.workspace.holds().isEmpty)
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
