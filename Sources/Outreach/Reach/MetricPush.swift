/// How figures that a network sends by itself are read: `POST /hooks/CHANNEL`, signed by Standard Webhooks.
public struct MetricPush: Sendable, Hashable {
    /// Where several posts stand in one message; nil where a message is about one.
    public let items: JSONPointer?
    /// The network's id of the post, or Loa's own.
    public let post: JSONPointer
    /// When it was measured, as ISO 8601 or seconds since 1970, or thousandths of them; without it, when it arrived.
    public let at: JSONPointer?
    public let values: [MetricPull.Reading]

    public init(items: JSONPointer?, post: JSONPointer, at: JSONPointer?, values: [MetricPull.Reading]) {
        self.items = items
        self.post = post
        self.at = at
        self.values = values
    }

    /// The figures of one post in a message.
    public struct Figures: Sendable, Hashable {
        public let post: String
        public let at: Instant?
        public let values: [Metric: Int]
        /// Metrics of which it says something else than a whole number of at least 0.
        public let unread: Int
    }

    /// What a message says; nil where it is no JSON. A metric that is no whole number of at least 0 is left out:
    /// missing is not zero.
    public func figures(in body: [UInt8]) -> [Figures]? {
        guard let document = JSONValue(parsing: body) else { return nil }
        guard let items else { return [figures(of: document)].compactMap(\.self) }
        guard case .array(let elements)? = items.value(in: document) else { return [] }
        return elements.prefix(MetricPush.mostItems).compactMap(figures)
    }

    private func figures(of item: JSONValue) -> Figures? {
        guard let post = self.post.value(in: item)?.scalarText, !post.isEmpty else { return nil }
        var values: [Metric: Int] = [:]
        var unread = 0
        for reading in self.values {
            guard let found = reading.pointer.value(in: item), found != .null else { continue }
            if let value = found.scalarText.flatMap({ Int($0) }), value >= 0 {
                values[reading.metric] = value
            } else {
                unread += 1
            }
        }
        return Figures(post: post, at: at.flatMap { moment($0, in: item) }, values: values, unread: unread)
    }

    private func moment(_ pointer: JSONPointer, in item: JSONValue) -> Instant? {
        guard let text = pointer.value(in: item)?.scalarText else { return nil }
        guard var number = Int64(text) else { return Instant(text) }
        guard number >= 0 else { return nil }
        guard number >= MetricPush.mostSeconds else { return Instant(milliseconds: number * 1000) }
        while number >= MetricPush.mostSeconds * 1000 { number /= 1000 }
        return Instant(milliseconds: number)
    }

    private static let mostItems = 1000
    /// Seconds up to the year 5138; a number with more digits counts thousandths, or thousandths of these.
    private static let mostSeconds: Int64 = 100_000_000_000
}
