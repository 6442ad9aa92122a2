import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// A change as it is meant: where, with what, and by whom.
struct Change: Sendable {
    /// Whose business the change is.
    enum Reach: Sendable {
        /// Something of East commune: nobody of West commune may do it.
        case unit
        /// What is one's own, or changes nothing: everybody does it for themselves.
        case own
        /// The library, which all units write in.
        case shared
    }

    enum Body: Sendable {
        case form([String: String])
        case json(String)
        case bytes([UInt8])
        case file(field: String, name: String, content: [UInt8], form: [String: String])
    }

    let by: String
    let body: Body
    var reach = Reach.unit
    /// Parts of the address that are this change's own.
    var values: [String: String] = [:]
    var query = ""
    /// False where it takes more than a small workspace has for the change to be made in the end.
    var isMade = true

    static func form(
        by name: String, _ fields: [String: String] = [:], reach: Reach = .unit, values: [String: String] = [:],
        query: String = "", isMade: Bool = true
    ) -> Change {
        Change(by: name, body: .form(fields), reach: reach, values: values, query: query, isMade: isMade)
    }

    static func json(
        by name: String, _ text: String, reach: Reach = .unit, values: [String: String] = [:], isMade: Bool = true
    ) -> Change {
        Change(by: name, body: .json(text), reach: reach, values: values, isMade: isMade)
    }
}

extension Visitor {
    /// Sends a change as a page of this log-in does.
    func perform(_ change: Change, _ route: Route, at path: String) async throws -> Answer {
        switch change.body {
        case .form(let fields):
            let pairs = (fields.sorted { $0.key < $1.key } + [("csrf", csrf)])
                .map { "\(LocalPath.encoded($0.0))=\(LocalPath.encoded($0.1))" }
            return try await send(
                route.method, path, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: pairs.joined(separator: "&"))
        case .json(let text):
            return try await send(
                route.method, path, headers: [.contentType: "application/json", .csrfToken: csrf], body: text)
        case .bytes(let bytes):
            return try await send(
                route.method, path, headers: [.contentType: "application/octet-stream", .csrfToken: csrf],
                bytes: bytes)
        case .file(let field, let name, let content, let fields):
            let (boundary, end) = ("=matrix=", "\r\n")
            let texts = (fields.sorted { $0.key < $1.key } + [("csrf", csrf)]).map {
                "--\(boundary)\(end)Content-Disposition: form-data; name=\"\($0.0)\"\(end)\(end)\($0.1)\(end)"
            }
            let head =
                "--\(boundary)\(end)Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\(end)\(end)"
            return try await send(
                route.method, path, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
                bytes: Array((texts.joined() + head).utf8) + content + Array("\(end)--\(boundary)--\(end)".utf8))
        }
    }
}
