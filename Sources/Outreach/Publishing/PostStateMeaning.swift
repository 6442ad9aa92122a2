/// What a state means for a person, and what comes next.
extension PostState {
    public var meaning: Message {
        switch self {
        case .draft:
            Message(
                vi: "Bản nháp: chưa gửi duyệt, không tự đi.", en: "A draft: not submitted, it goes nowhere by itself.")
        case .inReview:
            Message(vi: "Đang chờ một người khác đọc và duyệt.", en: "Waiting for someone else to read and approve it.")
        case .approved: Message(vi: "Đã duyệt, sẽ đi đúng giờ.", en: "Approved; it goes out on time.")
        case .sending: Message(vi: "Đang được gửi ngay lúc này.", en: "Being sent at this moment.")
        case .posted: Message(vi: "Đã lên kênh.", en: "It is out.")
        case .retrying:
            Message(
                vi: "Lần gửi trước chưa được; Loa sẽ tự gửi lại.",
                en: "The last attempt failed; Loa tries again by itself.")
        case .unknown:
            Message(
                vi: "Không rõ bài đã lên kênh hay chưa. Loa không tự gửi lại để khỏi đăng hai lần.",
                en: "It is not known whether it is out. Loa does not send again by itself, lest it goes out twice.")
        case .failed: Message(vi: "Kênh từ chối; bài chưa lên.", en: "The channel refused it; it is not out.")
        case .missed:
            Message(vi: "Đã qua hạn chót nên không gửi nữa.", en: "Its last moment passed, so it was not sent.")
        case .cancelled: Message(vi: "Đã bỏ, không gửi.", en: "Dropped; it will not be sent.")
        }
    }

    /// The next step, in the words of whoever takes it.
    ///
    /// - Parameter isByHand: whether a person puts it up and no program.
    public func nextStep(isByHand: Bool) -> Message? {
        switch self {
        case .draft: Message(vi: "Xem lại rồi gửi duyệt.", en: "Look it over, then submit it.")
        case .inReview:
            Message(
                vi: "Người có quyền duyệt ở đơn vị mở mục Duyệt.",
                en: "Someone with the right to approve for this unit opens Approvals.")
        case .approved:
            isByHand
                ? Message(
                    vi: "Đến giờ, mở bộ nội dung, đăng bằng tay rồi ghi lại kết quả.",
                    en: "When the time comes, open the kit, post it by hand and write down the result.")
                : Message(
                    vi: "Không cần làm gì. Muốn dừng thì bấm “Dừng gửi”.", en: "Nothing to do. To stop it, hold it.")
        case .sending: Message(vi: "Chờ một lát rồi tải lại trang.", en: "Wait a moment and load the page again.")
        case .retrying: Message(vi: "Không cần làm gì cho đến hạn chót.", en: "Nothing to do until its last moment.")
        case .unknown:
            Message(
                vi: "Mở kênh xem bài có ở đó không, rồi ghi lại điều đã thấy.",
                en: "Look at the channel whether it is there, then write down what you saw.")
        case .failed:
            Message(
                vi: "Đọc lý do, sửa bài hoặc kênh, rồi gửi lại; hoặc bỏ bài.",
                en: "Read the reason, mend the post or the channel, then send it again; or drop it.")
        case .missed:
            Message(
                vi: "Chọn gửi lại (sẽ phải duyệt lại), ghi là đã đăng, hoặc bỏ.",
                en: "Send it again (it has to be approved anew), write it down as posted, or drop it.")
        case .posted, .cancelled: nil
        }
    }
}
