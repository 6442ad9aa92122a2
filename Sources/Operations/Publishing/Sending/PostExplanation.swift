import Delivery
public import Outreach
import Storage

/// Why a post has not gone out: everything that stands in its way, the decisive thing first.
public struct PostExplanation: Sendable {
    public let post: Post
    public let reasons: [Message]
    /// Whether its moment has passed and it still waits.
    public let isOverdue: Bool
    /// Whether it is being sent by a process that is gone.
    public let isStuck: Bool
    /// The last try, where there was one: whether bytes may have left, and which status was seen.
    public let lastAttempt: AttemptRecord?
}

extension Workspace {
    /// - Throws: ``PublishingError/unknownPost(_:)``.
    public func explainPost(_ reference: String, as caller: Caller) async throws -> PostExplanation {
        try await database.read { tx in
            try explanation(of: try tx.requirePost(reference, visibleTo: caller), in: tx)
        }
    }

    func explanation(of post: Post, in tx: ReadTransaction) throws -> PostExplanation {
        let isWaiting = post.state == .approved || post.state == .retrying
        let isStuck = try post.state == .sending && stuckPosts(in: tx).contains { $0.id == post.id }
        let reasons = try isWaiting ? ObstacleSearch(self, post, in: tx).reasons() : [ended(post)]
        return PostExplanation(
            post: post, reasons: isStuck ? [Obstacle.senderStopped] : reasons,
            isOverdue: isWaiting && post.moment < now - ObstacleSearch.usual, isStuck: isStuck,
            lastAttempt: try post.attempts > 0 ? tx.attempts(of: post.id).last : nil)
    }

    /// Posts that are being sent by nobody any more, oldest first: where no process sends for the workspace all of them,
    /// and else those whose claim ran out.
    func stuckPosts(in tx: ReadTransaction) throws -> [Post] {
        try DeliveryLock.isHeld(in: folder) == false ? tx.postsInSending() : tx.postsInSending(leasedUntil: now)
    }

    private func ended(_ post: Post) -> Message {
        guard let reason = post.reason else { return post.state.meaning }
        return Message(
            vi: "\(post.state.meaning.vietnamese) \(reason.vietnamese)",
            en: "\(post.state.meaning.english) \(reason.english)")
    }
}

/// Looks for what keeps a waiting post from being sent now, as the claim would.
struct ObstacleSearch {
    /// So long after its moment a post is usually out; only then it is called overdue.
    static let usual = Duration.seconds(10)

    private let workspace: Workspace
    private let post: Post
    private let tx: ReadTransaction
    private let now: Instant

    init(_ workspace: Workspace, _ post: Post, in tx: ReadTransaction) {
        self.workspace = workspace
        self.post = post
        self.tx = tx
        now = workspace.now
    }

    func reasons() throws -> [Message] {
        guard let channel = try workspace.channels.channels(in: tx)[post.channel] else {
            return [Obstacle.noChannel(post)]
        }
        guard channel.webhook != nil else { return [Obstacle.byHand] }
        var found = try stops(channel) + (try approval(channel))
        if now > post.notAfter { found.append(Obstacle.expired(post)) }
        found += try times(channel)
        if found.isEmpty, !isAnybodySending { found.append(Obstacle.nobodySends) }
        return found.isEmpty ? [try inTurn(channel)] : found
    }

    /// What a person or a receiver has stopped.
    private func stops(_ channel: ResolvedChannel) throws -> [Message] {
        var found: [Message] = []
        let recorded = try tx.workspaceValue(WorkspaceKey.instance)
        if recorded == nil || recorded != workspace.folder.instance() { found.append(Obstacle.notThisInstance) }
        let tree = try tx.unitTree()
        found += try tx.holds().filter { $0.scope.covers(post, in: tree) }.map(Obstacle.held)
        if !channel.channel.isEnabled { found.append(Obstacle.notEnabled(channel)) }
        if let reason = try tx.disabledChannels()[channel.slug] { found.append(Obstacle.switchedOff(reason)) }
        return found
    }

    private func approval(_ channel: ResolvedChannel) throws -> [Message] {
        let missing = channel.preset.secrets.map(channel.storedName).filter { workspace.secrets.secret($0) == nil }
        let defect = try ApprovalCheck(workspace, in: tx).defect(of: post, on: channel)
        return missing.map(Obstacle.secretMissing) + [defect?.message].compactMap(\.self)
    }

    /// What time alone will end.
    private func times(_ channel: ResolvedChannel) throws -> [Message] {
        var found: [Message] = []
        if post.moment > now { found.append(Obstacle.notYet(post)) }
        if let next = post.nextAttemptAt, next > now, post.moment <= now {
            found.append(Obstacle.waitsUntil(next, post))
        }
        if post.moment <= now, let closed = ClosedHours(post, channel, at: now) { found.append(closed.reason) }
        if let host = channel.receiver,
            let resting = try tx.restingHosts().first(where: { $0.host == host }), let until = resting.openUntil,
            until > now
        {
            found.append(Obstacle.hostRests(resting, until: until, post))
        }
        if let rest = try workspace.askedRest(of: channel, in: tx) {
            found.append(Obstacle.receiverRests(until: rest.until, post))
        }
        return found
    }

    /// Nothing keeps it: how many are before it, and how fast they go.
    private func inTurn(_ channel: ResolvedChannel) throws -> Message {
        let before = try tx.waiting(on: channel.slug, dueBefore: post.dueAt)
        return Obstacle.inTurn(before: before, limits: channel.webhook?.limits ?? .standard)
    }

    /// Whoever sends holds the lock; where it can be had, nobody does.
    private var isAnybodySending: Bool { (try? DeliveryLock(workspace.folder)) == nil }
}
