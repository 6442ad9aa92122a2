public import Outreach
import Storage

/// A post as somebody read it: an approval is for exactly that, and for nothing it may have become meanwhile.
public struct SeenPost: Sendable, Hashable {
    /// The post's id or the end of it.
    public let post: String
    /// What ``PostReading/hash`` said when it was shown.
    public let hash: ContentHash

    public init(_ post: String, hash: ContentHash) {
        self.post = post
        self.hash = hash
    }
}

extension SeenPost: LosslessStringConvertible {
    /// Reads what ``description`` writes.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let hash = ContentHash(String(parts[1])) else { return nil }
        self.init(String(parts[0]), hash: hash)
    }

    public var description: String { "\(post)@\(hash)" }
}

extension Workspace {
    /// Approves posts as they were read, all of them or none.
    ///
    /// - Throws: ``PublishingError/changedSinceSeen(parts:state:)`` where one is not what its reader saw any more.
    public func approve(
        _ seen: [SeenPost], comment: String, as caller: Caller, mode: ChangeMode
    ) async throws -> [Post] {
        guard !seen.isEmpty else { throw PublishingError.nothingChosen }
        return try await change(mode) { tx in
            try approve(seen, comment: comment, as: caller, in: tx)
        }
    }

    func approve(_ seen: [SeenPost], comment: String, as caller: Caller, in tx: WriteTransaction) throws -> [Post] {
        var hashes: [Identifier<Post>: ContentHash] = [:]
        var posts: [Post] = []
        for one in seen {
            let post = try tx.requirePost(one.post, visibleTo: caller)
            guard let known = hashes.updateValue(one.hash, forKey: post.id) else {
                posts.append(post)
                continue
            }
            // One post, read twice, and it changed in between.
            guard known == one.hash else { throw PublishingError.changedMeanwhile }
        }
        return try eachOf(posts) { post in
            guard let hash = hashes[post.id] else { throw PublishingError.changedMeanwhile }
            return try approve(post, seeing: hash, comment: comment, as: caller, in: tx)
        }
    }

    /// Gives the step that is due: the approval itself, or one of those before it where the unit asks for a chain.
    private func approve(
        _ post: Post, seeing seen: ContentHash, comment: String, as caller: Caller, in tx: WriteTransaction
    ) throws -> Post {
        let channel = try channels.require(post.channel, in: tx)
        let check = try ApprovalCheck(self, in: tx)
        let current = try check.version(of: post, on: channel)
        let step = try check.signers.nextStep(of: post, hash: current.hash)
        try check.signers.require(caller, for: step, of: post, hash: current.hash)
        guard current.hash == seen else {
            let known = try tx.versions(of: post.id).first { $0.hash == seen }
            throw PublishingError.changedSinceSeen(
                parts: known?.parts(differingFrom: current) ?? [], state: post.state)
        }
        var changed = post
        changed.state = try post.state.after(.approve, mayBeOut: tx.mayBeOut(post))
        try check.requireClean(post)
        try requireOnlyOne(post, in: tx)
        let comment = try checkedNote(comment, in: tx)
        guard step == .approval else {
            try tx.put(StepSignature(step: step, hash: current.hash, by: caller.name, at: now), of: post.id)
            try tx.note(
                "posts.\(step.rawValue)", on: post, comment: comment, by: caller, at: now, detail: step.rawValue)
            return post
        }
        changed.approval = Approval(by: caller.name, at: now, hash: current.hash, rules: check.judge.version)
        changed.reason = comment.isEmpty ? nil : Message(verbatim: comment)
        try save(changed, from: post.state, comment: comment, action: "posts.approve", as: caller, in: tx)
        return changed
    }
}
