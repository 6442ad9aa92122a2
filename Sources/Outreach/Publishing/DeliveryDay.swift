/// How sending went on one day of the workspace's zone.
public struct DeliveryDay: Sendable, Hashable {
    public let day: Day
    public let posted: Int
    /// Milliseconds from a post's moment to its being out: of the middle post.
    public let medianLateness: Int
    /// The same of the 95th in a hundred.
    public let percentile95Lateness: Int

    public init(day: Day, posted: Int, medianLateness: Int, percentile95Lateness: Int) {
        self.day = day
        self.posted = posted
        self.medianLateness = medianLateness
        self.percentile95Lateness = percentile95Lateness
    }
}
