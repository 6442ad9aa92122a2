import Foundation
import Hummingbird
import Logging
import Operations
import Outreach

/// Between HTTP and the pages: finds out who asks, checks the route's declaration and where the request came from,
/// reads the form, and turns what the page answers, or the error it throws, into a response.
struct Gate: Sendable {
    let workspace: Workspace
    let options: WebOptions
    let jobs: Jobs
    let trial: TrialInbox
    let logger: Logger

    func respond(to request: Request, of route: Route, _ context: WebContext) async -> Response {
        var visit: Visit?
        var response: Response
        do {
            let first = try await arrive(request, context)
            visit = first
            // Looked at only now, so that whoever sent it is told on a page in their language.
            if let query = request.uri.query { _ = try Fields(urlEncoded: query) }
            try admit(first, to: route, host: request.head.authority)
            let full = first.with(try await RequestBody(of: request, limit: route.bodyLimit))
            visit = full
            if route.method != .get { try checkToken(of: full, for: route) }
            response = try await answer(full, route)
        } catch {
            response = await refuse(error, visit, route, request)
        }
        if visit?.said != nil, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.setCookie(.gone(CookieName.said))
        }
        SecurityHeaders.add(to: &response, isSecure: options.publicAddress?.hasPrefix("https://") == true)
        return response
    }

    private func answer(_ visit: Visit, _ route: Route) async throws -> Response {
        do {
            return try await Responder(visit: visit).response(to: try await route.handle(visit))
        } catch let error as any ReadableError {
            guard let show = route.refused, !(error is WebError) else { throw error }
            var response = try await Responder(visit: visit).response(to: try await show(visit, Refusal(error)))
            response.status = error.status
            return response
        }
    }

    /// Who asks, and in what language: from the cookies and the token.
    private func arrive(_ request: Request, _ context: WebContext) async throws -> Visit {
        let cookies = request.cookies
        let bearer = request.headers[.authorization].flatMap { value -> String? in
            value.lowercased().hasPrefix("bearer ") ? String(value.dropFirst("bearer ".count)).trimmed : nil
        }
        let language = cookies[CookieName.language].flatMap { Language(rawValue: $0.value) }
        return Visit(
            workspace: workspace, options: options, jobs: jobs, trial: trial, method: request.method,
            path: request.uri.path,
            parameters: Dictionary(
                context.parameters.map { (String($0.0), String($0.1).removingPercentEncoding ?? String($0.1)) },
                uniquingKeysWith: { first, _ in first }),
            query: (try? Fields(urlEncoded: request.uri.query ?? "")) ?? Fields(), headers: request.headers,
            authority: request.head.authority,
            address: address(request, context),
            language: language ?? workspace.defaultLanguage ?? .vietnamese,
            theme: cookies[CookieName.theme].flatMap { Theme(rawValue: $0.value) } ?? .device,
            signedIn: try await signedIn(cookies[CookieName.session]?.value),
            bearer: try await caller(bearing: bearer),
            said: cookies[CookieName.said].flatMap { Said(cookie: $0.value) })
    }

    private func signedIn(_ token: String?) async throws -> SignedIn? {
        guard let token else { return nil }
        return try await workspace.session(token: token)
    }

    /// - Throws: ``WebError/notSignedIn`` where a token is given but is nobody's: it is not as if there were none.
    private func caller(bearing token: String?) async throws -> Caller? {
        guard let token else { return nil }
        guard let caller = try await workspace.caller(token: token) else { throw WebError.notSignedIn }
        return caller
    }

    /// The last hop that a proxy of one's own wrote down, else the other end of the connection.
    private func address(_ request: Request, _ context: WebContext) -> String {
        guard options.trustsProxy, let hops = request.headers[.forwardedFor] else { return context.remoteAddress }
        return hops.split(separator: ",").last.map { String($0).trimmed } ?? context.remoteAddress
    }

    /// The first door: the route's own declaration, and no other site's requests.
    private func admit(_ visit: Visit, to route: Route, host: String?) throws(WebError) {
        let changes = route.method != .get
        if changes, visit.bearer == nil, route.access != .secretAddress {
            guard CrossSiteCheck(headers: visit.headers, host: host).isFromHere() else { throw .notFromHere }
        }
        switch route.access {
        case .everyone, .secretAddress: return
        case .signedIn:
            guard visit.person != nil else { throw .notSignedIn }
        case .holding(let permission):
            guard visit.person != nil else { throw .notSignedIn }
            guard visit.may(permission) else { throw .missingRight(permission) }
        case .holdingOne(let permissions):
            guard visit.person != nil else { throw .notSignedIn }
            if let first = permissions.first, !permissions.contains(where: visit.may) { throw .missingRight(first) }
        case .api(let permission):
            if visit.bearer != nil { return }
            guard visit.person != nil else { throw .notSignedIn }
            guard visit.may(permission) else { throw .missingRight(permission) }
        }
    }

    /// The token of this log-in, from the form or the header.
    private func checkToken(of visit: Visit, for route: Route) throws(WebError) {
        guard visit.bearer == nil, route.access != .secretAddress, let signedIn = visit.signedIn else { return }
        let sent = visit.headers[.csrfToken] ?? visit.form["csrf"] ?? ""
        guard signedIn.accepts(csrf: sent) else { throw .oldPage }
    }

    private func refuse(
        _ error: any Error, _ visit: Visit?, _ route: Route, _ request: Request
    ) async -> Response {
        let readable = error as? any ReadableError
        if readable == nil { logger.error("unexpected", metadata: ["path": "\(route.path)", "error": "\(error)"]) }
        guard !route.isForPrograms else { return Problem(error).response }
        guard let visit else { return Response(status: readable?.status ?? .internalServerError) }
        if case WebError.notSignedIn? = readable as? WebError, route.method == .get {
            return .seeOther("/log-in?next=" + LocalPath.encoded(address(of: request, visit)))
        }
        if case WebError.notSignedIn? = readable as? WebError,
            let page = await askAgain(visit, route, request)
        {
            return page
        }
        if case WebError.oldPage? = readable as? WebError, let page = await offerAgain(visit, request) { return page }
        return await Responder(visit: visit).errorPage(readable)
    }

    /// What was typed into a page of an earlier log-in, refused and offered to be sent again. Only where the browser
    /// says itself that the page was one of this server: nobody is asked to confirm what another site made up.
    private func offerAgain(_ visit: Visit, _ request: Request) async -> Response? {
        guard visit.headers[.fetchSite] != nil || visit.headers[.origin] != nil,
            let kept = KeptForm(
                visit.form, hadFiles: !visit.files.isEmpty, sentTo: address(of: request, visit))
        else { return nil }
        var page = kept.again(visit)
        page.status = .forbidden
        return try? await Responder(visit: visit).response(to: .page(page))
    }

    private func address(of request: Request, _ visit: Visit) -> String {
        request.uri.query.map { "\(visit.path)?\($0)" } ?? visit.path
    }

    /// The log-in page with what was typed, where a form was sent whose log-in had run out.
    private func askAgain(_ visit: Visit, _ route: Route, _ request: Request) async -> Response? {
        // Of whoever is not logged in no more is kept than what people type; files come behind it.
        guard let body = try? await RequestBody(of: request, limit: route.bodyLimit, keeping: 1_048_576),
            let kept = KeptForm(
                body.form, hadFiles: body.isCut || !body.files.isEmpty, sentTo: address(of: request, visit))
        else { return nil }
        var page = LogInPages.page(visit.byNobody, nil, kept: kept)
        page.status = .unauthorized
        return try? await Responder(visit: visit.byNobody).response(to: .page(page))
    }
}

extension Route {
    /// Answers are for programs: errors are problem details, not pages.
    var isForPrograms: Bool {
        switch access {
        case .api, .secretAddress: true
        case .everyone, .signedIn, .holding, .holdingOne: path.hasPrefix("/api/")
        }
    }
}
