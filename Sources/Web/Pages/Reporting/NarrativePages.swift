import Operations
import Outreach

/// What a unit writes beside its numbers: results, difficulties, proposals, and the number and date of the paper.
struct NarrativePages: RouteGroup {
    var routes: [Route] { Route.form("/reports/narrative", .holding(.report), show: form, save: save) }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let dossier = try await visit.workspace.reportDossier(on: subject, period: period, as: try visit.caller)
        let (report, narrative) = (dossier.content.report, dossier.content.narrative)
        // Told of somebody else's words, whoever saves again has decided.
        let isConflict = (refusal?.cause as? ReportingError) == .narrativeWrittenMeanwhile
        let seen = (isConflict ? nil : visit.form["seen"]) ?? narrative.hash.description
        let title = visit.t("Phần lời của báo cáo", "Narrative of the report")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(title, HTML(text: "\(visit.t(report.subject.name)) · \(visit.t(report.period.name))")))
                \(ReportFindings(visit: visit, findings: dossier.findings).html)
                <section class="card">\(form(
                    action: "/reports/narrative?\(question.query)", submit: visit.t("Lưu phần lời", "Keep the narrative"),
                    beside: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button"),
                    """
                    \(form.hidden("seen", seen))\(isConflict ? written(narrative, visit) : .empty)
                    \(form.area("results", visit.t("Kết quả", "Results"), value: narrative.results, hint: visit.t(
                        "Mỗi dòng một đoạn; dòng bắt đầu bằng “- ” thành gạch đầu dòng. Số liệu đã có bảng riêng.",
                        "A paragraph a line; lines that begin with “- ” become a list. The numbers have their own table."), rows: 8))
                    \(form.area("difficulties", visit.t("Khó khăn, vướng mắc", "Difficulties"), value: narrative.difficulties))
                    \(form.area("proposals", visit.t("Đề xuất, kiến nghị", "Proposals"), value: narrative.proposals))
                    \(form.input("number", visit.t("Số văn bản", "Number of the paper"), value: narrative.number.map(String.init), hint: visit.t(
                        "Để trống nếu văn thư ghi sau.", "Blank if it is written in later."), mode: "numeric"))
                    \(form.input("date", visit.t("Ngày văn bản", "Date of the paper"), type: "date", value: narrative.date?.description))
                    """))</section>
                """)
    }

    /// What somebody else kept meanwhile, to be compared with what is typed.
    private func written(_ narrative: ReportNarrative, _ visit: Visit) -> HTML {
        let parts = [narrative.results, narrative.difficulties, narrative.proposals].filter { !$0.isEmpty }
        return """
            <details class="fold" open><summary>\(visit.t(
                "Bản đang có, do người khác vừa lưu", "What is there, kept by somebody else meanwhile"))</summary>
            \(parts.html { "<p class=\"text-as-is\">\($0)</p>" })</details>
            """
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        var reader = FormReader(visit.form)
        let narrative = ReportNarrative(
            results: reader.text("results", longest: 20_000),
            difficulties: reader.text("difficulties", longest: 20_000),
            proposals: reader.text("proposals", longest: 20_000), number: reader.integer("number", in: 1...99_999),
            date: reader.day("date"))
        try reader.finish()
        let findings = try await visit.workspace.writeNarrative(
            narrative, seeing: visit.form["seen"].flatMap { ContentHash($0) }, on: subject, period: period,
            as: try visit.caller, mode: .perform)
        guard findings.isEmpty else {
            return .done(
                "/reports/narrative?\(question.query)",
                Message(
                    vi: "Đã lưu, nhưng có \(findings.count) chỗ nên sửa trước khi nộp.",
                    en: "Kept; \(findings.count) places are to be mended before it is submitted."))
        }
        return .done("/reports?\(question.query)", "Đã lưu phần lời.", "The narrative was kept.")
    }
}
