/// How figures that a network sends by itself are read: `POST /hooks/CHANNEL`, signed by Standard Webhooks.
public struct MetricPush: Sendable, Hashable {
    /// Where several posts stand in one message; nil where a message is about one.
    public let items: JSONPointer?
    /// The network's id of the post, or Loa's own.
    public let post: JSONPointer
    /// When it was measured, as ISO 8601 or seconds since 1970; without it, when it arrived.
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
        for reading in self.values {
            guard let text = reading.pointer.value(in: item)?.scalarText, let value = Int(text), value >= 0 else {
                continue
            }
            values[reading.metric] = value
        }
        return Figures(post: post, at: at.flatMap { moment($0, in: item) }, values: values)
    }

    private func moment(_ pointer: JSONPointer, in item: JSONValue) -> Instant? {
        guard let text = pointer.value(in: item)?.scalarText else { return nil }
        return Int64(text).map { Instant(milliseconds: $0 * 1000) } ?? Instant(text)
    }

    private static let mostItems = 1000
}
