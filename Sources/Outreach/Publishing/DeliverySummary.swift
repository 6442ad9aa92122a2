/// What a run of the engine did.
public struct DeliverySummary: Sendable, Hashable {
    /// Posts of a dead process that were settled at the start.
    public var recovered = 0
    public var attempts = 0
    public var posted = 0
    public var retrying = 0
    public var unknown = 0
    public var failed = 0
    public var missed = 0
    /// Outcomes that came too late to be written.
    public var stale = 0

    public init() {}

    /// Adds one attempt; a post that was put back had none.
    public mutating func count(_ conclusion: Conclusion) {
        if case .putBack = conclusion { return }
        attempts += 1
        switch conclusion {
        case .putBack: break
        case .posted: posted += 1
        case .retry, .channelDisabled: retrying += 1
        case .unknown: unknown += 1
        case .failed: failed += 1
        case .missed: missed += 1
        }
    }
}
