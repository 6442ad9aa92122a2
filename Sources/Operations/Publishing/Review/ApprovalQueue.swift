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
            let signers = try SignerCheck(tx)
            try tx.authoriseSigning(caller, hasChain: signers.hasChain)
            return try approvalQueue(of: signers, as: caller, in: tx)
        }
    }

    func approvalQueue(
        of signers: SignerCheck, as caller: Caller, in tx: ReadTransaction
    ) throws -> ApprovalQueue {
        let names = try tx.names(of: caller)
        let waiting = try tx.postsInReview(limit: Workspace.longestApprovalQueue + 1)
        var doors: [UnitStep: UnitDoor] = [:]
        var mine: [WaitingPost] = []
        var others: [(WaitingPost, Message)] = []
        for post in waiting.prefix(Workspace.longestApprovalQueue) {
            let mode = signers.mode(of: post.unit)
            let given = mode == .chain ? try tx.signatures(of: post.id) : []
            let step = mode.steps.first { step in !given.contains { $0.step == step } } ?? .approval
            let place = UnitStep(unit: post.unit, step: step)
            let door = try doors[place] ?? door(to: place, for: caller, in: tx)
            doors[place] = door
            guard door.isSeen else { continue }
            var obstacle = door.obstacle
            if mode != .single, names.contains(where: post.isWork) {
                obstacle = PublishingError.ownWork(user: caller.name).message
            } else if given.contains(where: { names.contains($0.by) }) {
                obstacle = PublishingError.gaveStep(user: caller.name).message
            }
            if let obstacle { others.append((post, obstacle)) } else { mine.append(post) }
        }
        return ApprovalQueue(mine: mine, others: others, isCut: waiting.count > Workspace.longestApprovalQueue)
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

    /// What the caller may do with a unit's posts that wait for a step; asked once, not once a post.
    private typealias UnitDoor = (isSeen: Bool, obstacle: Message?)

    private struct UnitStep: Hashable {
        let unit: Slug
        let step: ApprovalStep
    }

    private func door(to place: UnitStep, for caller: Caller, in tx: ReadTransaction) throws -> UnitDoor {
        guard try tx.may(caller, .view, for: place.unit, in: tx.unitTree()) else { return (false, nil) }
        do {
            try tx.authorise(caller, place.step.permission, for: place.unit)
            return (true, nil)
        } catch let error as any ReadableError {
            return (true, error.message)
        }
    }
}

extension ReadTransaction {
    /// Checks that the caller gives some step of approval somewhere: editors do only where a unit asks for a chain.
    fileprivate func authoriseSigning(_ caller: Caller, hasChain: Bool) throws {
        for permission in [Permission.check] + (hasChain ? [.edit] : []) {
            do {
                return try authorise(caller, permission)
            } catch is OrganisationError {
                continue
            }
        }
        try authorise(caller, .approve)
    }
}
