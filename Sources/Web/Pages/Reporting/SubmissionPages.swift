import Operations
import Outreach

/// Submitting a report: what will be frozen, what changed since the version before, and why.
struct SubmissionPages: RouteGroup {
    var routes: [Route] { Route.form("/reports/submit", .holding(.report), show: form, save: submit) }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let dossier = try await visit.workspace.reportDossier(on: subject, period: period, as: try visit.caller)
        let anew = try await visit.workspace.membersCountedAnew(
            on: subject, period: period, as: try visit.caller)
        let report = dossier.content.report
        let isCorrection = !dossier.versions.isEmpty && !dossier.lacksWhole
        let title =
            isCorrection
            ? visit.t("Đính chính báo cáo", "Correct the report") : visit.t("Nộp báo cáo", "Submit the report")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(title, HTML(text: "\(visit.t(report.subject.name)) · \(visit.t(report.period.name))")))
                \(ReportFindings(visit: visit, findings: dossier.findings).html)
                \(early(report.period, visit))\(missing(dossier, visit))\(countedAnew(anew, visit))
                \(isCorrection ? DifferenceTable(visit: visit, differences: dossier.changes).html : summary(report, visit))
                <section class="card"><p>\(visit.t(
                    "Bản nộp được chốt với mã băm và không đổi được nữa; đính chính về sau là một bản mới có lý do.",
                    "What is submitted is frozen with its hash and never changes; a later correction is a new version with its reason."))</p>
                \(form(
                    action: "/reports/submit?\(question.query)",
                    submit: isCorrection ? visit.t("Nộp bản đính chính", "Submit the correction") : visit.t("Chốt và nộp", "Freeze and submit"),
                    beside: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button"),
                    """
                    \(form.hidden("seen", dossier.hash.description))
                    \(isCorrection ? form.input("reason", visit.t("Lý do đính chính", "Why it is corrected"), required: true) : .empty)
                    \(dossier.missing.isEmpty ? .empty : confirmation(visit))
                    """))</section>
                """)
    }

    /// Whoever hands in before the period is over is told that its last days are missing.
    private func early(_ period: Period, _ visit: Visit) -> HTML {
        guard visit.workspace.today < period.range.last else { return .empty }
        let last = visit.formats.day(period.range.last)
        return visit.notice(
            .warn,
            HTML(
                text: visit.t(
                    "Kỳ còn chạy đến \(last): bản này chưa đủ số liệu cả kỳ và phải nộp lại khi hết kỳ.",
                    "The period runs until \(last): this version lacks its last days and has to be submitted again.")))
    }

    /// Whose numbers may still be incomplete, since their own reports have not come in.
    private func missing(_ dossier: ReportDossier, _ visit: Visit) -> HTML {
        guard !dossier.missing.isEmpty else { return .empty }
        let names = dossier.missing.map { visit.t($0.name) }.joined(separator: "; ")
        return visit.notice(
            .warn,
            HTML(
                text: visit.t(
                    "Còn \(dossier.missing.count) đơn vị thành viên chưa nộp báo cáo kỳ này: \(names).",
                    "\(dossier.missing.count) members have not handed in their reports of this period: \(names).")))
    }

    /// Whose own reports say other numbers than the sum that is about to be signed.
    private func countedAnew(_ members: [ReportSubject], _ visit: Visit) -> HTML {
        guard !members.isEmpty else { return .empty }
        let names = members.map { visit.t($0.name) }.joined(separator: "; ")
        return visit.notice(
            .warn,
            HTML(
                text: visit.t(
                    "Số liệu đã thay đổi sau bản báo cáo đã nộp của: \(names). Nhắc họ nộp bản đính chính.",
                    "Counted anew since their own reports were handed in: \(names). Remind them to submit corrections.")
            ))
    }

    private func confirmation(_ visit: Visit) -> HTML {
        """
        <label class="box"><input type="checkbox" name="without-members" value="1" required> <span>\(visit.t(
            "Tôi biết còn đơn vị chưa nộp và vẫn nộp báo cáo này; tên các đơn vị đó được ghi cùng bản nộp.",
            "I know that members are missing and submit all the same; their names are kept with the version."))</span></label>
        """
    }

    private func summary(_ report: Report, _ visit: Visit) -> HTML {
        let lines = report.lines.filter { ($0.value ?? 0) > 0 }.prefix(12)
        guard !lines.isEmpty else {
            return visit.notice(.warn, HTML(text: visit.t("Mọi số đều bằng không.", "Every number is zero.")))
        }
        return TableView(
            visit.t("Số liệu sẽ chốt", "The numbers to be frozen"),
            [
                .init(name: visit.t("Chỉ tiêu thống kê", "Indicator")),
                .init(name: visit.t("Kỳ này", "This period"), isNumber: true),
            ],
            rows: lines.map { [HTML(text: visit.t($0.indicator.name)), HTML(text: visit.formats.number($0.value))] }
        ).html
    }

    private func submit(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        guard let seen = visit.form["seen"].flatMap(ContentHash.init) else { throw WebError.badForm }
        let version = try await visit.workspace.submitReport(
            on: subject, period: period, seeing: seen, reason: visit.form["reason"] ?? "",
            withoutMembers: visit.form["without-members"] == "1", as: try visit.caller, mode: .perform)
        return .done(
            "/reports/version?\(question.query)&version=\(version.number)",
            Message(
                vi: "Đã nộp bản \(version.number). Tải tệp Word bên dưới.",
                en: "Version \(version.number) was submitted. The Word file is below."))
    }
}
