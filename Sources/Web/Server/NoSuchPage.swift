import HTTPTypes
import Hummingbird

/// Answers an address that no route has with the page that says so, and one that is asked in a wrong way with the ways
/// there are (RFC 9110, section 15.5.6).
struct NoSuchPage: RouterMiddleware {
    typealias Context = WebContext

    let gate: Gate

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            let methods = WebServer.methods(at: request.uri.path)
            let error: WebError = methods.isEmpty ? .noPage : .wrongMethod(allowed: methods)
            let path = request.uri.path.hasPrefix("/api/") ? "/api/no-such-page" : "/no-such-page"
            var response = await gate.respond(to: request, of: .get(path, .everyone) { _ in throw error }, context)
            if !methods.isEmpty { response.headers[.allow] = methods.joined(separator: ", ") }
            return response
        }
    }
}

extension WebServer {
    /// How an address may be asked; empty where there is none.
    static func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let found = Set(routes.filter { $0.isAt(parts) }.map(\.method))
        let all = found.contains(.get) ? found.union([.head]) : found
        return all.map(\.rawValue).sorted()
    }
}

extension Route {
    fileprivate func isAt(_ parts: [Substring]) -> Bool {
        let own = path.split(separator: "/")
        return own.count == parts.count
            && zip(own, parts).allSatisfy { pattern, part in
                if pattern.hasPrefix(":") { return true }
                guard let end = pattern.firstIndex(of: "}") else { return pattern == part }
                return part.hasSuffix(pattern[pattern.index(after: end)...])
            }
    }
}
