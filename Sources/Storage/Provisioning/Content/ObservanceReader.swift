import Outreach

/// Reads `observances.yaml`.
enum ObservanceReader {
    static func observances(_ file: ContentFile?) -> EntryList<Observance> {
        let lists = ListFile.open(file)
        let observances = lists.entries("observances", read: observance)
        lists.finish()
        return observances
    }

    private static func observance(_ id: Slug, _ mapping: YAMLMapping, _ references: References) -> Observance? {
        let name = mapping.require("name")?.localizedText()
        let rule = mapping.require("rule")?.observanceRule()
        let focus = mapping.value("focus")
        let span = focus?.monthDaySpan()
        let noticeDays = mapping.require("notice")?.wholeDays()
        let source = mapping.require("source")?.text()
        guard let name, let rule, let noticeDays, let source else { return nil }
        let observance = Observance(
            id: id, name: name, rule: rule, focus: span, noticeDays: noticeDays, source: source)
        if let focus, span != nil, !hasFocus(observance) {
            focus.report(
                Message(
                    vi: "focus: những ngày này nằm ngoài dịp. Chọn ngày bên trong, hoặc xóa focus.",
                    en: "focus: these days lie outside the observance. Choose days inside it, or delete focus."))
        }
        return observance
    }

    /// A focus that fits in no year of four, a leap year among them, was never inside.
    private static func hasFocus(_ observance: Observance) -> Bool {
        (2024...2027).contains { !observance.focusDates(in: $0).isEmpty }
    }
}

/// The forms of rules.
extension YAMLValue {
    fileprivate func observanceRule() -> ObservanceRule? {
        guard let mapping = mapping() else { return nil }
        let rule = observanceRule(mapping)
        mapping.finish()
        guard let rule else { return nil }
        do throws(ObservanceRuleError) {
            try rule.validate()
            return rule
        } catch {
            report(error.message)
            return nil
        }
    }

    private func observanceRule(_ mapping: YAMLMapping) -> ObservanceRule? {
        if let day = mapping.value("day") { return day.monthDay().map(ObservanceRule.day) }
        if let span = mapping.value("span") { return span.monthDaySpan().map { .span($0.first, $0.last) } }
        if let lunar = mapping.value("lunar") { return lunar.lunarDay() }
        if let weekday = mapping.value("weekday") {
            let isoWeekday = weekday.isoWeekday()
            let nth = mapping.require("nth")?.integer()
            let month = mapping.require("month")?.integer()
            guard let isoWeekday, let nth, let month else { return nil }
            return .weekday(nth: nth, isoWeekday: isoWeekday, month: month)
        }
        if let month = mapping.value("month") { return month.integer().map(ObservanceRule.month) }
        return expected("một trong: day, span, month, weekday, lunar", "one of: day, span, month, weekday, lunar")
    }

    private func monthDay() -> MonthDay? {
        parsed("ngày dạng 06-01", "a day like 06-01", MonthDay.init)
    }

    /// Two days, both included.
    fileprivate func monthDaySpan() -> MonthDaySpan? {
        guard let elements = sequence(), elements.count == 2 else {
            return isSequence
                ? expected("đúng hai ngày, dạng [\"11-15\", \"12-15\"]", "two days, like [\"11-15\", \"12-15\"]") : nil
        }
        guard let first = elements[0].monthDay(), let last = elements[1].monthDay() else { return nil }
        return MonthDaySpan(first, last)
    }

    /// Month and day of the lunar year, in which every month may have 30 days.
    private func lunarDay() -> ObservanceRule? {
        parsed("tháng và ngày âm lịch dạng 08-15", "a lunar month and day like 08-15") { text in
            guard let match = text.wholeMatch(of: /([0-9]{2})-([0-9]{2})/), let month = Int(match.1),
                let day = Int(match.2)
            else { return nil }
            return .lunar(month: month, day: day)
        }
    }

    /// Monday is 1.
    private func isoWeekday() -> Int? {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return word(among: zip(names, 1...).map { (word: $0, meaning: $1) })
    }
}
