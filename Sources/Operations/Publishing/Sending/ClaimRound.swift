import Delivery
import Outreach
import Storage

/// One look for due posts: claims as many as there is room for, oldest first, every channel with its share.
///
/// Everything that decides whether a post may leave is asked here, in the transaction that claims it: approval,
/// approver, holds, posting hours, time left.
struct ClaimRound {
    /// How many posts one round looks at, so that nobody waits long for the writer after a long outage.
    private static let limit = 2000

    private let workspace: Workspace
    private let tx: WriteTransaction
    private let now: Instant
    private let dueUntil: Instant
    private let queue: SendingQueue
    private let shelf: OutletShelf
    private let claiming: ClaimWriting
    private let approvals: ApprovalCheck
    private var room: SendingRoom
    private var outlets: [Slug: Outlet] = [:]
    private var openings: [Slug: [Zone: Opening]] = [:]
    private var helpLineNumbers: [String]?
    private var looked = 0
    /// Whether it ended before it had looked at everything there was room for.
    private(set) var hasMore = false

    init(
        _ workspace: Workspace, room: SendingRoom, at now: Instant, dueUntil: Instant?, outlets shelf: OutletShelf,
        in tx: WriteTransaction
    ) throws {
        self.workspace = workspace
        self.tx = tx
        self.room = room
        self.now = now
        self.dueUntil = min(dueUntil ?? now, now)
        queue = try SendingQueue(workspace, in: tx)
        approvals = try ApprovalCheck(workspace, in: tx)
        self.shelf = shelf
        claiming = try ClaimWriting(token: workspace.makeID(of: Envelope.self).description, at: now, in: tx)
    }

    mutating func claim() throws -> [Envelope] {
        var claimed: [Envelope] = []
        var open = Set(queue.senders.keys)
        while true {
            open = open.filter { room.room(lane($0)) > 0 }
            guard !open.isEmpty, room.free > 0 else { return claimed }
            guard looked < ClaimRound.limit else {
                hasMore = true
                return claimed
            }
            // Posts that turn out to be missed or void leave the queue, so the next look finds others.
            let share = max(1, 2 * room.free / open.count)
            var candidates: [Post] = []
            for slug in open.sorted() {
                let limit = min(room.room(lane(slug)), share, ClaimRound.limit)
                let posts = try tx.duePosts(on: slug, queue.scope, until: dueUntil, limit: limit)
                if posts.count < limit { open.remove(slug) }
                candidates += posts
            }
            looked += candidates.count
            for place in ClaimRound.order(of: candidates) {
                guard let sender = queue.senders[candidates[place].channel], room.room(sender.lane) > 0 else {
                    continue
                }
                if let envelope = try claim(candidates[place], by: sender) {
                    _ = room.take(sender.lane)
                    claimed.append(envelope)
                }
            }
        }
    }

    /// The places of these posts, oldest first; of one channel they come so already, and posts are costly to move.
    private static func order(of posts: [Post]) -> [Int] {
        let keys = posts.map { (due: $0.dueAt, id: $0.id) }
        let isOrdered = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
        return isOrdered ? Array(posts.indices) : posts.indices.sorted { keys[$0] < keys[$1] }
    }

    /// What waits after this round.
    func due() throws -> [ExchangeAnswer.Due] { try queue.due(in: tx) }

    private func lane(_ slug: Slug) -> Lane {
        queue.senders[slug]?.lane
            ?? Lane(channel: slug, host: "", limitKey: "", limits: .standard, promise: .none)
    }

    private mutating func claim(_ post: Post, by sender: SendingQueue.Sender) throws -> Envelope? {
        if now > post.notAfter {
            let reason = try tx.mayBeOut(post) ? ClaimRound.inDoubt : ClaimRound.expired
            try tx.settle(post, after: .expired, reason, at: now)
            return nil
        }
        do {
            if let defect = try approvals.defect(of: post, on: sender.channel) {
                try tx.settle(post, after: .reject, defect.message, detail: defect.detail, at: now)
                return nil
            }
        } catch let error as SafeguardingError {
            // What cannot be checked waits; it is not given up.
            try tx.postpone(post.id, until: now + .seconds(600), reason: error.message)
            return nil
        }
        let opening = opening(of: sender.channel, in: post.zone)
        if !opening.isOpen, let closed = ClosedHours(post, sender.channel, at: now) {
            try tx.postpone(post.id, until: closed.until, reason: closed.reason)
            return nil
        }
        let canBeAsked = sender.webhook.idempotency == .probe
        return try claim(
            post, by: sender, isInDoubt: tx.wasInDoubt(post, canBeAsked: canBeAsked), closesAt: opening.closesAt)
    }

    /// Whether a channel posts at this hour of the zone, and how long; the same for all its posts of one round.
    private mutating func opening(of channel: ResolvedChannel, in zone: Zone) -> Opening {
        if let known = openings[channel.slug]?[zone] { return known }
        let opening = Opening(channel.hours, in: zone, at: now)
        openings[channel.slug, default: [:]][zone] = opening
        return opening
    }

    private mutating func claim(
        _ post: Post, by sender: SendingQueue.Sender, isInDoubt: Bool, closesAt: Instant?
    ) throws -> Envelope? {
        let values = workspace.values(of: post, on: sender.channel)
        let parts = try parts(of: values, on: sender.channel)
        let lease = now + sender.webhook.longestAttempt(parts: parts.count)
        guard try claiming.claim(post.id, after: post.attempts, until: lease) else { return nil }
        return Envelope(
            post: post.id, unit: post.unit, campaign: post.campaign, attempt: post.attempts + 1, token: claiming.token,
            claimedAt: now, lease: lease, outlet: outlet(of: sender), values: values, parts: parts,
            partsSent: post.partsSent, isInDoubt: isInDoubt, notAfter: post.notAfter, closesAt: closesAt)
    }

    private mutating func outlet(of sender: SendingQueue.Sender) -> Outlet {
        if let known = outlets[sender.channel.slug] { return known }
        let outlet = shelf.outlet(of: sender, in: workspace)
        outlets[sender.channel.slug] = outlet
        return outlet
    }

    private mutating func parts(of values: PostValues, on channel: ResolvedChannel) throws -> [String] {
        guard channel.mayPart(values) else { return [values.text] }
        let numbers = try helpLineNumbers ?? tx.helpLineNumbers()
        helpLineNumbers = numbers
        return channel.parts(of: values, protecting: numbers)
    }

    private static let expired = Message(
        vi: "Đã quá hạn đăng nên không gửi nữa. Cho gửi lại (phải duyệt lại), ghi là đã đăng, hoặc bỏ bài.",
        en: "Its time has passed, so it was not sent. Send it again (it has to be approved anew), "
            + "write it down as posted, or drop it.")
    private static let inDoubt = Message(
        vi: "Hết hạn gửi lại mà chưa rõ bài đã ra kênh chưa. Xem trên kênh rồi ghi lại điều đã thấy.",
        en: "The time for another attempt is over, and it is not known whether the post is out. Look at the channel, "
            + "then write down what you saw.")
}

extension WebhookDelivery {
    /// The longest an attempt may take, every request at its limit, with time to spare.
    func longestAttempt(parts: Int) -> Duration {
        max(timeouts.total * (steps.count + parts + 2) + .seconds(60), .seconds(15 * 60))
    }
}

extension WriteTransaction {
    /// Takes a post out of the queue for a reason, without an attempt.
    func settle(
        _ post: Post, after event: PostEvent, _ reason: Message, next: Instant? = nil, detail: String? = nil,
        at now: Instant
    ) throws {
        var changed = post
        changed.state = try post.state.after(event, mayBeOut: mayBeOut(post))
        changed.reason = reason
        changed.nextAttemptAt = next
        if changed.state == .draft {
            changed.approval = nil
            try removeSignatures(of: post.id)
        }
        _ = try update(changed, from: post.state)
        try audit(
            at: now, actor: Caller.program.name,
            action: "posts.\((changed.state == .unknown ? .uncertain : event).rawValue)",
            subject: post.id.description, detail: detail ?? reason(.english))
    }
}
