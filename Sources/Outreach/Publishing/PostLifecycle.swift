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

/// An event that does not fit the state the post is in; the post was left as it is.
public struct PostTransitionError: ReadableError, Hashable {
    public let state: PostState
    public let event: PostEvent
    /// Whether that the post may be out is what stands in the way.
    public let mayBeOut: Bool

    public init(state: PostState, event: PostEvent, mayBeOut: Bool = false) {
        self.state = state
        self.event = event
        self.mayBeOut = mayBeOut
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
        case (_, .edit) where mayBeOut:
            Message(
                vi: " Bài có thể đã ra kênh, cả bài hoặc một phần. Bỏ bài, xem kênh, ghi lại điều đã thấy rồi mới sửa.",
                en: " It may be out, wholly or in part. Drop it, look at the channel, write down what you saw, then "
                    + "change it.")
        case (.unknown, .cancel), (.unknown, .edit), (.unknown, .reject):
            Message(
                vi: " Xem trên kênh rồi ghi lại trước: đã đăng, hay chưa đăng (loa posts resolve).",
                en: " First look at the channel and write down whether it is out or not: loa posts resolve.")
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
