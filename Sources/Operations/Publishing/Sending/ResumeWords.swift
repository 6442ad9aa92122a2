public import Outreach

/// What the command and the page say of posts that may have gone out after a back-up.
extension ResumeReport {
    public var wordsToSettle: Message {
        Message(
            vi: "\(toSettle.count) bài đến giờ sau lần sao lưu, có thể đã ra kênh: để riêng, “chưa rõ”, không tự gửi. "
                + "Xem từng kênh rồi ghi lại từng bài: đã đăng, gửi lại, hay chưa đăng (loa posts resolve).",
            en:
                "\(toSettle.count) posts fell due after the back-up and may be out: set aside as “unknown”, not sent by "
                + "themselves. Look at each channel, then write down of each: posted, send again, or not out (loa posts resolve)."
        )
    }

    public var wordsRepeated: Message {
        Message(
            vi:
                "\(repeated.count) bài có thể đã ra kênh được gửi lại cùng mã, hoặc hỏi kênh trước: không đăng hai lần. "
                + "Không phải làm gì.",
            en: "\(repeated.count) posts that may be out are sent again under the same key, or their channel is asked "
                + "first: they go out once. Nothing to do.")
    }

    /// What the back-up cannot know.
    public static let lookThrough = Message(
        vi: "Bài bị bỏ, bị trả lại và lệnh dừng sau lần sao lưu không còn: xem lại các bài đã duyệt đang chờ.",
        en: "Posts dropped or rejected and holds set after the back-up are as they were before: look through what is "
            + "approved and waits.")
}
