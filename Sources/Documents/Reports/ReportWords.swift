import Outreach

/// The fixed words of a report in one language.
struct ReportWords {
    let language: Language

    func callAsFunction(_ vietnamese: String, _ english: String) -> String {
        Message(vi: vietnamese, en: english)(language)
    }

    var indicator: String { self("Chỉ tiêu", "Indicator") }
    var unit: String { self("Đơn vị tính", "Unit") }
    var value: String { self("Kỳ này", "This period") }
    var before: String { self("Cùng kỳ năm trước", "Same period before") }
    var change: String { self("Tăng, giảm", "Change") }
    var relativeChange: String { self("Tỷ lệ tăng, giảm (%)", "Change (%)") }
    var cumulative: String { self("Lũy kế từ đầu năm", "Cumulative") }
    var target: String { self("Chỉ tiêu đăng ký", "Target") }
    var reached: String { self("Đạt (%)", "Reached (%)") }
    var whole: String { self("Trên tổng số", "Of") }
    var expected: String { self("Cần đạt đến nay", "Expected by now") }
    var forecast: String { self("Dự kiến cuối kỳ", "Forecast") }
    var member: String { self("Đơn vị", "Unit") }

    func title(_ report: Report) -> String {
        self("Kết quả tuyên truyền: ", "Outreach counts: ") + report.subject.name(language)
    }

    func period(_ report: Report) -> String {
        let range = report.period.range
        return switch language {
        case .vietnamese:
            "\(report.period.name.vi) (\(range.first.written) – \(range.last.written))"
        case .english: "\(report.period.name.en) (\(range.first.written) to \(range.last.written))"
        }
    }

    /// Said under every table, because turns are easily read as people.
    var note: String {
        self(
            "“Lượt” là lượt người dự hoặc lượt tiếp cận, không phải số người; số tiếp cận của các kênh không cộng thành số người.",
            "“Turns” count attendances or views, not people; reach on different channels does not add up to people.")
    }

    var missing: String {
        self("Ô trống là chưa có số liệu, không phải bằng không.", "An empty cell is a figure nobody has, not a zero.")
    }

    /// What is said under the numbers: turns, blanks, how the period before was counted, and who was there for a part.
    func notes(_ report: Report) -> [String] {
        [note, missing] + report.remarks.map { $0(language) }
    }

    /// What is said under the numbers of members.
    func notesOfMembers(_ report: Report) -> [String] {
        [note] + [report.partly?.ofPeriod.map { $0(language) }].compactMap(\.self)
    }

    /// The name of an indicator, with its part of the whole where it has one.
    func name(_ line: ReportLine) -> String {
        guard let value = line.value, let whole = line.whole else { return line.indicator.name(language) }
        let share =
            // More than there are would be no share of them.
            whole > 0 && value <= whole
            ? ", \(NumberFormatting.percent(Double(value) / Double(whole), fractionDigits: 1, language))" : ""
        return line.indicator.name(language)
            + self(" (trên tổng số \(whole)\(share))", " (of \(whole)\(share))")
    }
}

extension ReportLine {
    /// Whether it says more than that there was nothing.
    var saysSomething: Bool {
        (value ?? 0) > 0 || (before ?? 0) > 0 || (cumulative ?? 0) > 0 || hasTarget
    }

    var hasTarget: Bool { target.map { $0 != .blank } ?? false }

    /// A number where the target is one, so that a clerk can go on counting with it.
    var targetCell: Cell {
        switch target {
        case .number(let number) where number == number.rounded() && abs(number) < 1e15: .integer(Int(number))
        case .number(let number): .decimal(number, fractionDigits: 1)
        case .percent(let number): .percent(number / 100, fractionDigits: 1)
        case .bound, .text: .text(target?.description ?? "")
        case .blank, nil: .empty
        }
    }

    /// How much of its target was reached, as a part of 1.
    var reached: Double? { pace.flatMap { $0.target > 0 ? $0.done / $0.target : nil } }
}

extension Report {
    /// The lines a paper shows: those that say something and those the official form asks for, or all where none says
    /// anything.
    var shownLines: [ReportLine] {
        let saying = lines.filter { $0.saysSomething || ($0.indicator.source?.hasPrefix("Biểu 10") ?? false) }
        return saying.isEmpty ? lines : saying
    }
}

extension Cell {
    /// What was not measured stays empty.
    init(_ count: Int?) {
        self = count.map { .integer($0) } ?? .empty
    }

    init(percent share: Double?) {
        self = share.map { .percent($0, fractionDigits: 1) } ?? .empty
    }
}
