import Outreach

/// What is said of a post that may be out although it was taken back.
enum PostDoubt {
    /// - Parameter reason: why it was taken back, where that was said.
    static func takenBack(_ reason: Message?) -> Message {
        let (vietnamese, english) = reason.map { ("\($0.vietnamese.closed) ", "\($0.english.closed) ") } ?? ("", "")
        return Message(
            vi: vietnamese + "Bài đã được rút lại và không tự gửi nữa, nhưng có thể đã ra kênh, cả bài hoặc một phần. "
                + "Xem trên kênh rồi ghi lại: đã đăng, hoặc chưa đăng.",
            en: english
                + "It was taken back and is not sent any more, but it may be out, wholly or in part. Look at the "
                + "channel, then write down whether it is.")
    }
}

extension String {
    /// With a full stop, unless it ends a sentence already.
    fileprivate var closed: String {
        last.map { ".!?…".contains($0) } ?? true ? self : "\(self)."
    }
}
