/// How a sample came in.
public enum SampleSource: String, Sendable, Hashable, Codable, CaseIterable {
    case pulled, pushed, typed, imported
    /// By Loa itself: clicks on its own links.
    case counted
}

/// One metric value of one post at one time. Missing is not zero: what was not measured has no sample.
public struct Sample: Sendable, Hashable, Codable {
    public let id: Identifier<Sample>
    public let post: Identifier<Post>
    public let metric: Metric
    /// The total so far, not the growth since the sample before.
    public let value: Int
    public let capturedAt: Instant
    public let source: SampleSource
    public let isEstimated: Bool
    public let recordedBy: String

    public init(
        id: Identifier<Sample>,
        post: Identifier<Post>,
        metric: Metric,
        value: Int,
        capturedAt: Instant,
        source: SampleSource,
        isEstimated: Bool = false,
        recordedBy: String
    ) {
        self.id = id
        self.post = post
        self.metric = metric
        self.value = value
        self.capturedAt = capturedAt
        self.source = source
        self.isEstimated = isEstimated
        self.recordedBy = recordedBy
    }
}
