import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Every route × role: who is let in is what the route declares. What is another unit's: ``UnitBoundaryTests``.
@Suite("Every route and every role")
struct RouteMatrixTests {
    @Test("every part of an address, and every change, has a sample")
    func samples() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for route in WebServer.routes {
                _ = office.path(of: route)
                // The first administrator's link exists only where there is nobody yet: FirstAdministratorTests.
                guard route.method != .get, route.path != "/first/:code", route.access != .secretAddress else {
                    continue
                }
                #expect(Changes.all[route.name] != nil, "\(route.name) has no sample; add one to Tests/WebTests/Matrix")
            }
            let names = Set(WebServer.routes.map(\.name))
            #expect(Changes.all.keys.filter { !names.contains($0) } == [], "samples of routes that are not there")
        }
    }

    @Test("a stranger gets in nowhere but where everyone may")
    func strangers() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            let before = try await site.office.rows()
            for route in WebServer.routes where route.access != .everyone && route.access != .secretAddress {
                let path = office.path(of: route)
                let answer = try await site.stranger.ask(route, path)
                let expected = route.method == .get && !route.isForPrograms ? 303 : 401
                #expect(answer.status == expected, "\(route.name)")
                if expected == 303 { #expect(answer.location?.hasPrefix("/log-in?next=") == true, "\(path)") }
            }
            #expect(try await site.office.rows() == before)
        }
    }

    @Test("each role gets in exactly where its rights say", arguments: MatrixOffice.people.map { $0.name })
    func roles(name: String) async throws {
        let role = try #require(MatrixOffice.people.first { $0.name == name }?.role)
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for route in WebServer.routes {
                let path = office.path(of: route)
                // A log-in of its own for each: some changes end every log-in of a person.
                let answer = try await site.visitor(name).ask(route, path)
                #expect(answer.status < 500, "\(name) \(route.name)")
                guard route.access != .secretAddress, !route.path.hasPrefix("/log-in") else { continue }
                #expect(answer.status != 401, "\(name) \(route.name)")
                guard !route.admits(role) else { continue }
                #expect(answer.status == 403, "\(name) \(route.name)")
            }
        }
    }

    @Test("a change without the token of the log-in is turned away on every route")
    func tokens() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            let admin = try await site.visitor("admin")
            let forged = Visitor(site: site, token: admin.token, csrf: "wrong")
            let before = try await site.office.rows()
            for route in WebServer.routes where route.method != .get && route.access != .secretAddress {
                #expect(try await forged.ask(route, office.path(of: route)).status == 403, "\(route.name)")
            }
            #expect(try await site.office.rows() == before)
        }
    }
}

extension MatrixOffice {
    /// Everybody of East commune, logged in, by name.
    func visitors() async throws -> [String: Visitor] {
        var visitors: [String: Visitor] = [:]
        for (name, _) in MatrixOffice.people { visitors[name] = try await site.visitor(name) }
        return visitors
    }

    /// Somebody who may see what the route shows.
    static func reader(of route: Route) -> String? {
        people.first { route.admits($0.role) }?.name
    }

    static func route(_ name: String) -> Route? { WebServer.routes.first { $0.name == name } }
}

extension Visitor {
    /// Asks for a page, or sends a change with nothing in it.
    fileprivate func ask(_ route: Route, _ path: String) async throws -> Answer {
        route.method == .get
            ? try await get(path)
            : try await send(
                route.method, path,
                headers: [.contentType: "application/x-www-form-urlencoded", .csrfToken: csrf], body: "")
    }
}
