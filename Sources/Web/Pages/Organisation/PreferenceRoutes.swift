import Hummingbird
import Outreach

/// Language and theme: kept by the browser, before log-in too.
struct PreferenceRoutes: RouteGroup {
    var routes: [Route] {
        [.post("/preferences", .everyone, prefer)]
    }

    private func prefer(_ visit: Visit) async throws -> Reply {
        var response = Response.seeOther(visit.form["back"].flatMap { LocalPath($0) }?.path ?? "/")
        if let language = visit.form["language"].flatMap(Language.init(rawValue:)) {
            response.setCookie(.preference(CookieName.language, language.rawValue))
        }
        if let theme = visit.form["theme"].flatMap(Theme.init(rawValue:)) {
            response.setCookie(.preference(CookieName.theme, theme.rawValue))
        }
        return .response(response)
    }
}
