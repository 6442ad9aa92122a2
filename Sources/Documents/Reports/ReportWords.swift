import Outreach

/// The fixed words of a report in one language.
struct ReportWords {
    let language: Language

    func callAsFunction(_ vietnamese: String, _ english: String) -> String {
        Message(vi: vietnamese, en: english)(language)
    }

    var indicator: String { self("Chỉ tiêu", "Indicator") }
    var unit: String { self("Đơn vị tính", "Unit") }
    var value: String { self("Thực hiện", "Value") }
    var target: String { self("Chỉ tiêu đăng ký", "Target") }

    func title(_ report: Report) -> String {
        self("Kết quả tuyên truyền: ", "Outreach counts: ") + report.subject.name(language)
    }

    func period(_ report: Report) -> String {
        let range = report.period.range
        return switch language {
        case .vietnamese:
            "\(report.period.name.vi) (\(range.first.vietnamese) – \(range.last.vietnamese))"
        case .english: "\(report.period.name.en) (\(range.first) to \(range.last))"
        }
    }

    /// Said under every table, because turns are easily read as people.
    var note: String {
        self(
            "“Lượt” là lượt người dự hoặc lượt tiếp cận, không phải số người; số tiếp cận của các kênh không cộng thành số người.",
            "“Turns” count attendances or views, not people; reach on different channels does not add up to people.")
    }
}
