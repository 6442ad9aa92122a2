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

    let method: HTTPRequest.Method
    /// Below `/api/v1`, with `:name` for the parts that vary.
    let path: String
    let permission: Permission
    let tag: String
    let summary: String
    var parameters: [Parameter] = []
    var body: Schema?
    let answer: Schema
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
            body: body, answer: answer, handle: handle)
    }

    static let root = "/api/v1"

    var route: Route {
        Route(method: method, path: Endpoint.root + path, access: .api(permission)) { visit in
            try check(visit.query)
            if method == .get { return .response(try APIAnswer.json(try await handle(visit))) }
            return try await KeyedWork(visit: visit).answer { try APIAnswer.json(try await handle(visit)) }
        }
    }

    /// A parameter nobody knows is a mistake of the caller's that would otherwise go unseen.
    private func check(_ query: Fields) throws(APIError) {
        let known = Set(parameters.filter { $0.place == .query }.map(\.name))
        if let stranger = query.names.first(where: { !known.contains($0) }) {
            throw .unknownParameter(stranger, known: known.sorted())
        }
    }
}

/// Why a request to the API cannot be understood; nothing was changed.
enum APIError: ReadableError, Hashable {
    case unknownParameter(String, known: [String])
    case badParameter(String)
    case badBody(String)
    case keyReused
    case keyUnderWay
    case keyUnknown

    var kind: FailureKind {
        switch self {
        case .unknownParameter, .badParameter, .badBody: .usage
        case .keyReused: .configuration
        case .keyUnderWay, .keyUnknown: .configuration
        }
    }

    var message: Message {
        switch self {
        case .unknownParameter(let name, let known):
            Message(
                vi: "Không có tham số “\(name)”. Có thể dùng: \(known.joined(separator: ", ")).",
                en: "There is no parameter “\(name)”. There are: \(known.joined(separator: ", ")).")
        case .badParameter(let name):
            Message(
                vi: "Tham số “\(name)” không đúng dạng; xem /api/v1/openapi.json.",
                en: "The parameter “\(name)” is not of the right form; see /api/v1/openapi.json.")
        case .badBody(let detail):
            Message(
                vi: "Không đọc được nội dung JSON: \(detail). Chưa thay đổi gì.",
                en: "The JSON body cannot be read: \(detail). Nothing was changed.")
        case .keyReused:
            Message(
                vi: "Idempotency-Key này đã đi cùng một yêu cầu khác. Dùng khóa mới cho yêu cầu mới.",
                en: "This Idempotency-Key came with another request before. Use a new key for a new request.")
        case .keyUnderWay:
            Message(
                vi: "Yêu cầu đầu tiên với khóa này còn đang làm. Hãy hỏi lại sau.",
                en: "The first request with this key is still under way. Ask again later.")
        case .keyUnknown:
            Message(
                vi:
                    "Yêu cầu đầu tiên với khóa này bị ngắt; không rõ đã có hiệu lực chưa. Hãy kiểm tra rồi dùng khóa mới.",
                en:
                    "The first request with this key was cut off; whether it took effect is not known. Look, then use a new key."
            )
        }
    }
}
