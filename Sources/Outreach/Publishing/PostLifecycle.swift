/// What can happen to a post by a person's hand or the engine's.
public enum PostEvent: String, Sendable, Hashable, CaseIterable {
    case edit, submit, approve, reject, cancel, claim
    case delivered, deferred, uncertain, refused, expired
    /// Nothing left: it waits as before.
    case putBack = "put-back"
    /// A person read up what happened to an unknown post, or took over a failed or missed one.
    case resolvePosted = "resolve-posted"
    case resolveAgain = "resolve-again"
    /// A person looked, and nothing of it is out: it is theirs to change or to drop.
    case resolveNotOut = "resolve-not-out"
    case retry
}

extension PostState {
    /// The state after an event: the one table of the post's life.
    ///
    /// - Parameter mayBeOut: whether it may be out, wholly or in part, and nobody has looked since. Then whatever would
    ///   take it back as if nothing had left makes it `unknown`, and its words are not changed before a person settled it.
    public func after(_ event: PostEvent, mayBeOut: Bool) throws(PostTransitionError) -> PostState {
        let next = try self.next(after: event)
        guard mayBeOut else { return next }
        switch event {
        case .reject, .cancel, .refused, .expired: return .unknown
        case .edit: throw PostTransitionError(state: self, event: event, mayBeOut: true)
        default: return next
        }
    }

    private func next(after event: PostEvent) throws(PostTransitionError) -> PostState {
        switch (self, event) {
        case (.draft, .edit), (.inReview, .edit), (.approved, .edit), (.failed, .edit), (.missed, .edit): .draft
        case (.draft, .submit): .inReview
        case (.inReview, .approve): .approved
        case (.inReview, .reject), (.approved, .reject), (.retrying, .reject): .draft
        case (.draft, .cancel), (.inReview, .cancel), (.approved, .cancel), (.retrying, .cancel),
            (.failed, .cancel), (.missed, .cancel):
            .cancelled
        case (.approved, .claim), (.retrying, .claim): .sending
        case (.sending, .delivered): .posted
        case (.sending, .deferred): .retrying
        case (.sending, .putBack): .approved
        case (.sending, .uncertain), (.approved, .uncertain), (.retrying, .uncertain): .unknown
        case (.sending, .refused): .failed
        case (.sending, .expired), (.approved, .expired), (.retrying, .expired): .missed
        case (.unknown, .resolvePosted), (.missed, .resolvePosted), (.approved, .resolvePosted): .posted
        case (.unknown, .resolveAgain), (.failed, .retry), (.missed, .retry): .approved
        case (.unknown, .resolveNotOut): .draft
        default: throw PostTransitionError(state: self, event: event)
        }
    }
}
