import HTTPTypes
import Hummingbird

/// The headers every answer carries (OWASP Secure Headers; CSP level 3; Fetch Metadata).
enum SecurityHeaders {
    /// No inline script or style anywhere: everything comes from this server by name.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
        "connect-src 'self'", "font-src 'self'", "media-src 'self' blob:", "manifest-src 'self'", "worker-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    static func add(to response: inout Response, isSecure: Bool) {
        response.headers[.contentSecurityPolicy] = contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "geolocation=(), microphone=(), payment=(), usb=()"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let fetchSite = named("Sec-Fetch-Site")
    static let forwardedFor = named("X-Forwarded-For")
    static let csrfToken = named("X-CSRF-Token")
    static let clearSiteData = named("Clear-Site-Data")
    static let idempotencyKey = named("Idempotency-Key")

    /// A field name that this program spells itself; the parser takes every letter and hyphen, so the other one, which
    /// nobody reads, never comes of it.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
