import Hummingbird

/// Answers an address that no route has with the page that says so.
struct NoSuchPage: RouterMiddleware {
    typealias Context = WebContext

    let gate: Gate

    private static let route = Route.get("/no-such-page", .everyone) { _ in throw WebError.noPage }
    private static let programRoute = Route.get("/api/no-such-page", .everyone) { _ in throw WebError.noPage }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            let route = request.uri.path.hasPrefix("/api/") ? Self.programRoute : Self.route
            return await gate.respond(to: request, of: route, context)
        }
    }
}
