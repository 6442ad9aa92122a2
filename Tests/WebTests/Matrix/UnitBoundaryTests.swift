import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// The second door: what the operations let nobody of another unit see or do, whatever the role.
@Suite("Every route and every unit")
struct UnitBoundaryTests {
    @Test("what is another unit's is as if it did not exist")
    func reading() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for (name, role) in MatrixOffice.strangers {
                let stranger = try await site.visitor(name)
                for route in WebServer.routes where route.method == .get {
                    guard route.admits(role) else { continue }
                    let answer = try await stranger.get(office.path(of: route))
                    #expect(!answer.body.contains(MatrixOffice.secretTitle), "\(name) \(route.name)")
                    if route.isOfUnit { #expect(answer.status == 404, "\(name) \(route.name)") }
                }
            }
        }
    }

    @Test("what is one's own is there")
    func owning() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            // What the small workspace has none of.
            let absent = ["GET /posts/:post/media/:hash"]
            for route in WebServer.routes where route.method == .get && route.isOfUnit && !absent.contains(route.name) {
                let reader = try #require(MatrixOffice.reader(of: route))
                let answer = try await site.visitor(reader).get(office.path(of: route))
                #expect(answer.status != 404, "\(reader) \(route.name)")
            }
        }
    }

    @Test(
        "a list asked for another unit is as if that unit did not exist",
        arguments: [
            "/sessions", "/calendar", "/reach", "/api/v1/sessions", "/api/v1/samples",
        ])
    func lists(path: String) async throws {
        try await Site.open { site in
            _ = try await MatrixOffice(site)
            for (name, _) in MatrixOffice.strangers {
                let answer = try await site.visitor(name).get("\(path)?unit=east")
                #expect(answer.status == 404, "\(name): \(answer.status)")
            }
        }
    }

    @Test("a change as it is meant is made")
    func meant() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            for route in WebServer.routes {
                guard let making = Changes.all[route.name] else { continue }
                let change = try await making(office)
                let path = office.path(of: route, change)
                let answer = try await site.visitor(change.by).perform(change, route, at: path)
                #expect(answer.status < (change.isMade ? 400 : 500), "\(route.name): \(answer.body.notice)")
            }
        }
    }

    @Test("nobody of another unit makes it, whatever their role")
    func foreign() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            var strangers: [(name: String, visitor: Visitor)] = []
            for (name, _) in MatrixOffice.strangers { strangers.append((name, try await site.visitor(name))) }
            for route in WebServer.routes {
                guard let making = Changes.all[route.name] else { continue }
                let change = try await making(office)
                guard change.reach == .unit else { continue }
                let path = office.path(of: route, change)
                // What was made may have turned the clock, and being seen is written down.
                for (_, stranger) in strangers { _ = try await stranger.get("/") }
                let before = try await site.office.rows()
                for (name, stranger) in strangers {
                    let answer = try await stranger.perform(change, route, at: path)
                    #expect(try await isRefused(answer, stranger), "\(name) \(route.name): \(answer.status)")
                    // Where the work goes on beside the request, that was told at its end.
                    guard route.isOfUnit, mayTry(route, name), answer.status != 303 else { continue }
                    #expect(answer.status == 404, "\(name) \(route.name): \(answer.status)")
                }
                #expect(try await site.office.rows() == before, "somebody of West changed something by \(route.name)")
            }
        }
    }

    @Test("nor does a program with a token of another unit")
    func programs() async throws {
        try await Site.open { site in
            let office = try await MatrixOffice(site)
            let foreign = try await site.machine("west-writer", .editor, unit: "west")
            let reader = try await site.machine("east-reader", .viewer, unit: "east")
            for machine in [foreign, reader] { _ = try await machine.get("/api/v1/me") }
            for route in WebServer.routes where route.path.hasPrefix("/api/v1/") && route.method != .get {
                let making = try #require(Changes.all[route.name])
                let change = try await making(office)
                guard change.reach == .unit, case .json(let body) = change.body else { continue }
                let path = office.path(of: route, change)
                for machine in [foreign, reader] { _ = try await machine.get("/api/v1/me") }
                let before = try await site.office.rows()
                for machine in [foreign, reader] {
                    let answer = try await machine.send(route.method, path, body: body)
                    #expect((400..<500).contains(answer.status), "\(route.name): \(answer.status)")
                    if route.isOfUnit, machine.secret == foreign.secret {
                        #expect(answer.status == 404, "\(route.name): \(answer.status)")
                    }
                }
                #expect(try await site.office.rows() == before, "\(route.name)")
            }
        }
    }

    private func mayTry(_ route: Route, _ name: String) -> Bool {
        let role = MatrixOffice.strangers.first { $0.name == name }?.role
        return route.admits(role)
    }

    /// Turned away at once, or, where the work goes on beside the request, told so at its end.
    private func isRefused(_ answer: Answer, _ visitor: Visitor) async throws -> Bool {
        if (400..<500).contains(answer.status) { return true }
        guard let job = answer.location, job.hasPrefix("/jobs/") else { return false }
        return try await visitor.get("\(job)/events").body.contains("notice-bad")
    }
}

extension String {
    /// What a page says went wrong.
    fileprivate var notice: Substring {
        firstMatch(of: /<div class="notice notice-bad"[^>]*>([^<]*)/)?.output.1 ?? prefix(300)
    }
}
