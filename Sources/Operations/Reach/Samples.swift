public import Outreach
import Storage

/// One figure somebody read off a page or a log.
public struct SampleEntry: Sendable, Hashable {
    public let post: String
    public let metric: Metric
    public let value: Int
    /// Nil is now.
    public let capturedAt: Instant?
    public let isEstimated: Bool

    public init(post: String, metric: Metric, value: Int, capturedAt: Instant? = nil, isEstimated: Bool = false) {
        self.post = post
        self.metric = metric
        self.value = value
        self.capturedAt = capturedAt
        self.isEstimated = isEstimated
    }
}

extension Workspace {
    /// Records figures of posts that are out, all of them or none.
    ///
    /// - Returns: the samples that are new; the same figure for the same time again changes nothing.
    public func recordSamples(
        _ entries: [SampleEntry], source: SampleSource, as caller: Caller, mode: ChangeMode
    ) async throws -> [Sample] {
        let now = now
        return try await change(mode) { tx in
            var recorded: [Sample] = []
            for entry in entries {
                if let sample = try tx.record(entry, id: makeID(), source: source, as: caller, at: now) {
                    recorded.append(sample)
                }
            }
            return recorded
        }
    }

    /// The newest samples of the caller's units.
    public func samples(within subject: Slug?, limit: Int, as caller: Caller) async throws -> [Sample] {
        try await database.read { tx in
            try tx.newestSamples(units: try tx.visibleUnits(within: subject, to: caller), limit: limit)
        }
    }

    /// All samples of one post, oldest first.
    public func samples(of reference: String, as caller: Caller) async throws -> [Sample] {
        try await database.read { tx in
            try tx.samples(of: try tx.requirePost(reference, visibleTo: caller).id)
        }
    }
}

extension WriteTransaction {
    /// The one way a sample gets in.
    func record(
        _ entry: SampleEntry, id: Identifier<Sample>, source: SampleSource, as caller: Caller, at now: Instant
    ) throws -> Sample? {
        let post = try requirePost(entry.post, visibleTo: caller)
        try authorise(caller, .recordReach, for: post.unit)
        guard entry.value >= 0 else { throw ReachError.negative(entry.value) }
        guard entry.value <= ReachError.most else { throw ReachError.tooMany(entry.value) }
        guard post.state == .posted else { throw ReachError.notPosted(post.id.short, state: post.state) }
        let capturedAt = entry.capturedAt ?? now
        guard capturedAt <= now + .seconds(60) else { throw ReachError.inFuture }
        let sample = Sample(
            id: id, post: post.id, metric: entry.metric, value: entry.value, capturedAt: capturedAt, source: source,
            isEstimated: entry.isEstimated, recordedBy: caller.name)
        if let known = try recordedValue(like: sample), known != sample.value {
            throw ReachError.differs(post.id.short, known: known)
        }
        guard try insert(sample, zone: post.zone) else { return nil }
        try audit(
            at: now, actor: caller.name, action: "reach.\(source.rawValue)", subject: post.id.description,
            detail: "\(sample.metric.rawValue)=\(sample.value)")
        return sample
    }
}
