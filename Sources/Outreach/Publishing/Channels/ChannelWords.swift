/// The words on screen for what a channel promises, limits and asks for.
extension IdempotencyPromise {
    public var words: Message {
        switch self {
        case .key:
            Message(
                vi:
                    "Bên nhận nhận ra mã của từng bài: nếu mất kết nối giữa chừng, Loa gửi lại cùng mã và bài chỉ hiện một lần.",
                en:
                    "The receiver recognises each post’s key: after a lost connection Loa sends again with the same key, "
                    + "and the post appears once.")
        case .probe:
            Message(
                vi:
                    "Loa hỏi được bên nhận: nếu không rõ bài đã lên hay chưa, Loa tìm dấu của bài trước, rồi mới gửi hoặc ghi là đã đăng.",
                en:
                    "The receiver can be asked: where it is not known whether a post is out, Loa looks for its marker first, "
                    + "then sends it or notes it as posted.")
        case .none:
            Message(
                vi:
                    "Bên nhận không hứa gì: nếu không rõ bài đã lên hay chưa, Loa không tự gửi lại mà để người xem rồi quyết.",
                en:
                    "The receiver promises nothing: where it is not known whether a post is out, Loa never sends again by "
                    + "itself; a person looks and decides.")
        }
    }
}

extension ByHandDelivery.Record {
    public var words: Message {
        switch self {
        case .link: Message(vi: "đường dẫn của bài đã đăng", en: "the link to what was put up")
        case .playLog: Message(vi: "số lần phát", en: "how often it was played")
        case .quantity: Message(vi: "số bản đã treo hoặc phát", en: "how many pieces were put up or handed out")
        }
    }

    /// The figure that is written down, where it is one.
    public var metric: Metric? {
        switch self {
        case .link: nil
        case .playLog: .plays
        case .quantity: .prints
        }
    }
}

extension TextLimit.Overflow {
    public var words: Message {
        switch self {
        case .refuse: Message(vi: "dài hơn thì phải rút gọn", en: "a longer text has to be shortened")
        case .split: Message(vi: "dài hơn thì chia thành nhiều tin", en: "a longer text becomes several messages")
        }
    }
}

extension RequestRate {
    public var words: Message {
        let unit: Message =
            switch per {
            case .seconds(1): Message(vi: "giây", en: "second")
            case .seconds(60): Message(vi: "phút", en: "minute")
            case .seconds(3600): Message(vi: "giờ", en: "hour")
            case .seconds(86_400): Message(vi: "ngày", en: "day")
            default: Message(vi: "\(per)", en: "\(per)")
            }
        return Message(
            vi: "\(count) yêu cầu mỗi \(unit.vietnamese)", en: "\(count) requests a \(unit.english)")
    }
}

extension PostingDays {
    /// `Thứ hai – Thứ sáu`, `mọi ngày`; runs of three days or more as a span.
    public var words: Message {
        if isoWeekdays.count == 7 { return Message(vi: "mọi ngày", en: "every day") }
        return Message(
            vi: runs(named: ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]),
            en: runs(named: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
    }

    private func runs(named names: [String]) -> String {
        var runs: [ClosedRange<Int>] = []
        for day in isoWeekdays.sorted() {
            if let last = runs.last, last.upperBound == day - 1 {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs.flatMap { run in
            run.count > 2
                ? ["\(names[run.lowerBound - 1]) – \(names[run.upperBound - 1])"] : run.map { names[$0 - 1] }
        }.joined(separator: ", ")
    }
}

extension Duration {
    /// `90 phút`, `12 giờ`: whole hours where it is that, else minutes.
    public var words: Message {
        let minutes = Int(components.seconds / 60)
        if minutes >= 60, minutes % 60 == 0 {
            return Message(vi: "\(minutes / 60) giờ", en: minutes == 60 ? "1 hour" : "\(minutes / 60) hours")
        }
        return Message(vi: "\(minutes) phút", en: minutes == 1 ? "1 minute" : "\(minutes) minutes")
    }
}
