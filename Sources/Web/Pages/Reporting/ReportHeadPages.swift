import Operations
import Outreach

/// What stands around the text of a unit's reports on paper.
struct ReportHeadPages: RouteGroup {
    var routes: [Route] { Route.form("/reports/head", .holding(.report), show: form, save: save) }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let question = try await ReportQuestion(visit)
        let (subject, _) = try question.required()
        let head = try await visit.workspace.reportHead(of: subject, as: try visit.caller)
        let title = visit.t("Thể thức văn bản", "Form of the paper")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .reports,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Theo Nghị định 30/2020/NĐ-CP; Đoàn Thanh niên và cơ quan Đảng có mẫu riêng.",
                    "By Decree 30/2020/NĐ-CP; the Youth Union and the Party have their own templates."))))
                <section class="card">\(form(
                    action: "/reports/head?\(question.query)", submit: visit.t("Lưu thể thức", "Keep the form"),
                    beside: visit.link(visit.t("Về báo cáo", "Back to the report"), "/reports?\(question.query)", css: "button"),
                    """
                    \(form.select("template", visit.t("Mẫu", "Template"), [
                        Choice(value: "state", label: visit.t("Cơ quan nhà nước, ban chỉ đạo", "State offices, committees")),
                        Choice(value: "youth-union", label: visit.t("Đoàn Thanh niên", "Youth Union")),
                        Choice(value: "party", label: visit.t("Cơ quan Đảng", "Bodies of the Party"))], chosen: head.template.rawValue, required: true))
                    \(form.input("superior", visit.t("Cơ quan cấp trên", "The body above"), value: head.superior))
                    \(form.input("issuer", visit.t("Cơ quan ban hành", "Who issues it"), value: head.issuer, required: true))
                    \(form.input("symbol", visit.t("Ký hiệu", "Symbol"), value: head.symbol, hint: "BC-BCĐ138", required: true))
                    \(form.input("place", visit.t("Nơi ban hành", "Place"), value: head.place, required: true))
                    \(lines("addressees", visit.t("Kính gửi", "To"), head.addressees, form, visit))
                    \(lines("signing", visit.t("Thẩm quyền và chức vụ người ký", "Authority and office of who signs"), head.signing, form, visit))
                    \(form.input("signer", visit.t("Họ tên người ký", "Name of who signs"), value: head.signer))
                    \(lines("recipients", visit.t("Nơi nhận", "Recipients"), head.recipients, form, visit))
                    \(form.input("archive", visit.t("Lưu", "Archive"), value: head.archive))
                    """))</section>
                """)
    }

    private func lines(_ name: String, _ label: String, _ values: [String], _ form: FormView, _ visit: Visit) -> HTML {
        form.area(
            name, label, value: values.joined(separator: "\n"), hint: visit.t("Mỗi dòng một mục.", "One a line."),
            rows: 3)
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let question = try await ReportQuestion(visit)
        let (subject, _) = try question.required()
        var reader = FormReader(visit.form)
        let template: ReportHead.Template = try reader.requiredChoice("template")
        func lines(_ name: String) -> [String] {
            visit.form.text(name).split(whereSeparator: \.isNewline).map { String($0).normalized.trimmed }
                .filter { !$0.isEmpty }
        }
        let head = ReportHead(
            template: template, superior: reader.optional("superior") ?? "", issuer: reader.required("issuer"),
            symbol: reader.required("symbol", longest: 40), place: reader.required("place", longest: 100),
            addressees: lines("addressees"), signing: lines("signing"), signer: reader.optional("signer"),
            recipients: lines("recipients"), archive: reader.optional("archive", longest: 60) ?? "VT")
        try reader.finish()
        try await visit.workspace.setReportHead(head, of: subject, as: try visit.caller, mode: .perform)
        return .done("/reports?\(question.query)", "Đã lưu thể thức văn bản.", "The form of the paper was kept.")
    }
}
