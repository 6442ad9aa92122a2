public import Outreach
import Storage

/// What a person decides about posts between draft and sending.
public enum ReviewStep: String, Sendable, Hashable, CaseIterable {
    case submit, approve, reject, cancel, retry
}

extension Workspace {
    /// Takes posts one step further, all of them or none.
    ///
    /// - Parameter comment: why; needed to reject.
    public func review(
        _ references: [String], _ step: ReviewStep, comment: String, as caller: Caller, mode: ChangeMode
    ) async throws -> [Post] {
        try await change(mode) { tx in
            try references.map { reference in
                try review(try tx.requirePost(reference, visibleTo: caller), step, comment: comment, as: caller, in: tx)
            }
        }
    }

    func review(
        _ post: Post, _ step: ReviewStep, comment: String, as caller: Caller, in tx: WriteTransaction
    ) throws -> Post {
        var changed = post
        let comment = comment.normalized.trimmed
        switch step {
        case .submit:
            try tx.authorise(caller, .edit, for: post.unit)
            let channel = try channels.require(post.channel, in: tx)
            try checkFit(post, on: channel, in: tx)
            try checkRendering(of: post, on: channel, in: tx)
            changed.state = try post.state.after(.submit)
        case .approve:
            let channel = try channels.require(post.channel, in: tx)
            let check = ApprovalCheck(tx: tx, secrets: secrets)
            try check.requireApprover(caller, of: post)
            changed.state = try post.state.after(.approve)
            changed.approval = Approval(by: caller.name, at: now, hash: check.hash(of: post, on: channel))
        case .reject:
            try tx.authorise(caller, .approve, for: post.unit)
            guard !comment.isEmpty else { throw PublishingError.reasonMissing }
            changed.state = try post.state.after(.reject)
            changed.approval = nil
        case .cancel:
            try tx.authorise(caller, .edit, for: post.unit)
            changed.state = try post.state.after(.cancel)
        case .retry:
            try tx.authorise(caller, .edit, for: post.unit)
            changed.state = try post.state.after(.retry)
            changed = try rescheduled(changed)
        }
        changed.reason = comment.isEmpty ? nil : Message(verbatim: comment)
        try save(changed, from: post.state, comment: comment, action: "posts.\(step.rawValue)", as: caller, in: tx)
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

    /// Changes a post that is not being sent; it is a draft again afterwards, to be submitted anew.
    public func editPost(
        _ reference: String, title: String?, text: String?, day: Day?, time: TimeOfDay?, as caller: Caller,
        mode: ChangeMode
    ) async throws -> Post {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            try tx.authorise(caller, .edit, for: post.unit)
            var changed = post
            changed.state = try post.state.after(.edit)
            changed.title = title?.normalized.trimmed ?? post.title
            changed.text = text?.normalized ?? post.text
            if day != nil || time != nil {
                let tolerance = post.notAfter - post.moment
                changed.moment = post.zone.instant(
                    day ?? post.zone.day(of: post.moment), time ?? post.zone.time(of: post.moment))
                changed.notAfter = changed.moment + tolerance
            }
            guard !changed.title.isEmpty, !changed.text.trimmed.isEmpty else { throw PublishingError.textMissing }
            guard changed.moment > now else { throw PublishingError.inPast(post.zone.rfc3339(changed.moment)) }
            // Another text goes out whole, whatever was out of the one before.
            if changed.text != post.text { changed.partsSent = 0 }
            changed.editors.insert(caller.name)
            changed.approval = nil
            changed.reason = nil
            try checkFit(changed, on: try channels.require(post.channel, in: tx), in: tx)
            try save(changed, from: post.state, comment: "", action: "posts.edit", as: caller, in: tx)
            return changed
        }
    }

    func save(
        _ post: Post, from state: PostState, comment: String, action: String, as caller: Caller,
        in tx: WriteTransaction
    ) throws {
        guard try tx.update(post, from: state) else { throw PublishingError.changedMeanwhile }
        if !comment.isEmpty {
            try tx.comment(Comment(at: now, author: caller.name, action: action, text: comment), on: post.id)
        }
        try tx.audit(
            at: now, actor: caller.name, action: action, subject: post.id.description,
            detail: "\(state.rawValue) → \(post.state.rawValue)" + (comment.isEmpty ? "" : ": \(comment)"))
    }
}
