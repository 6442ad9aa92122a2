import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("The JSON API")
struct APITests {
    @Test("a token reads what its unit may see, and writes nothing that its role does not give")
    func tokens() async throws {
        try await Site.open { site in
            let reader = try await site.machine("board", .viewer)
            let mine = try await site.office.submitted()
            let list = try await reader.get("/api/v1/posts")
            #expect(list.status == 200)
            #expect(list.body.contains(mine.id.description))
            #expect(
                try await reader.send(.post, "/api/v1/holds", body: #"{"scope":"everything","reason":"x"}"#).status
                    == 403)
            #expect(try await site.stranger.get("/api/v1/posts").status == 401)
            let foreign = try await site.machine("west-board", .viewer, unit: "west")
            #expect(try await foreign.get("/api/v1/posts/\(mine.id)").status == 404)
        }
    }

    @Test("the same request with the same key is done once and answered the same")
    func keys() async throws {
        try await Site.open { site in
            let editor = try await site.machine("writer", .editor)
            let body = #"{"channel":"page","day":"2026-06-01","time":"08:00","title":"Bài","text":"Gọi 111"}"#
            let first = try await editor.send(.post, "/api/v1/posts", headers: [.idempotencyKey: "k-1"], body: body)
            let again = try await editor.send(.post, "/api/v1/posts", headers: [.idempotencyKey: "k-1"], body: body)
            #expect(first.status == 200)
            #expect(again.status == 200)
            #expect(first.body == again.body)
            #expect(try await site.office.workspace.posts(PostFilter(), as: .program).count == 1)
            let other = try await editor.send(
                .post, "/api/v1/posts", headers: [.idempotencyKey: "k-1"], body: body.replacing("08:00", with: "09:00"))
            #expect(other.status == 409)
        }
    }

    @Test("mistakes are problem details that name the place")
    func problems() async throws {
        try await Site.open { site in
            let editor = try await site.machine("writer", .editor)
            let wrong = try await editor.send(.post, "/api/v1/posts", body: #"{"channel":"page","day":"soon"}"#)
            #expect(wrong.status == 400)
            #expect(wrong.headers[.contentType] == "application/problem+json")
            #expect(wrong.body.contains("/day"))
            #expect(try await editor.get("/api/v1/posts?limit=0").status == 400)
            #expect(try await editor.get("/api/v1/posts?color=red").status == 400)
            #expect(try await editor.get("/api/v1/nowhere").status == 404)
        }
    }

    @Test("the description holds every endpoint, and every endpoint is a route that says who may use it")
    func description() async throws {
        try await Site.open { site in
            let answer = try await site.stranger.get("/api/v1/openapi.json")
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: Any])
            #expect(document["openapi"] as? String == "3.1.0")
            #expect(paths.values.compactMap { ($0 as? [String: Any])?.count }.reduce(0, +) == APIRoutes.endpoints.count)
        }
    }
}

/// A program with a token.
struct Machine {
    let site: Site
    let secret: String

    func get(_ path: String) async throws -> Answer { try await send(.get, path, body: "") }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String) async throws
        -> Answer
    {
        var headers = headers
        headers[.authorization] = "Bearer \(secret)"
        headers[.contentType] = "application/json"
        return try await site.stranger.send(method, path, headers: headers, body: body)
    }
}

extension Site {
    func machine(_ name: String, _ role: Role, unit: String = "east") async throws -> Machine {
        let made = try await office.workspace.makeToken(
            try slug(name), grant: Grant(role: role, unit: try slug(unit)), as: try office.user("admin"),
            mode: .perform)
        return Machine(site: self, secret: made.secret)
    }
}
