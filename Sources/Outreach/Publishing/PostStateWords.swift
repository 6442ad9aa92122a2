/// The word on screen for each state of a post.
extension PostState {
    public var words: Message {
        switch self {
        case .draft: Message(vi: "nháp", en: "draft")
        case .inReview: Message(vi: "chờ duyệt", en: "in review")
        case .approved: Message(vi: "đã duyệt", en: "approved")
        case .sending: Message(vi: "đang gửi", en: "sending")
        case .posted: Message(vi: "đã đăng", en: "posted")
        case .retrying: Message(vi: "sẽ gửi lại", en: "retrying")
        case .unknown: Message(vi: "chưa rõ", en: "unknown")
        case .failed: Message(vi: "không gửi được", en: "failed")
        case .missed: Message(vi: "lỡ giờ", en: "missed")
        case .cancelled: Message(vi: "đã bỏ", en: "cancelled")
        }
    }
}
