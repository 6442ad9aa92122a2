import Foundation

/// A path on this server: redirects lead nowhere else.
struct LocalPath: Sendable, Hashable {
    let path: String

    /// Nil for anything that a browser might take as another host: `//host`, `/\host`, a scheme, a control character.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000,
            bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        path = text
    }

    /// The page of this server that a request came from, by its `Referer` (RFC 9110, 10.1.3): path and query alone.
    static func referring(_ referer: String) -> LocalPath? {
        guard let parts = URLComponents(string: referer) else { return nil }
        return LocalPath(parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?\($0)" } ?? ""))
    }

    /// A value for a query string.
    static func encoded(_ value: String) -> String {
        value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
}
