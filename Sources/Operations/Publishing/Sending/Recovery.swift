import Delivery
import Outreach
import Storage

/// Settles posts that nobody is sending any more, by each channel's promise.
struct Recovery {
    private let workspace: Workspace
    private let tx: WriteTransaction

    init(_ workspace: Workspace, in tx: WriteTransaction) {
        self.workspace = workspace
        self.tx = tx
    }

    /// Everything that is being sent, at the start of an engine: whoever sent it is dead. Returns how many posts.
    func settleAll() throws -> Int {
        let abandoned = try tx.postsInSending()
        for post in abandoned { try settle(post) }
        return abandoned.count
    }

    /// What a claim held whose time is over, except for posts that are still on their way.
    func settleExpired(at now: Instant, except underWay: Set<Identifier<Post>>) throws {
        for post in try tx.postsInSending(leasedUntil: now) where !underWay.contains(post.id) {
            try settle(post)
        }
    }

    /// Under a key it is sent again, under a probe asked about first, and without a promise a person looks.
    private func settle(_ post: Post) throws {
        let now = workspace.now
        try tx.interruptAttempt(of: post.id, at: now)
        let webhook = try workspace.channels.channels(in: tx)[post.channel]?.webhook
        switch webhook?.idempotency ?? .none {
        case .key: try tx.settle(post, after: .deferred, Recovery.interrupted, at: now)
        case .probe:
            let next = now + (webhook?.probe?.after ?? .zero)
            try tx.settle(post, after: .deferred, Recovery.interrupted, next: next, at: now)
        case .none: try tx.settle(post, after: .uncertain, Recovery.interrupted, at: now)
        }
    }

    private static let interrupted = Message(
        vi: "Tiến trình gửi dừng giữa chừng: bài có thể đã hoặc chưa ra kênh. Xem trên kênh rồi ghi lại điều đã thấy.",
        en: "The sending process stopped midway: the post may or may not be out. Look at the channel, then "
            + "write down what you saw.")
}
