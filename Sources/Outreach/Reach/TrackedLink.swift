/// A short address of Loa's own that leads to one fixed target, and counts how often it is followed: for print, notice
/// boards and posts alike.
public struct TrackedLink: Sendable, Hashable, Codable {
    /// What stands behind `/go/`: letters and digits that are not mistaken for each other.
    public let code: String
    public let target: String
    /// Where it is put up, for whoever looks through the list.
    public let title: String
    public let unit: Slug
    /// The post whose clicks it counts, where it belongs to one.
    public let post: Identifier<Post>?
    public let madeBy: String
    public let madeAt: Instant
    /// From here on it leads nowhere.
    public let endedAt: Instant?

    public init(
        code: String, target: String, title: String, unit: Slug, post: Identifier<Post>?, madeBy: String,
        madeAt: Instant, endedAt: Instant? = nil
    ) {
        self.code = code
        self.target = target
        self.title = title
        self.unit = unit
        self.post = post
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.endedAt = endedAt
    }
}

/// How often a link was followed: by people as far as one can tell, and by programs.
public struct LinkVisits: Sendable, Hashable, Codable {
    public let day: Day
    public let people: Int
    public let bots: Int

    public init(day: Day, people: Int, bots: Int) {
        self.day = day
        self.people = people
        self.bots = bots
    }
}

/// A code nobody misreads: no 0 and o, no 1, i and l.
public enum LinkCode {
    public static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    public static let length = 7

    public static func make(using generator: inout some RandomNumberGenerator) -> String {
        String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
    }

    /// A code of one's own choice may have every small letter and digit, and hyphens between.
    public static func isWellFormed(_ code: String) -> Bool {
        (4...32).contains(code.utf8.count) && Slug(code) != nil
    }
}

/// Where a tracked link may lead: an address on the web, whole, with nothing hidden in it.
public enum LinkTarget {
    /// - Returns: nil for other schemes, for addresses with a user in front, and for what is no address.
    public static func checked(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard (12...2000).contains(bytes.count), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else {
            return nil
        }
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.isEmpty, !authority.contains("@"), authority.contains("."),
            authority.first != ".", authority.last != "."
        else { return nil }
        return text
    }
}

/// Tells programs from people by what they say of themselves (User-Agent, RFC 9110 §10.1.5). What hides is counted as
/// a person: the number is what can be known.
public enum BotSigns {
    /// - Parameters:
    ///   - purpose: `Purpose` or `Sec-Purpose`, by which browsers say that nobody has looked yet.
    public static func isBot(userAgent: String?, isHead: Bool, purpose: String?) -> Bool {
        if isHead { return true }
        if let purpose = purpose?.lowercased(), purpose.contains("prefetch") || purpose.contains("preview") {
            return true
        }
        guard let agent = userAgent?.lowercased(), !agent.isEmpty else { return true }
        return signs.contains { agent.contains($0) }
    }

    private static let signs = [
        "bot", "crawl", "spider", "slurp", "facebookexternalhit", "facebookcatalog", "meta-external", "preview",
        "zalo-crawler", "whatsapp", "skypeuripreview", "monitor", "uptime", "headless", "lighthouse", "pingdom",
        "curl/", "wget/", "python-", "python/", "java/", "okhttp", "go-http-client", "libwww", "httpclient", "axios",
        "node-fetch", "scrapy", "phantomjs", "validator", "feedfetcher", "archive.org",
    ]
}
