/// Why something cannot take place when it was wanted, as the end of a sentence that begins with "because".
extension PlanningPlace {
    func reason(_ obstacle: Obstacle, on day: Day, at time: TimeOfDay) -> Message {
        switch self {
        case .channel(let channel, _): channel.reason(obstacle, on: day, at: time)
        case .unit: sessionReason(obstacle, at: time)
        }
    }

    private func sessionReason(_ obstacle: Obstacle, at time: TimeOfDay) -> Message {
        switch obstacle {
        case .closedTime:
            Message(
                vi: "\(time) quá sớm hoặc quá muộn cho một buổi tuyên truyền",
                en: "\(time) is too early or too late for a session")
        case .closedDay: Message(vi: "trường không học ngày Chủ nhật", en: "schools give no lessons on Sundays")
        case .neighbour:
            Message(
                vi: "đơn vị đã có buổi khác cách chưa đến \(SessionHours.minutesApart) phút",
                en: "the unit has another session less than \(SessionHours.minutesApart) minutes away")
        case .dailyLimit, .crowdedDay:
            Message(vi: "ngày đó đơn vị không còn giờ trống", en: "the unit has no free time left that day")
        }
    }
}

extension PlanningChannel {
    fileprivate func reason(_ obstacle: Obstacle, on day: Day, at time: TimeOfDay) -> Message {
        switch obstacle {
        case .closedTime where isQuiet(time):
            Message(
                vi: "\(time) nằm trong giờ yên lặng của kênh", en: "\(time) lies in the quiet hours of the channel")
        case .closedTime:
            Message(
                vi: "\(time) nằm ngoài khung giờ đăng của kênh",
                en: "\(time) lies outside the posting windows of the channel")
        case .closedDay:
            Message(
                vi: "kênh không đăng vào \(day.weekday(.vietnamese))",
                en: "the channel does not post on a \(day.weekday(.english))")
        case .neighbour:
            Message(
                vi: "kênh đã có bài khác cách chưa đến \(minutesApart) phút",
                en: "another post of the channel is less than \(minutesApart) minutes away")
        case .dailyLimit:
            Message(
                vi: "kênh đã đủ số bài của ngày đó (\(dailyLimit ?? 0))",
                en: "the channel has as many posts that day as it takes (\(dailyLimit ?? 0))")
        case .crowdedDay:
            Message(
                vi: "ngày đó kênh không còn giờ trống", en: "the channel has no free time left that day")
        }
    }
}

extension Day {
    /// The day of the week as it stands in the middle of a sentence.
    func weekday(_ language: Language) -> String {
        switch language {
        case .vietnamese:
            ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"][isoWeekday - 1]
        case .english:
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][isoWeekday - 1]
        }
    }
}
