import Foundation
import Hummingbird
import Outreach

/// The cookies Loa sets. The `__Host-` prefix ties them to this very host and to HTTPS, loopback included
/// (RFC 6265bis, section 4.1.3).
enum CookieName {
    static let session = "__Host-loa"
    static let said = "__Host-loa-said"
    static let language = "__Host-loa-language"
    static let theme = "__Host-loa-theme"
}

extension Cookie {
    static func session(_ token: String) -> Cookie {
        Cookie(name: CookieName.session, value: token, path: "/", secure: true, httpOnly: true, sameSite: .lax)
    }

    static func preference(_ name: String, _ value: String) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: 365 * 24 * 3600, path: "/", secure: true, httpOnly: true,
            sameSite: .lax)
    }

    static func gone(_ name: String) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .lax)
    }

    static func said(_ said: Said) -> Cookie? {
        guard let json = try? JSONEncoder().encode(said) else { return nil }
        return Cookie(
            name: CookieName.said, value: json.base64EncodedString().replacing("=", with: "-"), maxAge: 60, path: "/",
            secure: true, httpOnly: true, sameSite: .lax)
    }
}

extension Said {
    init?(cookie value: String) {
        guard value.utf8.count < 4000, let json = Data(base64Encoded: value.replacing("-", with: "=")),
            let said = try? JSONDecoder().decode(Said.self, from: json)
        else { return nil }
        self = said
    }
}
