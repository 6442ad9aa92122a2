public import Outreach
import Storage

/// What a person decides about posts between draft and sending; approving names what was read, see ``SeenPost``.
public enum ReviewStep: String, Sendable, Hashable, CaseIterable {
    case submit, reject, cancel, retry
}

extension Workspace {
    /// Takes posts one step further, all of them or none.
    ///
    /// - Parameter comment: why; needed to reject.
    public func review(
        _ references: [String], _ step: ReviewStep, comment: String, as caller: Caller, mode: ChangeMode
    ) async throws -> [Post] {
        try await change(mode) { tx in
            try eachOf(references.map { try tx.requirePost($0, visibleTo: caller) }) { post in
                try review(post, step, comment: comment, as: caller, in: tx)
            }
        }
    }

    /// Does it for every post; where one of several is refused, the refusal says which.
    func eachOf(_ posts: [Post], _ change: (Post) throws -> Post) throws -> [Post] {
        try posts.map { post in
            do {
                return try change(post)
            } catch let error as any ReadableError where posts.count > 1 {
                throw PostRefusal(post: post, error)
            }
        }
    }

    func review(
        _ post: Post, _ step: ReviewStep, comment: String, as caller: Caller, in tx: WriteTransaction
    ) throws -> Post {
        var changed = post
        let comment = try checkedNote(comment, in: tx)
        let mayBeOut = try tx.mayBeOut(post)
        switch step {
        case .submit:
            try tx.authorise(caller, .edit, for: post.unit)
            if secrets.isAnywhere(in: [post.title, post.text, post.link ?? ""].joined(separator: "\n")) {
                throw NoteError.postHoldsSecret
            }
            let channel = try channels.require(post.channel, in: tx)
            try checkFit(post, on: channel, in: tx)
            try checkRendering(of: post, on: channel, in: tx)
            changed.state = try post.state.after(.submit, mayBeOut: mayBeOut)
            try ApprovalCheck(self, in: tx).requireClean(post)
        case .reject:
            try authoriseRejection(of: post, as: caller, in: tx)
            guard !comment.isEmpty else { throw PublishingError.reasonMissing }
            changed = try takenBack(post, .reject, mayBeOut: mayBeOut)
        case .cancel:
            try tx.authorise(caller, .edit, for: post.unit)
            changed = try takenBack(post, .cancel, mayBeOut: mayBeOut)
        case .retry:
            try tx.authorise(caller, .edit, for: post.unit)
            changed.state = try post.state.after(.retry, mayBeOut: mayBeOut)
            changed = try rescheduled(changed)
        }
        let said = comment.isEmpty ? nil : Message(verbatim: comment)
        changed.reason = changed.state == .unknown ? PostDoubt.takenBack(said) : said
        try save(changed, from: post.state, comment: comment, action: "posts.\(step.rawValue)", as: caller, in: tx)
        return changed
    }

    /// The post after a step that keeps it from going out. It does not go out by the approval it had, even where it may
    /// be out already and is left for a person to settle.
    func takenBack(
        _ post: Post, _ event: PostEvent, mayBeOut: Bool
    ) throws(PostTransitionError) -> Post {
        var changed = post
        changed.state = try post.state.after(event, mayBeOut: mayBeOut)
        changed.nextAttemptAt = nil
        if event == .reject || changed.state == .unknown { changed.approval = nil }
        return changed
    }

    /// A post that failed or was missed is tried at once and has its whole tolerance again; because its moment is
    /// part of what was approved, the approval has to be given anew unless the moment stays.
    func rescheduled(_ post: Post) throws -> Post {
        var post = post
        post.nextAttemptAt = nil
        guard post.notAfter < now else { return post }
        let tolerance = post.notAfter - post.moment
        post.moment = now
        post.notAfter = now + tolerance
        post.state = .inReview
        post.approval = nil
        return post
    }

    func save(
        _ post: Post, from state: PostState, comment: String, action: String, as caller: Caller,
        in tx: WriteTransaction
    ) throws {
        guard try tx.update(post, from: state) else { throw PublishingError.changedMeanwhile }
        if post.state == .draft || post.state == .unknown && post.approval == nil {
            try tx.removeSignatures(of: post.id)
        }
        try keepVersion(of: post, as: caller, in: tx)
        try tx.note(
            action, on: post, comment: comment, by: caller, at: now,
            detail: "\(state.rawValue) → \(post.state.rawValue)")
    }

    /// Whoever may give a step of approval may send back.
    private func authoriseRejection(of post: Post, as caller: Caller, in tx: ReadTransaction) throws {
        if try tx.may(caller, .check, for: post.unit, in: tx.unitTree()) { return }
        try tx.authorise(caller, .approve, for: post.unit)
    }

    /// What was submitted or approved is kept, so that the next reader sees what changed since.
    private func keepVersion(of post: Post, as caller: Caller, in tx: WriteTransaction) throws {
        guard post.state == .inReview || post.approval?.at == now,
            let channel = try channels.channels(in: tx)[post.channel]
        else { return }
        let signature = PostVersion.Signature(by: caller.name, at: now)
        let version = try ApprovalCheck(self, in: tx).version(
            of: post, on: channel, submitted: post.state == .inReview ? signature : nil,
            approved: post.state == .inReview ? nil : signature)
        try tx.put(version, of: post.id)
    }
}

extension WriteTransaction {
    /// Writes a step down in the post's history and in the audit log. A step without a word is kept too: a reader sees
    /// who had a hand in it, and when.
    func note(
        _ action: String, on post: Post, comment: String, by caller: Caller, at now: Instant, detail: String
    ) throws {
        try self.comment(Comment(at: now, author: caller.name, action: action, text: comment), on: post.id)
        try audit(
            at: now, actor: caller.name, action: action, subject: post.id.description,
            detail: detail + (comment.isEmpty ? "" : ": \(comment)"))
    }
}
