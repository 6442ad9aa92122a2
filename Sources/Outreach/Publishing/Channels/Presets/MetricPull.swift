/// A question to the network about one post, some time after it went out: always a GET.
///
/// Its templates may use `target`, `secret`, `channel` and `receipt`.
public struct MetricPull: Sendable, Hashable {
    /// How long after posting it is asked; once for each.
    public let after: [Duration]
    public let url: URLTemplate
    public let query: [NamedTemplate]
    public let headers: [NamedTemplate]
    public let values: [Reading]

    /// Which place of the answer holds which metric.
    public struct Reading: Sendable, Hashable {
        public let metric: Metric
        public let pointer: JSONPointer

        public init(_ metric: Metric, _ pointer: JSONPointer) {
            self.metric = metric
            self.pointer = pointer
        }
    }

    public init(
        after: [Duration],
        url: URLTemplate,
        query: [NamedTemplate] = [],
        headers: [NamedTemplate] = [],
        values: [Reading]
    ) {
        self.after = after
        self.url = url
        self.query = query
        self.headers = headers
        self.values = values
    }

    /// What the answer says, or nil where it is no readable 2xx answer.
    ///
    /// A metric the answer does not give as a whole number of at least 0 is left out: missing is not zero.
    public func samples(status: Int, body: [UInt8]) -> [Metric: Int]? {
        guard status / 100 == 2, let document = JSONValue(parsing: body) else { return nil }
        var samples: [Metric: Int] = [:]
        for reading in values {
            guard let text = reading.pointer.value(in: document)?.scalarText, let value = Int(text), value >= 0 else {
                continue
            }
            samples[reading.metric] = value
        }
        return samples
    }
}
