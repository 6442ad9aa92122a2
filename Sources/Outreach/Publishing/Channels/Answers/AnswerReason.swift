/// The sentences that go with a verdict. They quote statuses, numbers and truth values of an answer and no texts, which
/// could repeat a secret; the log keeps the answer itself, redacted.
enum AnswerReason {
    static func status(_ status: Int) -> Message {
        Message(
            vi: "Máy nhận trả lời \(status). Xem câu trả lời trong nhật ký gửi.",
            en: "The receiver answered \(status). See the answer in the log of attempts.")
    }

    static func redirect(_ status: Int) -> Message {
        Message(
            vi: "Máy nhận chuyển hướng (\(status)); Loa không bao giờ đi theo. Sửa địa chỉ của kênh.",
            en: "The receiver redirected (\(status)); Loa never follows. Correct the channel's address.")
    }

    static func disabling(_ status: Int) -> Message {
        Message(
            vi: "Máy nhận trả lời \(status) rằng kênh không còn dùng được. Kênh đã dừng, các bài chờ được giữ lại. "
                + "Kiểm tra quyền và mã truy cập, rồi bật lại kênh.",
            en: "The receiver answered \(status), that this channel can no longer be used. The channel is stopped and "
                + "its queue kept. Check permissions and tokens, then enable it again.")
    }

    static func renewalRefused(_ status: Int) -> Message {
        Message(
            vi: "Máy nhận không cấp mã truy cập mới (\(status)). Kênh đã dừng, các bài chờ được giữ lại. "
                + "Cấp quyền lại cho Loa, cất mã làm mới mới vào mục bí mật, rồi bật lại kênh.",
            en: "The receiver gives no new access token (\(status)). The channel is stopped and its queue kept. "
                + "Authorise Loa again, store the new refresh token among the secrets, then enable the channel.")
    }

    static func tokenRefused(_ status: Int) -> Message {
        Message(
            vi:
                "Máy nhận không chấp nhận mã truy cập (\(status)), kể cả mã vừa làm mới. Kênh đã dừng, các bài chờ được "
                + "giữ lại. Cấp quyền lại cho Loa, rồi bật lại kênh.",
            en:
                "The receiver refuses the access token (\(status)), the renewed one too. The channel is stopped and its "
                + "queue kept. Authorise Loa again, then enable the channel.")
    }

    static func notNow(_ status: Int, wait: Duration?) -> Message {
        let seconds = wait.map { Int(($0.milliseconds + 999) / 1000) }
        return Message(
            vi: "Máy nhận trả lời \(status): chưa nhận lúc này" + (seconds.map { ", hẹn sau \($0) giây." } ?? ".")
                + " Loa sẽ tự gửi lại.",
            en: "The receiver answered \(status): not now" + (seconds.map { ", asks for \($0) seconds." } ?? ".")
                + " Loa tries again by itself.")
    }

    static func different(_ pointer: JSONPointer, _ found: JSONValue) -> Message {
        let seen =
            switch found {
            case .number, .bool, .null: found.description
            case .string, .array, .object: "…"
            }
        return Message(
            vi: "Máy nhận báo lỗi trong câu trả lời (\(pointer) là \(seen)). Xem câu trả lời trong nhật ký gửi.",
            en: "The receiver reported a failure in its answer (\(pointer) is \(seen)). See the log of attempts.")
    }

    static func absent(_ pointer: JSONPointer) -> Message {
        Message(
            vi:
                "Câu trả lời không có \(pointer), nên không biết bài đã đăng chưa. Nếu Loa không tự gửi lại, xem trên kênh rồi chọn.",
            en: "The answer has no \(pointer), so it is not known whether the post is out. "
                + "If it is not tried again by itself, look at the channel and decide.")
    }

    static let notJSON = Message(
        vi: "Máy nhận trả lời không phải JSON (có thể là trang đăng nhập), nên không biết bài đã đăng chưa. "
            + "Nếu Loa không tự gửi lại, xem trên kênh rồi chọn.",
        en: "The answer is not JSON (perhaps a log-in page), so it is not known whether the post is out. "
            + "If it is not tried again by itself, look at the channel and decide.")
}
