import Outreach

/// Reads `calendars.yaml`.
enum CalendarReader {
    static func calendars(_ file: ContentFile?) -> EntryList<ReportingCalendar> {
        let lists = ListFile.open(file)
        var codes: [String: YAMLValue] = [:]
        let calendars = lists.entries("calendars") { id, mapping, _ -> ReportingCalendar? in
            let name = mapping.require("name")?.localizedText()
            let elements = mapping.require("periods")
            elements?.refuseEmptyList()
            let periods = elements?.list { period($0, codes: &codes) }
            let isRequired = mapping.value("required")?.boolean() ?? false
            guard let name, let periods else { return nil }
            return ReportingCalendar(id: id, name: name, periods: periods, isRequired: isRequired)
        }
        lists.finish()
        return calendars
    }

    /// A period's code is what a person types, so over all calendars it may mean only one.
    private static func period(_ element: YAMLValue, codes: inout [String: YAMLValue]) -> PeriodRule? {
        guard let mapping = element.mapping() else { return nil }
        let code = mapping.require("code")?.periodCode()
        let name = mapping.require("name")?.localizedText()
        let from = mapping.require("from")?.periodDay()
        let to = mapping.require("to")?.periodDay()
        let due = mapping.require("due")?.periodDay()
        let lock = mapping.value("lock")?.periodDay()
        mapping.finish()
        if let code {
            if let first = codes[code] { element.reportTwice("“\(code)”", first: first) }
            codes[code] = codes[code] ?? element
        }
        guard let code, let name, let from, let to, let due else { return nil }
        let rule = PeriodRule(code: code, name: name, from: from, to: to, due: due, lock: lock)
        // 2024 is a leap year and 2025 is not: a period has to lie the right way round in both.
        guard rule.period(in: 2024) != nil, rule.period(in: 2025) != nil else {
            element.report(
                Message(
                    vi:
                        "\(element.path): ngày cuối \(to) trước ngày đầu \(from). Thêm @-1 hoặc @+1 cho năm trước, năm sau.",
                    en: "\(element.path): the end \(to) is before the start \(from). Put @-1 or @+1 for another year."))
            return nil
        }
        return rule
    }
}

extension YAMLValue {
    fileprivate func periodCode() -> String? {
        parsed(
            "mã chỉ gồm chữ, số, gạch nối và một lần {year}, ví dụ {year}-H1",
            "a code of letters, digits, hyphens and {year} once, like {year}-H1"
        ) { text in
            text.wholeMatch(of: /[A-Za-z0-9\-]*\{year\}[A-Za-z0-9\-]*/).map { String($0.output) }
        }
    }

    fileprivate func periodDay() -> PeriodDay? {
        parsed("ngày dạng 06-14 hoặc 12-15@-1", "a day like 06-14 or 12-15@-1", PeriodDay.init)
    }
}
