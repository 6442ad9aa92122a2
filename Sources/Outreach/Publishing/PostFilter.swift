/// Which posts to list; empty parts ask nothing.
public struct PostFilter: Sendable, Hashable {
    public var states: Set<PostState> = []
    public var channel: Slug?
    public var campaign: Slug?
    public var unit: Slug?
    public var series: String?
    /// Only of these units; nil asks nothing.
    public var units: [Slug]?
    public var from: Instant?
    /// Not included.
    public var before: Instant?
    public var limit = 1000

    public init() {}
}
