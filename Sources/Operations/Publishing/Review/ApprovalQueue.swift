public import Outreach
import Storage

/// What waits to be approved: first what its reader can decide, then what they cannot, with the reason.
public struct ApprovalQueue: Sendable {
    public let mine: [WaitingPost]
    public let others: [(post: WaitingPost, obstacle: Message)]
    /// Whether more wait than are listed here; the earliest are.
    public let isCut: Bool
}

extension Workspace {
    /// As many as a reader can take in; more are told of, not listed.
    public static let longestApprovalQueue = 5000

    /// The posts in review of the caller's units, the earliest moment first.
    public func approvalQueue(as caller: Caller) async throws -> ApprovalQueue {
        try await database.read { tx in
            try tx.authorise(caller, .approve)
            let tree = try tx.unitTree()
            let names = try tx.names(of: caller)
            let waiting = try tx.postsInReview(limit: Workspace.longestApprovalQueue + 1)
            var doors: [Slug: UnitDoor] = [:]
            var mine: [WaitingPost] = []
            var others: [(WaitingPost, Message)] = []
            for post in waiting.prefix(Workspace.longestApprovalQueue) {
                let door = try doors[post.unit] ?? door(to: post.unit, for: caller, tree, in: tx)
                doors[post.unit] = door
                guard door.isSeen else { continue }
                let isOwn = names.contains(where: post.isWork)
                if let obstacle = isOwn ? PublishingError.ownWork(user: caller.name).message : door.obstacle {
                    others.append((post, obstacle))
                } else {
                    mine.append(post)
                }
            }
            return ApprovalQueue(
                mine: mine, others: others, isCut: waiting.count > Workspace.longestApprovalQueue)
        }
    }

    /// Several posts to be read one after the other; what is not the caller's to see is left out.
    public func readPosts(_ ids: [Identifier<Post>], as caller: Caller) async throws -> [PostReading] {
        try await database.read { tx in
            let tree = try tx.unitTree()
            return try ids.compactMap { try tx.post($0) }
                .filter { try tx.may(caller, .view, for: $0.unit, in: tree) }
                .map { try reading(of: $0, as: caller, in: tx) }
        }
    }

    /// What the caller may do with a unit's posts; asked once a unit, not once a post.
    private typealias UnitDoor = (isSeen: Bool, obstacle: Message?)

    private func door(
        to unit: Slug, for caller: Caller, _ tree: UnitTree, in tx: ReadTransaction
    ) throws -> UnitDoor {
        guard try tx.may(caller, .view, for: unit, in: tree) else { return (false, nil) }
        do {
            try tx.authorise(caller, .approve, for: unit)
            return (true, nil)
        } catch let error as any ReadableError {
            return (true, error.message)
        }
    }
}
