import HTTPTypes

/// Turns away requests that another site made a browser send (OWASP CSRF cheat sheet): Fetch Metadata first, the
/// origin where a browser sends no such header, and the token of the log-in.
struct CrossSiteCheck {
    let headers: HTTPFields
    let host: String?

    /// Whether the request can have come from a page of this server.
    func isFromHere() -> Bool {
        if let site = headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        guard let host else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }
}
