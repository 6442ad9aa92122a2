import CoreMetrics
import Delivery
import Logging
import Outreach
import Storage

/// Counts and logs what became of attempts, once it is durable.
struct DeliveryMetrics: Sendable {
    /// Nil where nothing is logged. No text, address or answer of a post is ever part of a line.
    let log: Logger?

    func note(_ results: [DeliveryResult], stale: Set<Identifier<Post>>) {
        if !stale.isEmpty { Counter(label: "loa_delivery_stale_outcomes_total").increment(by: stale.count) }
        var channels: [Slug: ChannelCount] = [:]
        for result in results where !result.isPutBack && !stale.contains(result.post) {
            channels[result.channel, default: ChannelCount(result.channel)].note(result)
            write(result)
        }
        for count in channels.values { count.tell() }
    }

    private func write(_ result: DeliveryResult) {
        guard let log else { return }
        log.log(
            level: result.isPosted ? .info : .warning, "attempt",
            metadata: [
                "post": "\(result.post)", "channel": "\(result.channel)", "attempt": "\(result.attempt)",
                "outcome": "\(result.outcome)", "status": "\(result.status.map(String.init) ?? "")",
                "took_ms": "\((result.endedAt - result.claimedAt).milliseconds)",
                "late_ms": "\(result.lateness.milliseconds)",
            ])
    }
}

/// What one group of outcomes adds to the figures of a channel.
private struct ChannelCount {
    private let labels: [(String, String)]
    private let took: Timer
    private let lateness: Timer
    private var outcomes: [String: Int] = [:]

    init(_ channel: Slug) {
        labels = [("channel", channel.description)]
        took = Timer(label: "loa_delivery_attempt_seconds", dimensions: labels)
        lateness = Timer(label: "loa_delivery_lateness_seconds", dimensions: labels)
    }

    mutating func note(_ result: DeliveryResult) {
        outcomes[result.outcome, default: 0] += 1
        took.recordMilliseconds((result.endedAt - result.claimedAt).milliseconds)
        if result.isPosted { lateness.recordMilliseconds(result.lateness.milliseconds) }
    }

    func tell() {
        for (outcome, count) in outcomes {
            Counter(label: "loa_delivery_attempts_total", dimensions: labels + [("outcome", outcome)])
                .increment(by: count)
        }
    }
}

extension DeliveryResult {
    fileprivate var isPutBack: Bool { if case .putBack = conclusion { true } else { false } }
    fileprivate var isPosted: Bool { if case .posted = conclusion { true } else { false } }
    /// How long after its moment the attempt ended.
    fileprivate var lateness: Duration { max(endedAt - moment, .zero) }

    /// One word for counting.
    fileprivate var outcome: String {
        switch conclusion {
        case .posted: "posted"
        case .retry(_, _, let inDoubt): inDoubt ? "in-doubt" : "retry"
        case .unknown: "unknown"
        case .failed: "failed"
        case .missed: "missed"
        case .channelDisabled: "channel-disabled"
        case .putBack: "put-back"
        }
    }
}

extension Workspace {
    /// What is counted, and what the queue looks like now, as a Prometheus server reads it.
    ///
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)`` for whoever may not see the whole workspace:
    ///   the figures are of all units together.
    public func metrics(_ registry: MetricsRegistry, as caller: Caller) async throws -> String {
        let now = now
        let (queue, resting) = try await database.read { tx in
            try tx.authoriseWhole(caller, .view)
            return (try tx.queueDepths(at: now), try tx.restingHosts().count)
        }
        let isOn = try await allowedSending() == .on
        let gauge = { (name: String, labels: [(String, String)], value: Int) in
            registry.makeRecorder(label: name, dimensions: labels, aggregate: false).record(Int64(value))
        }
        for (state, count) in queue.byState { gauge("loa_posts", [("state", state.rawValue)], count) }
        gauge("loa_posts_overdue", [], queue.overdue)
        gauge("loa_oldest_overdue_seconds", [], Int(queue.oldestOverdue.map { (now - $0).milliseconds / 1000 } ?? 0))
        gauge("loa_sending_on", [], isOn ? 1 : 0)
        gauge("loa_hosts_resting", [], resting)
        gauge("loa_process_resident_bytes", [], ProcessCost.residentMegabytes * 1_048_576)
        return registry.text
    }
}
