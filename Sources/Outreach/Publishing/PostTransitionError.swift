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
        let (deed, hint) = (event.deed, hint)
        return Message(
            vi:
                "Bài đang ở trạng thái “\(state.words.vietnamese)” nên không \(deed.vietnamese) được. Bài được giữ nguyên. "
                + hint.vietnamese,
            en: "The post is “\(state.words.english)”, so it cannot be \(deed.english). It was left as it was. "
                + hint.english)
    }

    /// The step that leads on from here.
    private var hint: Message {
        switch (state, event) {
        case (_, .edit) where mayBeOut:
            Message(
                vi: "Bài có thể đã ra kênh, cả bài hoặc một phần. Bỏ bài, xem kênh, ghi lại điều đã thấy rồi mới sửa.",
                en: "It may be out, wholly or in part. Drop it, look at the channel, write down what you saw, then "
                    + "change it.")
        case (.draft, .approve):
            Message(vi: "Gửi duyệt trước: loa posts submit.", en: "Submit it first: loa posts submit.")
        case (.retrying, .edit):
            Message(
                vi:
                    "Loa đang tự gửi lại bài này. Muốn sửa, nhờ người duyệt trả lại (bài thành nháp) rồi sửa; không cần "
                    + "nữa thì bỏ bài.",
                en:
                    "Loa is trying it again by itself. To change it, have an approver send it back (it becomes a draft), "
                    + "then edit; if it is not needed any more, drop it.")
        case (.posted, .resolvePosted):
            Message(vi: "Muốn ghi thêm số liệu, dùng loa reach log.", en: "To add a figure, use loa reach log.")
        default: state.wayOn
        }
    }
}

extension PostEvent {
    /// What cannot be done, in words that follow "cannot be".
    fileprivate var deed: Message {
        switch self {
        case .edit: Message(vi: "sửa", en: "changed")
        case .submit: Message(vi: "gửi duyệt", en: "submitted")
        case .approve: Message(vi: "duyệt", en: "approved")
        case .reject: Message(vi: "trả lại", en: "sent back")
        case .cancel: Message(vi: "bỏ", en: "dropped")
        case .retry, .resolveAgain: Message(vi: "cho gửi lại", en: "sent again")
        case .resolvePosted: Message(vi: "ghi là đã đăng", en: "written down as posted")
        case .resolveNotOut: Message(vi: "ghi là chưa đăng", en: "written down as not out")
        case .claim, .putBack: Message(vi: "lấy ra để gửi", en: "taken for sending")
        case .delivered, .deferred, .uncertain, .refused, .expired:
            Message(vi: "ghi kết quả gửi", en: "given an outcome")
        }
    }
}

extension PostState {
    /// What a person may do with a post in this state, where something else was asked for.
    fileprivate var wayOn: Message {
        switch self {
        case .draft:
            Message(
                vi: "Bài còn là bản nháp, chưa đi đâu: sửa xong thì gửi duyệt, không cần nữa thì bỏ.",
                en: "It is a draft and went nowhere: finish and submit it, or drop it.")
        case .inReview:
            Message(
                vi: "Bài đang chờ người có quyền đọc và duyệt. Muốn đổi thì sửa bài, không cần nữa thì bỏ.",
                en: "It waits for someone with the right to read and approve it. To change it, edit it; to be rid of "
                    + "it, drop it.")
        case .approved:
            Message(
                vi:
                    "Bài đã được duyệt và chờ đến giờ. Muốn đổi thì sửa (phải duyệt lại), muốn dừng thì tạm dừng hoặc bỏ.",
                en: "It is approved and waits for its moment. To change it, edit it (it has to be approved anew); to "
                    + "stop it, hold or drop it.")
        case .sending:
            Message(vi: "Đợi lần gửi này xong rồi làm lại.", en: "Wait until this attempt ends, then try again.")
        case .posted:
            Message(
                vi: "Bài đã lên kênh: muốn sửa hay gỡ thì làm ngay trên kênh; muốn nói lại thì soạn bài mới.",
                en: "It is out: change it or take it down on the channel itself; to say it again, write a new post.")
        case .retrying:
            Message(
                vi: "Loa tự gửi lại bài này cho đến hạn chót. Muốn dừng thì tạm dừng hoặc bỏ bài.",
                en: "Loa tries it again by itself until its last moment. To stop it, hold or drop it.")
        case .unknown:
            Message(
                vi: "Xem trên kênh rồi ghi lại trước: đã đăng, hay chưa đăng (loa posts resolve).",
                en: "First look at the channel and write down whether it is out or not: loa posts resolve.")
        case .failed:
            Message(
                vi: "Đọc lý do, rồi sửa bài, cho gửi lại, hoặc bỏ.",
                en: "Read the reason, then change it, send it again, or drop it.")
        case .missed:
            Message(
                vi: "Cho gửi lại (phải duyệt lại), sửa sang giờ khác, ghi là đã đăng, hoặc bỏ.",
                en: "Send it again (it has to be approved anew), edit it to another time, write it down as posted, or "
                    + "drop it.")
        case .cancelled:
            Message(
                vi: "Bài đã bỏ thì không dùng lại: soạn bài mới với nội dung này.",
                en: "What was dropped stays dropped: write a new post with its text.")
        }
    }
}
