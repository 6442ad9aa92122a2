import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Following counted links, and what machines send")
struct LinkRouteTests {
    private static let phone: HTTPFields = [.userAgent: "Mozilla/5.0 (Linux; Android 14) Safari/537.36"]

    private func link(on site: Site) async throws -> TrackedLink {
        try await site.office.workspace.makeLink(
            to: "https://example.org/111?from=poster", title: "Bảng tin", unit: try slug("east-culture"),
            as: try site.office.user("lan"), mode: .perform)
    }

    @Test("a link leads to its target and nowhere else, whatever is asked with it")
    func follow() async throws {
        try await Site.open { site in
            let link = try await link(on: site)
            for query in ["", "?next=https://evil.example", "?target=//evil.example&url=https://evil.example"] {
                let answer = try await site.stranger.get("/go/\(link.code)\(query)", headers: Self.phone)
                #expect(answer.status == 302 && answer.location == link.target)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            let head = try await site.stranger.send(.head, "/go/\(link.code)", headers: Self.phone, body: "")
            #expect(head.status == 302)
            let (_, visits) = try await site.office.workspace.link(link.code, as: try site.office.user("lan"))
            #expect(visits.map(\.people) == [3] && visits.map(\.bots) == [1])
        }
    }

    @Test(
        "codes that lead nowhere are no page",
        arguments: ["/go/nothing", "/go/..%2f..", "/go/https:%2f%2fevil.example"])
    func nowhere(path: String) async throws {
        try await Site.open { site in
            let answer = try await site.stranger.get(path, headers: Self.phone)
            #expect(answer.status == 404 && answer.location == nil)
        }
    }

    @Test("the page of a link shows its QR code and its clicks, to its own unit alone")
    func page() async throws {
        try await Site.open { site in
            let link = try await link(on: site)
            let lan = try await site.visitor("lan")
            let page = try await lan.get("/reach/links/\(link.code)")
            #expect(page.status == 200 && page.body.contains("https://loa.example.vn/go/\(link.code)"))
            let picture = try await lan.get("/reach/links/\(link.code)/qr.svg")
            #expect(picture.headers[.contentType] == "image/svg+xml" && picture.body.hasPrefix("<svg"))
            #expect(try await lan.get("/reach/links").body.contains("Bảng tin"))
            let other = try await site.visitor("tay")
            #expect(try await other.get("/reach/links/\(link.code)").status == 404)
            #expect(try await !other.get("/reach/links").body.contains("Bảng tin"))
        }
    }

    @Test("a link is made by a form, and a target that is none is said at its field")
    func make() async throws {
        try await Site.open { site in
            let lan = try await site.visitor("lan")
            let wrong = try await lan.post(
                "/reach/links/new", ["target": "javascript:alert(1)", "title": "X", "unit": "east-culture"])
            #expect(wrong.status == 422 && wrong.body.contains("https://"))
            let right = try await lan.post(
                "/reach/links/new", ["target": "https://example.org/", "title": "X", "unit": "east-culture"])
            #expect(right.status == 303 && right.location?.hasPrefix("/reach/links/") == true)
        }
    }

    @Test("what is not signed is not taken, and channels that take nothing are not there")
    func hooks() async throws {
        try await Site.open { site in
            for channel in ["page", "none", "x"] {
                let answer = try await site.stranger.send(.post, "/hooks/\(channel)", body: "{}")
                #expect(answer.status == 404)
            }
        }
    }
}
