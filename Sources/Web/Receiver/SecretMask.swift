/// Hides what a request carries to prove who sends it, so that a receiver's output and log may be shown around.
///
/// Bodies are not searched: a receiver for trials gets trial secrets.
enum SecretMask {
    static let mask = "•••"

    static func header(_ header: ReceivedHeader) -> ReceivedHeader {
        hides(header.name) ? ReceivedHeader(name: header.name, value: mask) : header
    }

    /// A path whose query has the values of secret parameters masked.
    static func path(_ path: String) -> String {
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return path }
        let query = halves[1].split(separator: "&", omittingEmptySubsequences: false).map { parameter in
            let name = parameter.prefix { $0 != "=" }
            return name.count < parameter.count && hides(String(name)) ? "\(name)=\(mask)" : String(parameter)
        }
        return halves[0] + "?" + query.joined(separator: "&")
    }

    /// Whether a header or parameter of this name holds a secret; an idempotency key is none.
    static func hides(_ name: String) -> Bool {
        let name = name.lowercased()
        if name == "idempotency-key" { return false }
        return ["authorization", "proxy-authorization", "cookie"].contains(name)
            || ["token", "secret", "key"].contains(where: name.contains)
    }
}
