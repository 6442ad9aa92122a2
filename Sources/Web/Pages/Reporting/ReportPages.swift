import Documents
import Operations
import Outreach

/// The report of a unit or committee for a period: every number opens into its rows.
struct ReportPages: RouteGroup {
    var routes: [Route] {
        [.get("/reports", .holding(.view)) { .page(try await report($0)) }]
            + ReportRowsPages().routes + ReportFiles().routes + TargetPages().routes
    }

    private func report(_ visit: Visit) async throws -> Page {
        let title = visit.t("Báo cáo", "Reports")
        let question = try await ReportQuestion(visit)
        guard let subject = question.subject, let period = question.period else {
            return Page(
                title, in: .reports,
                main: """
                    \(visit.heading(title, HTML(text: visit.t(
                        "Chọn đơn vị hoặc ban chỉ đạo và kỳ báo cáo.", "Choose a unit or committee and a period."))))
                    \(try await question.form(visit))
                    """)
        }
        let report = try await visit.workspace.report(on: subject, period: period, as: try visit.caller)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    "\(title): \(visit.t(report.subject.name))",
                    HTML(text: "\(visit.t(report.period.name)) · \(visit.t("hạn nộp", "due")) \(visit.formats.day(report.period.due))"),
                    actions: downloads(question, visit)))
                \(try await question.form(visit))
                <div id="report">\(pace(report, visit))\(table(report, question, visit))\(chart(report, question, visit))
                <p class="hint">\(visit.t(
                    "Lượt không phải là người. Chỗ gạch ngang là chưa có số liệu, không phải bằng không.",
                    "Turns are not people. A dash is a figure nobody has, not a zero.")) \
                \(visit.t("Lập lúc", "Built at")) \(visit.formats.moment(report.builtAt)).</p></div>
                """)
    }

    private func downloads(_ question: ReportQuestion, _ visit: Visit) -> HTML {
        ReportFileKind.allCases.html { kind in
            visit.link(kind.label, "/reports/download?\(question.query)&format=\(kind.rawValue)", css: "button")
        }
            + visit.link(
                visit.t("Đăng ký chỉ tiêu", "Register targets"), "/reports/targets?\(question.query)", css: "button")
    }

    /// The figures that have a target, first.
    private func pace(_ report: Report, _ visit: Visit) -> HTML {
        let lines = report.lines.filter { if case .number(let target)? = $0.target { target > 0 } else { false } }
        guard !lines.isEmpty else { return .empty }
        let share = report.period.range.share(passedBy: visit.workspace.today)
        return """
            <h2>\(visit.t("So với chỉ tiêu", "Against the targets"))</h2>
            <div class="cards wide-cards">\(lines.html { line in bar(line, share, visit) })</div>
            """
    }

    private func bar(_ line: ReportLine, _ share: Double, _ visit: Visit) -> HTML {
        guard case .number(let target)? = line.target else { return .empty }
        let done = line.value.map(Double.init)
        let bar = PaceBar(
            ChartCaption(
                title: visit.t(line.indicator.name), unit: visit.t(line.indicator.unit), language: visit.language),
            done: done, expected: target * share, forecast: share > 0 ? done.map { ($0 / share).rounded() } : nil,
            target: target)
        return visit.chart(bar, id: "pace-\(line.indicator.id)")
    }

    private func table(_ report: Report, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        let members = report.members.count > 1 && report.members.count <= 12 ? report.members : []
        return TableView(
            visit.t("Số liệu", "Figures"),
            [
                .init(name: visit.t("Chỉ tiêu thống kê", "Indicator")),
                .init(name: visit.t("Đơn vị tính", "Unit of count"), isMinor: true),
                .init(name: visit.t("Kết quả", "Result"), isNumber: true),
                .init(name: visit.t("Chỉ tiêu", "Target"), isNumber: true),
            ] + members.map { .init(name: visit.t($0.name), isNumber: true, isMinor: true) },
            rows: report.lines.map { line in
                [
                    HTML(text: visit.t(line.indicator.name)), HTML(text: visit.t(line.indicator.unit)),
                    number(line, question, visit), HTML(text: line.target?.description ?? ""),
                ]
                    + members.map { member in
                        HTML(text: visit.formats.number(line.members.first { $0.unit == member.id }?.value))
                    }
            }
        ).html
    }

    private func number(_ line: ReportLine, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        guard let value = line.value else { return "—" }
        let text = visit.formats.number(value)
        return value == 0
            ? HTML(text: text) : visit.link(text, "/reports/rows?\(question.query)&indicator=\(line.indicator.id)")
    }

    /// The members side by side for one indicator: the one asked for, else the first that has any value.
    private func chart(_ report: Report, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        let asked = visit.query["indicator"]
        guard report.members.count > 1,
            let line = report.lines.first(where: { $0.indicator.id.description == asked })
                ?? report.lines.first(where: { $0.members.contains { ($0.value ?? 0) > 0 } })
        else { return .empty }
        let chart = BarChart(
            ChartCaption(
                title: visit.t(line.indicator.name), unit: visit.t(line.indicator.unit), language: visit.language),
            subject: visit.t("Đơn vị", "Unit"),
            bars: report.members.map { member in
                ChartBar(
                    name: visit.t(member.name),
                    value: line.members.first { $0.unit == member.id }?.value.map(Double.init))
            })
        let form = FormView(visit)
        return """
            <h2>\(visit.t("Theo đơn vị thành viên", "By member unit"))</h2>
            \(visit.filters(action: "/reports", target: "members", """
                \(form.hidden("subject", question.subject?.description ?? ""))\(form.hidden("period", question.period ?? ""))\
                \(form.select(
                    "indicator", visit.t("Chỉ tiêu thống kê", "Indicator"),
                    report.lines.map { Choice(value: $0.indicator.id.description, label: visit.t($0.indicator.name)) },
                    chosen: line.indicator.id.description))
                """))<div id="members">\(visit.chart(chart, id: "members-chart"))</div>
            """
    }
}

extension DayRange {
    /// How much of it lies behind us, 0 to 1.
    fileprivate func share(passedBy today: Day) -> Double {
        let length = Double(last - first + 1)
        return min(1, max(0, Double(today - first + 1) / length))
    }
}
