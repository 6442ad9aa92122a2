/// What can happen to a post by a person's hand or the engine's.
public enum PostEvent: String, Sendable, Hashable, CaseIterable {
    case edit, submit, approve, reject, cancel, claim
    case delivered, deferred, uncertain, refused, expired
    /// Nothing left: it waits as before.
    case putBack = "put-back"
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

    public var kind: FailureKind { .refused }

    public var message: Message {
        Message(
            vi:
                "Bài đăng đang ở trạng thái “\(state.words.vietnamese)” nên không thể “\(event.rawValue)”. Bài được giữ nguyên."
                + hint.vietnamese,
            en: "The post is “\(state.words.english)”, so it cannot “\(event.rawValue)”. It was left as it was."
                + hint.english)
    }

    /// The step that leads on from here.
    private var hint: Message {
        switch (state, event) {
        case (.sending, _):
            Message(
                vi: " Đợi lần gửi này xong rồi làm lại.", en: " Wait until this attempt ends, then try again.")
        case (.draft, .approve):
            Message(vi: " Gửi duyệt trước: loa posts submit.", en: " Submit it first: loa posts submit.")
        case (.posted, .resolvePosted):
            Message(
                vi: " Muốn ghi thêm số liệu, dùng loa reach log.", en: " To add a figure, use loa reach log.")
        default: Message(vi: "", en: "")
        }
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
            (.failed, .cancel), (.missed, .cancel), (.unknown, .cancel):
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
        default: throw PostTransitionError(state: self, event: event)
        }
    }
}
