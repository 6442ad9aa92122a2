/// Why a session as given cannot be counted; nothing was stored.
public enum SessionProblem: ReadableError, Hashable {
    case noPlace
    case minutesOutOfRange(Int)
    case negativeTurns(audience: Slug)
    case sexesExceedTurns(audience: Slug)
    case audienceTwice(Slug)
    case noAttendance
    case inFuture(Day)
    case negativeHandout(Slug)

    public var message: Message {
        switch self {
        case .noPlace:
            Message(vi: "Thiếu địa điểm. Ghi tên trường, nhà văn hóa hoặc ấp.", en: "The place is missing. Give it.")
        case .minutesOutOfRange(let minutes):
            Message(
                vi: "Thời lượng \(minutes) phút không hợp lý; ghi từ 1 đến 1440 phút.",
                en: "\(minutes) minutes is not a length of a session; give 1 to 1440.")
        case .negativeTurns(let audience):
            Message(
                vi: "Số lượt của “\(audience)” âm; ghi từ 0 trở lên.",
                en: "The turns of “\(audience)” are negative; give 0 or more.")
        case .sexesExceedTurns(let audience):
            Message(
                vi: "Nam và nữ của “\(audience)” cộng lại nhiều hơn số lượt; kiểm tra lại các con số.",
                en: "Male and female of “\(audience)” exceed its turns; check the numbers.")
        case .audienceTwice(let audience):
            Message(
                vi: "Đối tượng “\(audience)” ghi hai lần; gộp lại thành một.",
                en: "The audience “\(audience)” is given twice; add them up.")
        case .noAttendance:
            Message(
                vi: "Thiếu số lượt người dự. Ghi ít nhất một đối tượng với số lượt.",
                en: "Nobody is counted. Give at least one audience with its turns.")
        case .inFuture(let day):
            Message(
                vi: "Ngày \(day.vietnamese) chưa đến; chỉ ghi buổi đã diễn ra.",
                en: "\(day) is still to come; log a session once it has taken place.")
        case .negativeHandout(let material):
            Message(
                vi: "Số bản phát của “\(material)” phải lớn hơn 0.",
                en: "The quantity of “\(material)” handed out must be above 0.")
        }
    }
}

extension Session {
    /// Everything that keeps the session from being counted on a day.
    public func problems(today: Day) -> [SessionProblem] {
        var found: [SessionProblem] = []
        if place.trimmed.isEmpty { found.append(.noPlace) }
        if !(1...1440).contains(minutes) { found.append(.minutesOutOfRange(minutes)) }
        if attendance.isEmpty { found.append(.noAttendance) }
        if day > today { found.append(.inFuture(day)) }
        var seen: Set<Slug> = []
        for group in attendance {
            if !seen.insert(group.audience).inserted { found.append(.audienceTwice(group.audience)) }
            if [group.turns, group.female ?? 0, group.male ?? 0].contains(where: { $0 < 0 }) {
                found.append(.negativeTurns(audience: group.audience))
            } else if (group.female ?? 0) + (group.male ?? 0) > group.turns {
                found.append(.sexesExceedTurns(audience: group.audience))
            }
        }
        found += handouts.filter { $0.quantity <= 0 }.map { .negativeHandout($0.material) }
        return found
    }
}
