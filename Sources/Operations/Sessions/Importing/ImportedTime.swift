import Outreach

/// The hours of a session as a cell gives them.
struct ImportedHours: Hashable {
    let time: TimeOfDay
    /// The length, where the cell gives the end as well.
    let minutes: Int?
    /// Whether the part of the day stands beside it: "2h chiều".
    let isSaid: Bool

    /// Whether it can be nothing but a time of day: "2h" may be a length, or two in the afternoon.
    var isClear: Bool { isSaid || time.hour > 3 }
}

/// The hours of a session: `7h30`, `14:00 - 15:30`, `7 giờ 30 phút`, `2h chiều`.
enum ImportedTime {
    /// Takes the hours out of a text in lower case; nil, and the text as it was, where there are none.
    static func taken(from text: inout String) -> ImportedHours? {
        let hour = /\b([0-9]{1,2})\s*(?:giờ|gio|h|:|g)\s*([0-9]{2})?(?::[0-9]{2})?(?:\s*(?:phút|phut))?/
        let part = DayPart(text)
        guard let first = text.firstMatch(of: hour), let start = time(first.1, first.2, part) else { return nil }
        var end = first.range.upperBound
        var minutes: Int?
        let tail = text[end...]
        if let second = tail.prefixMatch(
            of:
                /\s*(?:-|–|đến|den|tới|toi)\s*([0-9]{1,2})\s*(?:giờ|gio|h|:|g)\s*([0-9]{2})?(?::[0-9]{2})?(?:\s*(?:phút|phut))?/
        ), let stop = time(second.1, second.2, part) {
            end = second.range.upperBound
            if stop > start { minutes = stop.minutes - start.minutes }
        }
        text.replaceSubrange(first.range.lowerBound..<end, with: " ")
        return ImportedHours(time: start, minutes: minutes, isSaid: part != nil)
    }

    static func read(_ cell: String) -> ImportedHours? {
        guard !cell.isEmpty else { return nil }
        if let time = TimeOfDay(cell) { return ImportedHours(time: time, minutes: nil, isSaid: false) }
        var rest = " \(cell.normalized.lowercased()) "
        guard let hours = taken(from: &rest), !rest.contains(where: \.isNumber) else { return nil }
        return hours
    }

    /// Whether the cell names a part of the day and no hour: "Sáng".
    static func isPartOfDay(_ cell: String) -> Bool {
        ["sang", "chieu", "toi", "trua", "buoi sang", "buoi chieu", "buoi toi", "ca ngay"].contains(
            SearchText.folded(cell))
    }

    private static func time(_ hour: Substring, _ minute: Substring?, _ part: DayPart?) -> TimeOfDay? {
        guard let hour = Int(hour), let minute = minute.map({ Int($0) }) ?? 0, hour < 24, minute < 60 else {
            return nil
        }
        return TimeOfDay(minutes: (part?.hour(hour) ?? hour) * 60 + minute)
    }
}

/// The part of the day that a text names, which says which "2h" is meant.
private enum DayPart {
    case morning, noon, afternoon

    init?(_ text: String) {
        let words = Set(text.split { !$0.isLetter }.map(String.init))
        if !words.isDisjoint(with: ["chiều", "chieu", "tối", "pm"]) {
            self = .afternoon
        } else if !words.isDisjoint(with: ["trưa", "trua"]) {
            self = .noon
        } else if !words.isDisjoint(with: ["sáng", "sang", "am"]) {
            self = .morning
        } else {
            return nil
        }
    }

    func hour(_ hour: Int) -> Int {
        switch self {
        case .morning: hour
        case .noon: hour < 4 ? hour + 12 : hour
        case .afternoon: hour < 12 ? hour + 12 : hour
        }
    }
}
