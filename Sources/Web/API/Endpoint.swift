import Foundation
import HTTPTypes
import Hummingbird
import Operations
import Outreach

/// One operation of the API: the route that answers it and what the OpenAPI document says of it, in one place.
struct Endpoint: Sendable {
    /// A value in the path or the query.
    struct Parameter: Sendable {
        let name: String
        let place: Place
        let schema: Schema
        let text: String

        enum Place: String, Sendable {
            case path, query
        }

        static func path(_ name: String, _ schema: Schema, _ text: String) -> Parameter {
            Parameter(name: name, place: .path, schema: schema, text: text)
        }

        static func query(_ name: String, _ schema: Schema, _ text: String) -> Parameter {
            Parameter(name: name, place: .query, schema: schema, text: text)
        }
    }

    /// What a request carries.
    enum Body: Sendable {
        case json(Schema)
        /// A picture, as its bytes.
        case photo
        /// A list as an office keeps it, CSV or Excel, as its bytes.
        case table
    }

    let method: HTTPRequest.Method
    /// Below `/api/v1`, with `:name` for the parts that vary.
    let path: String
    let permission: Permission
    let tag: String
    let summary: String
    var parameters: [Parameter] = []
    var body: Body?
    /// The largest body taken, in bytes.
    var bodyLimit = 1_048_576
    let answer: Schema
    /// Whether 201 tells that something is there now that was not before.
    var answersCreated = false
    let handle: @Sendable (Visit) async throws -> any Encodable & Sendable

    static func get(
        _ path: String, _ permission: Permission, _ tag: String, _ summary: String, _ parameters: [Parameter] = [],
        answer: Schema, _ handle: @escaping @Sendable (Visit) async throws -> any Encodable & Sendable
    ) -> Endpoint {
        Endpoint(
            method: .get, path: path, permission: permission, tag: tag, summary: summary, parameters: parameters,
            answer: answer, handle: handle)
    }

    static func post(
        _ path: String, _ permission: Permission, _ tag: String, _ summary: String, _ parameters: [Parameter] = [],
        body: Schema, answer: Schema, _ handle: @escaping @Sendable (Visit) async throws -> any Encodable & Sendable
    ) -> Endpoint {
        Endpoint(
            method: .post, path: path, permission: permission, tag: tag, summary: summary, parameters: parameters,
            body: .json(body), answer: answer, handle: handle)
    }

    /// Something under an id that the caller made, so that sending it again changes nothing.
    static func put(
        _ path: String, _ permission: Permission, _ tag: String, _ summary: String, _ parameters: [Parameter],
        body: Body, bodyLimit: Int = 1_048_576, answer: Schema,
        _ handle: @escaping @Sendable (Visit) async throws -> any Encodable & Sendable
    ) -> Endpoint {
        Endpoint(
            method: .put, path: path, permission: permission, tag: tag, summary: summary, parameters: parameters,
            body: body, bodyLimit: bodyLimit, answer: answer, answersCreated: true, handle: handle)
    }

    static func post(
        _ path: String, _ permission: Permission, _ tag: String, _ summary: String, _ parameters: [Parameter],
        body: Body, bodyLimit: Int, answer: Schema,
        _ handle: @escaping @Sendable (Visit) async throws -> any Encodable & Sendable
    ) -> Endpoint {
        Endpoint(
            method: .post, path: path, permission: permission, tag: tag, summary: summary, parameters: parameters,
            body: body, bodyLimit: bodyLimit, answer: answer, handle: handle)
    }

    static let root = "/api/v1"

    var route: Route {
        Route(method: method, path: Endpoint.root + path, access: .api(permission), bodyLimit: bodyLimit) { visit in
            try check(visit.query)
            if method == .get { return .response(try APIAnswer.json(try await handle(visit))) }
            return try await KeyedWork(visit: visit).answer {
                let value = try await handle(visit)
                let isNew = (value as? any MadeOrKnown)?.isNew == true
                return try APIAnswer.json(value, status: isNew ? .created : .ok)
            }
        }
    }

    /// A parameter nobody knows, or one given twice, is a mistake of the caller's that would otherwise go unseen.
    private func check(_ query: Fields) throws(APIError) {
        let known = Set(parameters.filter { $0.place == .query }.map(\.name))
        if let stranger = query.names.first(where: { !known.contains($0) }) {
            throw .unknownParameter(stranger, known: known.sorted())
        }
        // Which of two values was meant nobody can tell.
        if let twice = query.names.first(where: { query.count(of: $0) > 1 }) { throw .badParameter(twice) }
    }
}

/// An answer that tells whether the request made something or found it there.
protocol MadeOrKnown {
    var isNew: Bool { get }
}
