public import Outreach

/// One thing that came out, in a feed to subscribe to.
public struct AtomEntry: Sendable, Hashable {
    /// A URI that stays the same for ever (RFC 4287 §4.2.6).
    public let id: String
    public let title: String
    public let text: String
    /// Where it can be read; an absolute http address.
    public let link: String?
    public let author: String
    public let category: String
    public let at: Instant

    public init(
        id: String, title: String, text: String, link: String?, author: String, category: String, at: Instant
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.link = link
        self.author = author
        self.category = category
        self.at = at
    }
}

/// A feed of news as news programs subscribe to (RFC 4287).
public struct AtomFeed: Sendable, Hashable {
    public let id: String
    public let title: String
    /// Where this very feed is.
    public let address: String
    public let updated: Instant
    public let entries: [AtomEntry]

    public init(id: String, title: String, address: String, updated: Instant, entries: [AtomEntry]) {
        self.id = id
        self.title = title
        self.address = address
        self.updated = updated
        self.entries = entries
    }

    /// The file; the same feed always gives the same bytes.
    public var bytes: [UInt8] {
        let head = [
            Element("id", text: id), Element("title", text: title),
            Element("link", ["rel": "self", "type": "application/atom+xml", "href": address]),
            Element("updated", text: updated.description), Element("generator", text: "Loa"),
        ]
        return Element("feed", ["xmlns": "http://www.w3.org/2005/Atom"], head + entries.map(\.element)).file
    }
}

extension AtomEntry {
    fileprivate var element: Element {
        let parts: [Element?] = [
            Element("id", text: id), Element("title", text: title), Element("updated", text: at.description),
            Element("published", text: at.description),
            link.map { Element("link", ["rel": "alternate", "href": $0]) },
            Element("author", [:], [Element("name", text: author)]), Element("category", ["term": category]),
            Element("content", ["type": "text"], text: text),
        ]
        return Element("entry", [:], parts.compactMap(\.self))
    }
}
