import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Web

/// The pages over a small workspace, asked without a socket.
struct Site {
    let office: Office
    let client: any TestClientProtocol

    /// Makes the workspace of ``Office`` and its pages, gives them to a test and removes them.
    ///
    /// - Parameter shipped: the content the program brings.
    static func open(
        shipped: URL? = nil, _ test: @Sendable @escaping (Site) async throws -> Void
    ) async throws {
        try await Office.open { office in
            var options = WebOptions(publicAddress: "https://loa.example.vn")
            options.shippedContent = shipped
            let application = WebServer(workspace: office.workspace, options: options).application()
            try await application.test(.router) { client in
                try await test(Site(office: office, client: client))
            }
        }
    }

    /// Someone who is logged in.
    func visitor(_ name: String) async throws -> Visitor {
        let link = try await office.workspace.makeLogInLink(for: try slug(name), as: .program)
        let signedIn = try await office.workspace.openSession(logInCode: link.code, from: "127.0.0.1")
        return Visitor(site: self, token: signedIn.token, csrf: signedIn.csrf)
    }

    /// Someone who is not.
    var stranger: Visitor { Visitor(site: self, token: nil, csrf: "") }
}

/// A browser with its cookie.
struct Visitor {
    let site: Site
    let token: String?
    let csrf: String

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers, body: "")
    }

    /// Sends a form as a page of this log-in does.
    func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:], headers: HTTPFields = [:]) async throws
        -> Answer
    {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let pairs = fields.map { ($0.key, $0.value) } + [("csrf", csrf)]
        let body = pairs.map { "\(LocalPath.encoded($0.0))=\(LocalPath.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, headers: headers, body: body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String
    ) async throws -> Answer {
        try await send(method, path, headers: headers, bytes: Array(body.utf8))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], bytes: [UInt8]
    ) async throws -> Answer {
        var headers = headers
        if let token {
            let others = headers[.cookie].map { "; \($0)" } ?? ""
            headers[.cookie] = "\(CookieName.session)=\(token)\(others)"
        }
        return try await site.client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(bytes: bytes)
        ) { response in
            Answer(
                status: response.status.code, headers: response.headers, body: String(buffer: response.body))
        }
    }
}

/// What came back.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let body: String

    var location: String? { headers[.location] }

    /// What the page said after the action, from the cookie that carries it.
    var said: Said? {
        headers[values: .setCookie].first { $0.hasPrefix("\(CookieName.said)=") }
            .flatMap { $0.split(separator: ";").first?.split(separator: "=", maxSplits: 1).last.map(String.init) }
            .flatMap { Said(cookie: $0) }
    }
}
