import Delivery
import Outreach
import Storage

/// Writes down what became of attempts, and what that means for their channels.
struct OutcomeWriting {
    private let workspace: Workspace
    private let tx: WriteTransaction

    init(_ workspace: Workspace, in tx: WriteTransaction) {
        self.workspace = workspace
        self.tx = tx
    }

    /// - Returns: the posts whose outcome came too late; nothing was changed about them, and the log says what came.
    func write(_ results: [DeliveryResult]) throws -> Set<Identifier<Post>> {
        guard !results.isEmpty else { return [] }
        var stale: Set<Identifier<Post>> = []
        var ended: [(result: DeliveryResult, outcome: AttemptOutcome)] = []
        for result in results {
            if case .putBack(let reason) = result.conclusion {
                if try !tx.putBack(result.post, token: result.token, reason: reason) { stale.insert(result.post) }
            } else {
                ended.append((result, AttemptOutcome(result)))
            }
        }
        let late = try tx.record(ended.map(\.outcome))
        var health = ChannelFailing(failingSince: try tx.failingChannels())
        var log = AttemptAudit()
        for (result, outcome) in ended {
            guard !late.contains(result.post) else {
                // For whoever has to find out what became of it; the post itself was settled without this.
                try audit("posts.late", result.post.description, outcome.outcome)
                continue
            }
            log.note(result.post, outcome.outcome)
            if case .channelDisabled(let reason) = result.conclusion {
                try disable(result.channel, reason, at: result.endedAt)
            }
            health.note(result)
        }
        for entry in log.entries { try audit(entry.action, entry.subject, entry.detail) }
        try settle(health)
        return stale.union(late)
    }

    private func settle(_ health: ChannelFailing) throws {
        for channel in health.recovered.sorted() { try tx.noteSuccess(on: channel) }
        for (channel, since) in health.failing.sorted(by: { $0.key < $1.key }) {
            try tx.noteFailure(on: channel, since: since)
            let webhook = try workspace.channels.channels(in: tx)[channel]?.webhook
            guard let limit = webhook?.disable.afterFailing, workspace.now - since >= limit,
                try tx.disabledChannels()[channel] == nil
            else { continue }
            try disable(channel, OutcomeWriting.failingTooLong(since: since), at: workspace.now)
        }
    }

    private func disable(_ channel: Slug, _ reason: Message, at instant: Instant) throws {
        try tx.disable(channel, reason: reason, at: instant)
        try audit("channels.disable", channel.description, reason(.english))
    }

    private func audit(_ action: String, _ subject: String, _ detail: String) throws {
        try tx.audit(at: workspace.now, actor: Caller.program.name, action: action, subject: subject, detail: detail)
    }

    private static func failingTooLong(since: Instant) -> Message {
        let moment = Zone.vietnam.written(since)
        return Message(
            vi: "Kênh không gửi được bài nào từ \(moment). Kênh đã dừng, các bài chờ được giữ lại. "
                + "Kiểm tra máy nhận và mã truy cập, rồi bật lại kênh.",
            en: "Nothing has gone through on this channel since \(moment). It is stopped and its queue kept. "
                + "Check the receiver and the tokens, then enable it again.")
    }
}

/// What the audit log says of a group of outcomes: each post by itself, or a flood of them in one entry.
private struct AttemptAudit {
    /// More outcomes than these become one entry; the posts and their outcomes stand in it line by line.
    private static let flood = 32

    private var lines: [(post: Identifier<Post>, outcome: String)] = []

    mutating func note(_ post: Identifier<Post>, _ outcome: String) { lines.append((post, outcome)) }

    var entries: [(action: String, subject: String, detail: String)] {
        guard lines.count > AttemptAudit.flood else {
            return lines.map { ("posts.attempt", $0.post.description, $0.outcome) }
        }
        let detail = lines.map { "\($0.post) \($0.outcome)" }.joined(separator: "\n")
        return [("posts.attempts", "\(lines.count.of("post", "posts"))", detail)]
    }
}

/// Which channels failed or worked in one group of outcomes.
private struct ChannelFailing {
    private let failingSince: [Slug: Instant]
    private(set) var failing: [Slug: Instant] = [:]
    private(set) var recovered: Set<Slug> = []

    init(failingSince: [Slug: Instant]) {
        self.failingSince = failingSince
    }

    /// The last word on each channel counts.
    mutating func note(_ result: DeliveryResult) {
        let channel = result.channel
        if case .posted = result.conclusion {
            failing[channel] = nil
            if failingSince[channel] != nil { recovered.insert(channel) }
        } else {
            let known = recovered.contains(channel) ? nil : failingSince[channel]
            failing[channel] = failing[channel] ?? known ?? result.endedAt
        }
    }
}

extension AttemptOutcome {
    init(_ result: DeliveryResult) {
        let (state, outcome, next, receipt, reason): (PostState, String, Instant?, Receipt?, Message?) =
            switch result.conclusion {
            case .posted(let receipt): (.posted, "posted", nil, receipt, nil)
            case .retry(let at, let reason, let inDoubt):
                (.retrying, inDoubt ? AttemptRecord.inDoubt : "retry", at, nil, reason)
            case .unknown(let reason): (.unknown, AttemptRecord.unknown, nil, nil, reason)
            case .failed(let reason): (.failed, "failed", nil, nil, reason)
            case .missed(let reason): (.missed, "missed", nil, nil, reason)
            case .channelDisabled(let reason): (.retrying, "channel disabled", nil, nil, reason)
            case .putBack(let reason): (.approved, "put back", nil, nil, reason)
            }
        self.init(
            post: result.post, zone: result.zone, number: result.attempt, token: result.token,
            claimedAt: result.claimedAt, state: state, outcome: outcome, endedAt: result.endedAt,
            status: result.status, bytesMayHaveLeft: result.bytesMayHaveLeft, request: result.request,
            answer: result.answer, nextAttemptAt: next, receipt: receipt, reason: reason,
            partsSent: result.partsSent)
    }
}
