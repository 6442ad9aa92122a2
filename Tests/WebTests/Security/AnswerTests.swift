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
            for visitor in [site.stranger, try await site.visitor("admin")] {
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
            let visitors = try await office.visitors()
            for route in WebServer.routes where route.method == .get {
                guard let visitor = MatrixOffice.reader(of: route).flatMap({ visitors[$0] }) else { continue }
                let answer = try await visitor.get(office.path(of: route))
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                for part in PagePart.all(of: answer.body) {
                    #expect(part.name != "style", "\(route.path)")
                    let source = part.attributes.first { $0.name == "src" }?.value
                    if part.name == "script" { #expect(source?.hasPrefix("/assets/") == true, "\(route.path)") }
                    for (name, value) in part.attributes {
                        #expect(name != "style" && !name.hasPrefix("on"), "\(route.path): \(name)")
                        let isAddress = ["href", "src", "action", "formaction"].contains(name)
                        #expect(!isAddress || !value.lowercased().hasPrefix("javascript:"), "\(route.path)")
                    }
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
