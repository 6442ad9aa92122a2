/// What a person should know about a moment on a channel before a post goes there. None of it forbids the move.
public enum MoveNotes {
    /// In the order hours, neighbours, daily limit.
    ///
    /// - Parameter others: What else stands on the channel around that day, the post itself left out.
    public static func about(
        _ day: Day, _ time: TimeOfDay, on channel: PlanningChannel, others: [OccupiedPlace]
    ) -> [Message] {
        let times = OpenTimes(channel.hours)
        let place = PlanningPlace.channel(channel, times)
        var notes: [Message] = []
        if !times.contains(time, on: day) {
            let obstacle: Obstacle = times.spans(on: day).isEmpty ? .closedDay : .closedTime
            notes.append(waiting(place.reason(obstacle, on: day, at: time), until: opening(channel, day, time)))
        }
        let minute = day.julianDay * 1440 + time.minutes
        let near = others.filter { abs($0.day.julianDay * 1440 + $0.time.minutes - minute) < place.minutesApart }
        if let first = near.min(by: { ($0.day, $0.time) < ($1.day, $1.time) }) {
            notes.append(
                Message(
                    vi: "Kênh đã có bài lúc \(first.time) ngày \(first.day.written), "
                        + "cách chưa đến \(place.minutesApart) phút.",
                    en:
                        "The channel has a post at \(first.time) on \(first.day.written), less than \(place.minutesApart) "
                        + "minutes away."))
        }
        if let limit = channel.dailyLimit, others.count(where: { $0.day == day }) >= limit {
            notes.append(
                Message(
                    vi: "Ngày đó kênh đã đủ số bài mỗi ngày (\(limit)).",
                    en: "The channel has as many posts that day as it takes (\(limit))."))
        }
        return notes
    }

    private static func opening(_ channel: PlanningChannel, _ day: Day, _ time: TimeOfDay) -> Message? {
        channel.hours.nextOpening(from: day, time).map {
            Message(
                vi: " Bài sẽ đợi đến \($0.time) ngày \($0.day.written).",
                en: " The post waits until \($0.time) on \($0.day.written).")
        }
    }

    private static func waiting(_ reason: Message, until opening: Message?) -> Message {
        func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
        return Message(
            vi: sentence(reason.vietnamese) + (opening?.vietnamese ?? ""),
            en: sentence(reason.english) + (opening?.english ?? ""))
    }
}
