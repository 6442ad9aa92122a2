import Documents
import Operations
import Outreach

/// The report of a unit or committee for a period: every number opens into its rows.
struct ReportPages: RouteGroup {
    var routes: [Route] {
        [.get("/reports", .holding(.view)) { .page(try await report($0)) }]
            + ReportRowsPages().routes + ReportPartsPages().routes + ReportFiles().routes + TargetPages().routes
            + NarrativePages().routes + SubmissionPages().routes + ReportVersionPages().routes
            + CompletenessPages().routes + ReportHeadPages().routes + ReminderPages().routes
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
                    \(try await question.form(visit))\(try await near(question.subject, visit))
                    """)
        }
        let caller = try visit.caller
        let dossier = try await visit.workspace.reportDossier(on: subject, period: period, as: caller)
        let mayReport = try await visit.workspace.me(as: caller).may(.report, for: subject)
        let report = dossier.content.report
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    "\(title): \(visit.t(report.subject.name))",
                    HTML(text: "\(visit.t(report.period.name)) · \(visit.t("hạn nộp", "due")) \(visit.formats.day(report.period.due))"),
                    actions: actions(question, mayReport, visit)))
                \(try await question.form(visit))
                \(StandingCard(visit: visit, question: question, dossier: dossier, mayReport: mayReport).html)
                <div id="report">\(pace(report, visit))\(table(report, question, visit))
                \(notes(report, visit))\(comparison(report, visit))\(members(report, question, visit))\(duties(report, question, visit))
                \(NarrativeView(visit: visit, question: question, dossier: dossier, mayReport: mayReport).html)
                <h2 id="downloads">\(visit.t("Tải về", "Download"))</h2>\(await visit.reportDownloads(question.query))</div>
                """)
    }

    /// What a newcomer may want first: the periods that are reported on now and were last.
    private func near(_ subject: Slug?, _ visit: Visit) async throws -> HTML {
        let today = visit.workspace.today
        let periods = try await visit.workspace.periods().filter(\.calendar.isRequired).flatMap {
            $0.periods.filter { $0.range.first <= today }.prefix(2)
        }
        guard let subject, !periods.isEmpty else {
            return visit.empty(
                visit.t("Chưa có gì để báo cáo", "Nothing to report yet"),
                visit.t(
                    "Cần có đơn vị và kỳ báo cáo; quản trị thêm chúng trong Quản trị.",
                    "Units and reporting periods are needed; administrators add them under Settings."))
        }
        return """
            <section class="card"><h2>\(visit.t("Các kỳ gần đây", "Recent periods"))</h2><ul>\(periods.html { period in
                """
                <li>\(visit.link(
                    visit.t(period.name), "/reports?subject=\(subject)&period=\(LocalPath.encoded(period.code))")) \
                <span class="hint">\(visit.t("hạn nộp", "due")) \(visit.formats.day(period.due))</span></li>
                """
            })</ul></section>
            """
    }

    private func actions(_ question: ReportQuestion, _ mayReport: Bool, _ visit: Visit) -> HTML {
        let status =
            visit.link(visit.t("Tải về: Word, Excel…", "Download: Word, Excel…"), "#downloads", css: "button")
            + visit.link(
                visit.t("Tình hình nộp", "Who submitted"), "/reports/status?\(question.query)", css: "button")
        guard mayReport else { return status }
        return status
            + visit.link(
                visit.t("Đăng ký chỉ tiêu", "Register targets"), "/reports/targets?\(question.query)", css: "button")
            + visit.link(
                visit.t("Thể thức văn bản", "Form of the paper"), "/reports/head?\(question.query)", css: "button")
            + visit.link(
                visit.t("Nhắc nộp báo cáo", "Reminders"), "/reports/reminders?\(question.query)", css: "button")
    }

    /// The figures that have a target, first.
    private func pace(_ report: Report, _ visit: Visit) -> HTML {
        let paces = ReportCharts(report, language: visit.language).paces
        guard !paces.isEmpty else { return .empty }
        return """
            <h2>\(visit.t("So với chỉ tiêu", "Against the targets"))</h2>
            <div class="cards wide-cards">\(paces.html { visit.chart($0.chart, id: "pace-\($0.indicator)") })</div>
            """
    }

    private func table(_ report: Report, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Số liệu", "Figures"),
            [
                .init(name: visit.t("Chỉ tiêu thống kê", "Indicator")),
                .init(name: visit.t("Đơn vị tính", "Unit of count"), isMinor: true),
                .init(name: visit.t("Kỳ này", "This period"), isNumber: true),
                .init(name: visit.t("Cùng kỳ năm trước", "Period before"), isNumber: true, isMinor: true),
                .init(name: visit.t("Tăng, giảm", "Change"), isNumber: true, isMinor: true),
                .init(name: visit.t("Lũy kế", "Cumulative"), isNumber: true, isMinor: true),
                .init(name: visit.t("Chỉ tiêu", "Target"), isNumber: true),
            ],
            rows: report.lines.map { line in
                [
                    visit.link(
                        visit.t(line.indicator.name), "/reports/parts?\(question.query)&indicator=\(line.indicator.id)")
                        + whole(line, visit),
                    HTML(text: visit.t(line.indicator.unit)), visit.number(of: line, question),
                    visit.number(line.before, "before", of: line, question), change(line, visit),
                    visit.number(line.cumulative, "cumulative", of: line, question),
                    HTML(text: visit.target(line.target)),
                ]
            }
        ).html
    }

    private func whole(_ line: ReportLine, _ visit: Visit) -> HTML {
        guard let whole = line.whole else { return .empty }
        return
            " <span class=\"hint\">\(visit.t("trên tổng số \(visit.formats.number(whole))", "of \(visit.formats.number(whole))"))</span>"
    }

    private func change(_ line: ReportLine, _ visit: Visit) -> HTML {
        guard let change = line.change else { return "—" }
        let share = line.relativeChange.map {
            " (\(NumberFormatting.percent($0, fractionDigits: 1, visit.language)))"
        }
        return HTML(text: "\(change > 0 ? "+" : "")\(visit.formats.number(change))\(share ?? "")")
    }

    private func notes(_ report: Report, _ visit: Visit) -> HTML {
        """
        <p class="hint">\(visit.t(
            "Lượt không phải là người. Chỗ gạch ngang là chưa có số liệu, không phải bằng không.",
            "Turns are not people. A dash is a figure nobody has, not a zero.")) \
        \(report.remarks.map { visit.t($0) }.joined(separator: " ")) \
        \(visit.t("Lập lúc", "Built at")) \(visit.formats.moment(report.builtAt)).</p>
        """
    }

    private func comparison(_ report: Report, _ visit: Visit) -> HTML {
        guard let chart = ReportCharts(report, language: visit.language).comparison else { return .empty }
        return visit.chart(chart, id: "comparison")
    }

    /// The members side by side for one indicator: the one asked for, else the first that has any value.
    private func members(_ report: Report, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        let asked = visit.query["indicator"].flatMap(Slug.init)
        guard let chart = ReportCharts(report, language: visit.language).members(of: asked) else { return .empty }
        let shown = report.lines.first { visit.t($0.indicator.name) == chart.caption.title }
        let choices = report.lines.map {
            Choice(value: $0.indicator.id.description, label: visit.t($0.indicator.name))
        }
        let form = FormView(visit)
        return """
            <h2>\(visit.t("Theo đơn vị thành viên", "By member unit"))</h2>
            \(visit.filters(action: "/reports", target: "members", """
                \(form.hidden("subject", question.subject?.description ?? ""))\(form.hidden("period", question.period ?? ""))\
                \(form.select(
                    "indicator", visit.t("Chỉ tiêu thống kê", "Indicator"), choices,
                    chosen: shown?.indicator.id.description))
                """))<div id="members">\(visit.chart(chart, id: "members-chart"))</div>
            """
    }

    private func duties(_ report: Report, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        guard !report.duties.isEmpty else { return .empty }
        let title = visit.t("Nhiệm vụ của kế hoạch", "Duties of the plan")
        return """
            <h2>\(title)</h2>\(TableView(
                title,
                [
                    .init(name: visit.t("Nhiệm vụ", "Duty")), .init(name: visit.t("Đơn vị", "Units"), isMinor: true),
                    .init(name: visit.t("Tin, bài", "Posts"), isNumber: true),
                    .init(name: visit.t("Cuộc", "Sessions"), isNumber: true),
                ],
                rows: report.duties.map { duty in
                    [
                        HTML(text: visit.t(duty.task)), HTML(text: duty.units.map { visit.t($0) }.joined(separator: "; ")),
                        number(duty.posts, of: duty, question, visit), number(duty.sessions, of: duty, question, visit),
                    ]
                }).html)
            """
    }

    /// Of a duty, leading to the rows behind it.
    private func number(_ value: Int, of duty: DutyResult, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        guard value > 0, let reference = duty.reference else { return HTML(text: visit.formats.number(value)) }
        return visit.link(
            visit.formats.number(value),
            "/reports/duty?\(question.query)&duty=\(LocalPath.encoded(reference.description))")
    }
}

extension Visit {
    /// A target as other numbers are written.
    func target(_ value: TargetValue?) -> String {
        guard case .number(let number)? = value, number == number.rounded(), abs(number) < 1e15 else {
            return value?.description ?? ""
        }
        return formats.number(Int(number))
    }

    /// A number that leads to its rows; nothing leads nowhere.
    func number(of line: ReportLine, _ question: ReportQuestion) -> HTML {
        number(line.value, nil, of: line, question)
    }

    /// A number beside it, and the part its rows are.
    func number(_ value: Int?, _ part: String?, of line: ReportLine, _ question: ReportQuestion) -> HTML {
        guard let value else { return HTML(text: formats.number(value)) }
        let path = "/reports/rows?\(question.query)&indicator=\(line.indicator.id)\(part.map { "&part=\($0)" } ?? "")"
        return value == 0 ? HTML(text: formats.number(value)) : link(formats.number(value), path)
    }

    func badge(_ state: ReportState) -> HTML {
        let tone: Tone =
            switch state {
            case .onTime: .ok
            case .due, .running: .info
            case .late, .submittedLate, .early: .warn
            case .locked: .bad
            case .excused, .absent: .quiet
            }
        return badge(t(state.words), tone)
    }
}
