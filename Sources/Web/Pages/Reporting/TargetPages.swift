import Operations
import Outreach

/// What a unit aims at in a period, indicator by indicator.
struct TargetPages: RouteGroup {
    var routes: [Route] {
        Route.form("/reports/targets", .holding(.plan), show: form, save: register)
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let report = try await visit.workspace.report(on: subject, period: period, as: try visit.caller)
        let title = visit.t("Đăng ký chỉ tiêu", "Register targets")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(title, HTML(text: "\(visit.t(report.subject.name)) · \(visit.t(report.period.name))")))
                <section class="card"><p class="hint">\(visit.t(
                    "Số (120), phần trăm (95%), “> 95%”, để trống, hoặc chữ: “khi có hướng dẫn”.",
                    "A number (120), a percentage (95%), “> 95%”, blank, or words: “when guidance comes”."))</p>
                \(form(action: "/reports/targets?\(question.query)", submit: visit.t("Lưu chỉ tiêu", "Save the targets"),
                    report.lines.html { line in
                        form.input(
                            "t-\(line.indicator.id)",
                            "\(visit.t(line.indicator.name)) (\(visit.t(line.indicator.unit)))",
                            value: line.target?.description)
                            + form.hidden("seen-\(line.indicator.id)", seen(line, visit, refusal))
                    }))</section>
                """)
    }

    /// What stood in the field when it was opened. Told of somebody else's change, whoever saves again has decided.
    private func seen(_ line: ReportLine, _ visit: Visit, _ refusal: Refusal?) -> String {
        let current = line.target?.description ?? ""
        if case ReportingError.targetRegisteredMeanwhile? = refusal?.cause { return current }
        return seen(line.indicator.id, in: visit.form) ?? current
    }

    /// As the form brought it; nil where it did not, which is not the same as an empty field.
    private func seen(_ indicator: Slug, in form: Fields) -> String? {
        form.has("seen-\(indicator)") ? form["seen-\(indicator)"] ?? "" : nil
    }

    private func register(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, period) = try question.required()
        let caller = try visit.caller
        let report = try await visit.workspace.report(on: subject, period: period, as: caller)
        let entries = report.lines.map(\.indicator.id).filter { visit.form.has("t-\($0)") }.map { id in
            TargetEntry(indicator: id, value: visit.form["t-\(id)"] ?? "", seen: seen(id, in: visit.form))
        }
        let changed = try await visit.workspace.registerTargets(
            entries, unit: subject, period: period, as: caller, mode: .perform)
        return .done(
            "/reports?\(question.query)",
            Message(vi: "Đã lưu \(changed) chỉ tiêu.", en: "\(changed) targets saved."))
    }
}
