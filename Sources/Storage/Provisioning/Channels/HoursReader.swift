import Outreach

/// Reads posting windows and quiet hours.
enum HoursReader {
    /// `[{days: mon-fri, from: "06:00", to: "21:30"}]`; an empty list is a mistake, because it would look like “never”
    /// and mean “always”.
    static func windows(_ value: YAMLValue) -> [PostingWindow] {
        let windows = value.list(window) ?? []
        if value.isSequence, value.sequence()?.isEmpty == true {
            value.report(
                Message(
                    vi: "\(value.path): danh sách trống. Bỏ khóa này nếu kênh đăng được mọi lúc.",
                    en: "\(value.path): the list is empty. Leave the key out if the channel may always post."))
        }
        return windows
    }

    static func span(_ value: YAMLValue) -> ClockSpan? {
        guard let mapping = value.mapping() else { return nil }
        let span = span(mapping, of: value)
        mapping.finish()
        return span
    }

    private static func window(_ value: YAMLValue) -> PostingWindow? {
        guard let mapping = value.mapping() else { return nil }
        let days = mapping.require("days")?.parsed(
            "các ngày dạng mon-sun hoặc mon,wed,fri", "days like mon-sun or mon,wed,fri", PostingDays.init)
        let span = span(mapping, of: value)
        mapping.finish()
        guard let days, let span else { return nil }
        return PostingWindow(days: days, span: span)
    }

    private static func span(_ mapping: YAMLMapping, of value: YAMLValue) -> ClockSpan? {
        let from = mapping.require("from")?.timeOfDay()
        let to = mapping.require("to")?.timeOfDay()
        guard let from, let to else { return nil }
        return ClockSpan(from: from, to: to)
            ?? value.expected("from và to khác nhau", "from and to that differ")
    }
}
