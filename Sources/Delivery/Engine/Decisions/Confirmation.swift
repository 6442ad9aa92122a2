import Outreach

/// How patiently a network is asked whether a post that it took in has appeared.
enum Confirmation {
    private static let pauses: [Duration] = [.seconds(5), .seconds(10), .seconds(20), .seconds(40), .seconds(60)]

    /// How long to wait before asking once more; nil where it was asked often enough, or wants to be left alone for
    /// longer than one attempt may take.
    static func pause(after asked: Int, asked wait: Duration?) -> Duration? {
        guard asked < pauses.count, wait ?? .zero <= .seconds(60) else { return nil }
        return max(pauses[asked], wait ?? .zero)
    }

    /// Nobody could ask to the end.
    static let open = Message(
        vi: "Mạng đã nhận bài nhưng chưa xác nhận bài đã hiện ra. Loa không gửi lại: xem trên kênh, rồi chọn đã đăng "
            + "hay gửi lại.",
        en: "The network took the post in and has not confirmed yet that it is out. Loa does not send it again: look "
            + "at the channel, then say posted or send again.")

    static func refused(_ reason: Message) -> Message {
        Message(
            vi: "Mạng đã nhận bài nhưng không xác nhận là bài đã hiện ra. Loa không gửi lại: xem trên kênh, rồi chọn "
                + "đã đăng hay gửi lại. \(reason.vietnamese)",
            en: "The network took the post in but does not confirm that it is out. Loa does not send it again: look "
                + "at the channel, then say posted or send again. \(reason.english)")
    }
}
