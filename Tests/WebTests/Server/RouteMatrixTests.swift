import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Every route × role × unit: who is let in is what the route declares, and what is another unit's is not there.
@Suite("Every route, every role, every unit")
struct RouteMatrixTests {
    /// The roles, by somebody of East commune who has just that one.
    private static let people: [(name: String, role: Role?)] = [
        ("admin", .administrator), ("lan", .editor), ("minh", .approver), ("an", .logger),
    ]

    @Test("a stranger gets in nowhere but where everyone may")
    func strangers() async throws {
        try await Site.open { site in
            let samples = try await Samples(site.office)
            for route in WebServer.routes where route.access != .everyone && route.access != .secretAddress {
                let path = samples.path(of: route)
                let answer = try await site.stranger.ask(route, path)
                let expected = route.method == .get && !route.isForPrograms ? 303 : 401
                #expect(answer.status == expected, "\(route.method) \(path)")
                if expected == 303 { #expect(answer.location?.hasPrefix("/log-in?next=") == true, "\(path)") }
            }
        }
    }

    @Test("each role gets in exactly where its rights say")
    func roles() async throws {
        try await Site.open { site in
            let samples = try await Samples(site.office)
            for (name, role) in RouteMatrixTests.people {
                let visitor = try await site.visitor(name)
                for route in WebServer.routes where route.method == .get {
                    let path = samples.path(of: route)
                    let answer = try await visitor.ask(route, path)
                    #expect(answer.status < 500, "\(name) \(path)")
                    guard let needed = route.permission, let role, !role.permissions.contains(needed) else { continue }
                    #expect(answer.status == 403, "\(name) \(path)")
                }
            }
        }
    }

    @Test("a change without the token of the log-in is turned away on every route")
    func tokens() async throws {
        try await Site.open { site in
            let samples = try await Samples(site.office)
            let admin = try await site.visitor("admin")
            let forged = Visitor(site: site, token: admin.token, csrf: "wrong")
            for route in WebServer.routes where route.method != .get && route.access != .secretAddress {
                let path = samples.path(of: route)
                let answer = try await forged.ask(route, path)
                #expect(answer.status == 403, "\(route.method) \(path)")
            }
        }
    }

    @Test("what is another unit's is as if it did not exist")
    func units() async throws {
        try await Site.open { site in
            let samples = try await Samples(site.office)
            let stranger = try await site.visitor("tay")
            for route in WebServer.routes where route.method == .get && samples.isOfUnit(route) {
                guard let needed = route.permission, Role.editor.permissions.contains(needed) else { continue }
                let path = samples.path(of: route)
                let answer = try await stranger.ask(route, path)
                #expect(answer.status == 404, "\(path)")
                #expect(!answer.body.contains(Samples.secretTitle), "\(path)")
            }
        }
    }
}

extension Route {
    /// The right that the route asks for; nil where it asks for none.
    fileprivate var permission: Permission? {
        switch access {
        case .everyone, .signedIn, .secretAddress: nil
        case .holding(let permission), .api(let permission): permission
        }
    }
}

extension Visitor {
    fileprivate func ask(_ route: Route, _ path: String) async throws -> Answer {
        route.method == .get
            ? try await get(path)
            : try await send(
                route.method, path,
                headers: [.contentType: "application/x-www-form-urlencoded", .csrfToken: csrf], body: "")
    }
}

/// Real things of East commune to put into the addresses.
private struct Samples {
    static let secretTitle = "Bảo vệ trẻ em"

    private let values: [String: String]
    private static let ofUnit: Set<String> = ["post", "session"]

    init(_ office: Office) async throws {
        let post = try await office.submitted()
        let logger = try office.user("an")
        let session = Session(
            id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: office.workspace.today,
            place: Samples.secretTitle, form: .clubMeeting, minutes: 30,
            attendance: [Attendance(audience: try slug("parents"), turns: 20)])
        _ = try await office.workspace.logSession(session, as: logger, mode: .perform)
        let material = try await office.workspace.searchLibrary(LibraryQuery(limit: 1)).first
        values = [
            "post": post.id.description, "session": session.id.description,
            "material": material?.material.description ?? "none", "channel": "page", "unit": "east", "person": "lan",
        ]
    }

    func isOfUnit(_ route: Route) -> Bool {
        route.path.split(separator: "/").contains {
            $0.hasPrefix(":") && Samples.ofUnit.contains(String($0.dropFirst()))
        }
    }

    func path(of route: Route) -> String {
        "/"
            + route.path.split(separator: "/").map { part in
                part.hasPrefix(":") ? values[String(part.dropFirst())] ?? "none" : String(part)
            }.joined(separator: "/")
    }
}
