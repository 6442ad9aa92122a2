import Operations
import Outreach

/// Whose report of a period came in, is due, late, locked or excused.
struct CompletenessPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/reports/status", .holding(.view)) { .page(try await status($0, nil)) },
            .post("/reports/status", .holding(.report), on: status, save: decide),
        ]
    }

    private func status(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let caller = try visit.caller
        let completeness = try await visit.workspace.completeness(of: subject, period: period, as: caller)
        let me = try await visit.workspace.me(as: caller)
        let title = visit.t("Tình hình nộp báo cáo", "Who submitted")
        let (submitted, expected) = (completeness.submitted, completeness.expected)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(
                    title, HTML(text: "\(visit.t(completeness.subject.name)) · \(visit.t(completeness.period.name)) · \(visit.t("hạn nộp", "due")) \(visit.formats.day(completeness.period.due))"),
                    actions: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button")))
                \(try await question.form(visit, action: "/reports/status"))
                <div class="figures">\(visit.figure("\(submitted)/\(expected)", visit.t("đã nộp", "submitted"), tone: submitted == expected ? .ok : .info))\
                \(counts(completeness, visit))</div>
                \(table(completeness, question, visit))
                \(me.may(.report, for: subject) ? decision(completeness, question, visit, refusal) : .empty)
                """)
    }

    private func counts(_ completeness: ReportCompleteness, _ visit: Visit) -> HTML {
        [ReportState.early, .due, .late, .locked, .excused].html { state in
            let count = completeness.standings.count { $0.state == state }
            return count == 0
                ? .empty
                : visit.figure(visit.formats.number(count), visit.t(state.words), tone: state == .locked ? .bad : .warn)
        }
    }

    private func table(_ completeness: ReportCompleteness, _ question: ReportQuestion, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Tình hình nộp báo cáo", "Who submitted"),
            [
                .init(name: visit.t("Đơn vị", "Unit")), .init(name: visit.t("Trạng thái", "State")),
                .init(name: visit.t("Bản mới nhất", "Newest version"), isMinor: true),
                .init(name: visit.t("Lý do", "Reason"), isMinor: true),
            ],
            rows: completeness.standings.map { standing in
                let query = "subject=\(standing.subject.id)&period=\(LocalPath.encoded(completeness.period.code))"
                return [
                    visit.link(visit.t(standing.subject.name), "/reports?\(query)"), visit.badge(standing.state),
                    standing.latest.map { version in
                        visit.link(
                            visit.t("Bản \(version.number)", "Version \(version.number)"),
                            "/reports/version?\(query)&version=\(version.number)")
                            + HTML(text: " · \(visit.formats.moment(version.submittedAt))")
                    } ?? "—",
                    HTML(text: standing.exception?.reason ?? ""),
                ]
            }
        ).html
    }

    private func decision(
        _ completeness: ReportCompleteness, _ question: ReportQuestion, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        let open = completeness.standings.dropFirst().filter { !$0.state.isSubmitted }
        guard !open.isEmpty else { return .empty }
        let form = FormView(visit, refusal)
        return """
            <section class="card"><h2>\(visit.t("Miễn hoặc mở lại", "Excuse or reopen"))</h2>\(form(
                action: "/reports/status?\(question.query)", submit: visit.t("Ghi quyết định", "Keep the decision"),
                """
                \(form.select("unit", visit.t("Đơn vị", "Unit"), open.map {
                    Choice(value: $0.subject.id.description, label: visit.t($0.subject.name)) }, required: true))
                \(form.select("kind", visit.t("Quyết định", "Decision"), [
                    Choice(value: "excused", label: visit.t("miễn báo cáo kỳ này", "need not report")),
                    Choice(value: "reopened", label: visit.t("cho nộp sau khi khóa", "may report after the lock"))], required: true))
                \(form.input("reason", visit.t("Lý do", "Reason"), required: true))
                """))</section>
            """
    }

    private func decide(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (_, period) = try question.required()
        var reader = FormReader(visit.form)
        let unit = try reader.requiredSlug("unit")
        let kind = try reader.requiredChoice("kind", of: ReportException.Kind.self)
        let reason = reader.required("reason")
        try reader.finish()
        _ = try await visit.workspace.decideReport(
            kind, on: unit, period: period, reason: reason, as: try visit.caller, mode: .perform)
        return .done("/reports/status?\(question.query)", "Đã ghi quyết định.", "The decision was kept.")
    }
}
