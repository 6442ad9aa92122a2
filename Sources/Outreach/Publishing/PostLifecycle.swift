/// What can happen to a post by a person's hand or the engine's.
public enum PostEvent: String, Sendable, Hashable, CaseIterable {
    case edit, submit, approve, reject, cancel, claim
    case delivered, deferred, uncertain, refused, expired
    /// A person read up what happened to an unknown post, or took over a failed or missed one.
    case resolvePosted = "resolve-posted"
    case resolveAgain = "resolve-again"
    case retry
}

/// An event that does not fit the state the post is in; the post was left as it is.
public struct PostTransitionError: ReadableError, Hashable {
    public let state: PostState
    public let event: PostEvent

    public init(state: PostState, event: PostEvent) {
        self.state = state
        self.event = event
    }

    public var message: Message {
        Message(
            vi: "Bài đăng đang ở trạng thái “\(state.rawValue)” nên không thể “\(event.rawValue)”. Bài được giữ nguyên."
                + (state == .sending ? " Đợi lần gửi này xong rồi làm lại." : ""),
            en: "The post is “\(state.rawValue)”, so it cannot “\(event.rawValue)”. It was left as it was."
                + (state == .sending ? " Wait until this attempt ends, then try again." : ""))
    }
}

extension PostState {
    /// The state after an event: the one table of the post's life.
    public func after(_ event: PostEvent) throws(PostTransitionError) -> PostState {
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
        case (.sending, .uncertain): .unknown
        case (.sending, .refused): .failed
        case (.sending, .expired), (.approved, .expired), (.retrying, .expired): .missed
        case (.unknown, .resolvePosted), (.missed, .resolvePosted), (.approved, .resolvePosted): .posted
        case (.unknown, .resolveAgain), (.failed, .retry), (.missed, .retry): .approved
        default: throw PostTransitionError(state: self, event: event)
        }
    }
}
