import Delivery
import Outreach
import Storage

/// The engine's outbox on the workspace's database.
///
/// Everything that decides whether a post may leave is asked in the transaction that claims it: approval, approver,
/// holds, posting hours, time left.
struct StoredOutbox: Outbox {
    let workspace: Workspace

    /// How long a claim is kept for its process; only another server would ever ask.
    private static let lease = Duration.seconds(15 * 60)

    func claim(limit: Int, resting: Set<Slug>) async throws -> [Envelope] {
        try await workspace.database.write { tx in
            guard let scope = try scope(resting: resting, in: tx) else { return [] }
            var claimed: [Envelope] = []
            // Posts that turn out to be missed or void leave the queue, so the next look finds others.
            while claimed.count < limit {
                let due = try tx.duePosts(scope, at: workspace.now, limit: 64)
                guard !due.isEmpty else { break }
                for post in due where claimed.count < limit {
                    if let envelope = try claim(post, in: tx) { claimed.append(envelope) }
                }
            }
            return claimed
        }
    }

    func record(_ result: DeliveryResult) async throws -> Bool {
        try await workspace.database.write { tx in
            let written = try tx.record(AttemptOutcome(result))
            if case .channelDisabled(let reason) = result.conclusion, written {
                try tx.disable(result.channel, reason: reason, at: result.endedAt)
                try audit("channels.disable", result.channel.description, reason(.english), in: tx)
            }
            if written {
                try audit("posts.attempt", result.post.description, AttemptOutcome(result).outcome, in: tx)
            }
            return written
        }
    }

    func recover() async throws -> Int {
        try await workspace.database.write { tx in
            let abandoned = try tx.postsInSending()
            for post in abandoned { try settle(post, in: tx) }
            return abandoned.count
        }
    }

    func nextDue(resting: Set<Slug>) async throws -> Instant? {
        try await workspace.database.read { tx in
            try scope(resting: resting, in: tx).flatMap { try tx.nextDue($0) }
        }
    }

    /// The channels and holds as they are now; nil where nothing may be sent at all.
    func scope(resting: Set<Slug>, in tx: ReadTransaction) throws -> SendingScope? {
        let holds = try tx.holds()
        guard !holds.contains(where: { $0.scope == .everything }) else { return nil }
        let disabled = try tx.disabledChannels()
        let channels = try workspace.channels.channels(in: tx).values.filter { channel in
            channel.webhook != nil && channel.channel.isEnabled && disabled[channel.slug] == nil
                && !resting.contains(channel.slug) && !holds.contains { $0.scope == .channel(channel.slug) }
        }
        var scope = SendingScope(channels: Set(channels.map(\.slug)))
        let tree = try tx.unitTree()
        for hold in holds {
            switch hold.scope {
            case .unit(let unit):
                scope.heldUnits.formUnion(tree.units.keys.filter { tree.isUnit($0, within: unit) })
            case .campaign(let campaign): scope.heldCampaigns.insert(campaign)
            case .post(let post): scope.heldPosts.insert(post)
            case .channel, .everything: break
            }
        }
        return scope
    }

    private func claim(_ post: Post, in tx: WriteTransaction) throws -> Envelope? {
        let now = workspace.now
        let channel = try workspace.channels.require(post.channel, in: tx)
        guard let webhook = channel.webhook else { return nil }
        if now > post.notAfter {
            if try tx.mayBeOut(post.id) {
                try put(post, after: .uncertain, StoredOutbox.inDoubt, in: tx)
            } else {
                try put(post, after: .expired, StoredOutbox.expired, in: tx)
            }
            return nil
        }
        if let defect = try ApprovalCheck(tx: tx, secrets: workspace.secrets).defect(of: post, on: channel) {
            try put(post, after: try tx.mayBeOut(post.id) ? .uncertain : .reject, defect, in: tx)
            return nil
        }
        let (day, time, _) = post.zone.clock(of: now)
        guard channel.hours.isOpen(at: day, time) else {
            let opening = channel.hours.nextOpening(from: day, time)
            let later = opening.map { post.zone.instant($0.day, $0.time) } ?? post.notAfter + .milliseconds(1)
            // At least a minute on, whatever the zone does to the clock: a look that finds the same post again and
            // again would never end.
            let next = max(later, now + .seconds(60))
            // A window that opens after the last moment is waited for no longer than that moment.
            try tx.postpone(
                post.id, until: min(next, post.notAfter + .milliseconds(1)),
                reason: StoredOutbox.closed(until: next, zone: post.zone))
            return nil
        }
        let token = workspace.makeID(of: Envelope.self).description
        guard let attempt = try tx.claim(post.id, token: token, lease: now + StoredOutbox.lease, at: now) else {
            return nil
        }
        return Envelope(
            post: post.id, attempt: attempt, token: token, channel: channel, webhook: webhook,
            values: workspace.values(of: post, kind: channel.kind), secrets: workspace.secretValues(of: channel),
            notAfter: post.notAfter)
    }

    /// A post that was being sent when its process died: sent again under a key, else a person looks.
    private func settle(_ post: Post, in tx: WriteTransaction) throws {
        try tx.interruptAttempt(of: post.id, at: workspace.now)
        let promise = try workspace.channels.channels(in: tx)[post.channel]?.webhook?.idempotency ?? .none
        switch promise {
        case .key: try put(post, after: .deferred, StoredOutbox.interrupted, in: tx)
        case .none: try put(post, after: .uncertain, StoredOutbox.interrupted, in: tx)
        }
    }

    private func put(_ post: Post, after event: PostEvent, _ reason: Message, in tx: WriteTransaction) throws {
        var changed = post
        changed.state = try post.state.after(event)
        changed.reason = reason
        changed.nextAttemptAt = nil
        if event == .reject { changed.approval = nil }
        _ = try tx.update(changed, from: post.state)
        try audit("posts.\(event.rawValue)", post.id.description, reason(.english), in: tx)
    }

    private func audit(_ action: String, _ subject: String, _ detail: String, in tx: WriteTransaction) throws {
        try tx.audit(at: workspace.now, actor: Caller.program.name, action: action, subject: subject, detail: detail)
    }
}

extension StoredOutbox {
    fileprivate static let expired = Message(
        vi: "Đã quá hạn đăng nên không gửi nữa. Chọn “retry” để đăng ngay hoặc “cancel” để bỏ.",
        en: "Its time has passed, so it was not sent. Choose “retry” to post now or “cancel” to drop it.")
    fileprivate static let inDoubt = Message(
        vi: "Hết hạn gửi lại mà chưa rõ bài đã ra kênh chưa. Xem trên kênh rồi “loa posts resolve”.",
        en: "The time for another attempt is over, and it is not known whether the post is out. Look at the channel, "
            + "then resolve it.")
    fileprivate static let interrupted = Message(
        vi: "Tiến trình gửi dừng giữa chừng: bài có thể đã hoặc chưa ra kênh. Xem trên kênh rồi “loa posts resolve”.",
        en: "The sending process stopped midway: the post may or may not be out. Look at the channel, then resolve it.")

    fileprivate static func closed(until opening: Instant, zone: Zone) -> Message {
        Message(
            vi: "Kênh đang ngoài khung giờ đăng; sẽ gửi lúc \(zone.rfc3339(opening)).",
            en: "The channel is outside its posting hours; it goes out at \(zone.rfc3339(opening)).")
    }
}

extension AttemptOutcome {
    fileprivate init(_ result: DeliveryResult) {
        let (state, outcome, next, receipt, reason): (PostState, String, Instant?, Receipt?, Message?) =
            switch result.conclusion {
            case .posted(let receipt): (.posted, "posted", nil, receipt, nil)
            case .retry(let at, let reason, let inDoubt):
                (.retrying, inDoubt ? AttemptRecord.inDoubt : "retry", at, nil, reason)
            case .unknown(let reason): (.unknown, "unknown", nil, nil, reason)
            case .failed(let reason): (.failed, "failed", nil, nil, reason)
            case .missed(let reason): (.missed, "missed", nil, nil, reason)
            case .channelDisabled(let reason): (.retrying, "channel disabled", nil, nil, reason)
            }
        self.init(
            post: result.post, token: result.token, state: state, outcome: outcome, endedAt: result.endedAt,
            status: result.status, bytesMayHaveLeft: result.bytesMayHaveLeft, request: result.request,
            answer: result.answer, nextAttemptAt: next, receipt: receipt, reason: reason)
    }
}
