import HTTPTypes
import HummingbirdTesting
import Operations
import Testing

@testable import Office
@testable import Web

@Suite("What every answer carries")
struct AnswerTests {
    @Test("the security headers, whatever is asked and by whom")
    func headers() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for visitor in [site.stranger, try await site.visitor("admin"), try await site.visitor("lan")] {
                for route in WebServer.routes where route.method == .get {
                    let answer = try await visitor.get(office.path(of: route))
                    let policy = answer.headers[.contentSecurityPolicy] ?? ""
                    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(route.path)")
                    #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
                    #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(route.path)")
                    #expect(answer.headers[.strictTransportSecurity] != nil, "\(route.path)")
                    guard route.access != .everyone else { continue }
                    let kept = answer.headers[.cacheControl] ?? ""
                    #expect(kept == "no-store" || kept == "private, no-cache", "\(route.path): \(kept)")
                }
            }
            #expect(try await site.stranger.get("/nowhere").headers[.contentSecurityPolicy] != nil)
        }
    }

    @Test("no script or style stands within a page")
    func inline() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for name in ["admin", "lan", "minh", "an"] {
                let visitor = try await site.visitor(name)
                for route in WebServer.routes where route.method == .get {
                    let answer = try await visitor.get(office.path(of: route))
                    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                    let scripts = answer.body.matches(of: /<script\b[^>]*>/).map(\.output)
                    #expect(scripts.allSatisfy { $0.contains("src=\"/assets/") }, "\(route.path)")
                    #expect(!answer.body.contains("<style"), "\(route.path)")
                    #expect(answer.body.firstMatch(of: /<[^>]*\s(on[a-z]+|style)\s*=/) == nil, "\(route.path)")
                    #expect(answer.body.firstMatch(of: /(href|src|action)="\s*(javascript|data:text)/) == nil)
                }
            }
        }
    }

    @Test("the promise to use HTTPS is made only where the address is one")
    func transport() async throws {
        try await Office.open { office in
            let server = WebServer(workspace: office.workspace, options: WebOptions())
            try await server.application().test(.router) { client in
                let answer = try await Site(office: office, client: client).stranger.get("/log-in")
                #expect(answer.status == 200)
                #expect(answer.headers[.strictTransportSecurity] == nil)
            }
        }
    }

    @Test("an address asked in a wrong way says which ways there are")
    func methods() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            let page = try await admin.send(.delete, "/posts/new", body: "")
            #expect(page.status == 405)
            #expect(page.headers[.allow] == "GET, HEAD, POST")
            let program = try await site.stranger.send(.trace, "/api/v1/units", body: "")
            #expect(program.status == 405)
            #expect(program.headers[.contentType] == "application/problem+json")
            #expect(program.headers[.allow] == "GET, HEAD")
            #expect(try await admin.send(.delete, "/nowhere", body: "").status == 404)
        }
    }
}
