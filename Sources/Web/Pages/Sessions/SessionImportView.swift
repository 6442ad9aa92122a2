import Operations
import Outreach

/// What an import would do: its mistakes row by row, or the sessions it would log.
struct SessionImportView: Sendable {
    let visit: Visit
    let report: ImportReport<SessionLogged>
    let refusal: Refusal?

    private static let shown = 200

    func html(_ title: String, action: String) -> HTML {
        """
        \(visit.heading(title, HTML(text: visit.t(report.outcome)), actions: visit.link(
            visit.t("Chọn tệp khác", "Another file"), "/sessions/import", css: "button")))
        \(refusal.html { visit.notice(.bad, HTML(text: visit.t($0.message))) })
        \(report.problems.isEmpty ? ready(action) : problems)
        """
    }

    private var problems: HTML {
        TableView(
            visit.t("Các dòng sai", "Rows that are wrong"),
            [
                .init(name: visit.t("Dòng", "Line"), isNumber: true),
                .init(name: visit.t("Sai ở đâu", "What is wrong")),
            ], isCaptionShown: true,
            rows: report.problems.prefix(SessionImportView.shown).map { problem in
                [HTML(text: problem.line.map(String.init) ?? "—"), HTML(text: visit.t(problem.reason))]
            }
        ).html
    }

    private func ready(_ action: String) -> HTML {
        let turns = report.items.reduce(0) { $0 + $1.session.turns }
        let form = FormView(visit)
        let count = visit.formats.number(report.items.count)
        return """
            <div class="figures">\(visit.figure(count, visit.t("buổi mới", "new sessions"), tone: .ok))\
            \(visit.figure(visit.formats.number(turns), visit.t("lượt người dự", "turns attended")))\
            \(visit.figure(
                visit.formats.number(report.known.count), visit.t("dòng đã có, bỏ qua", "rows there already, left out")))\
            \(visit.figure(
                visit.formats.number(alike.count), visit.t("buổi giống buổi đã ghi", "like one that is logged"),
                tone: alike.isEmpty ? .quiet : .warn))</div>
            \(known)
            \(report.items.isEmpty ? .empty : form.button(
                visit.t("Nhập \(count) buổi", "Import \(count) sessions"), action: action, css: "button button-primary"))
            \(sessions)
            """
    }

    private var alike: [SessionLogged] { report.items.filter { !$0.similar.isEmpty } }

    private var known: HTML {
        guard !report.known.isEmpty else { return .empty }
        let lines = report.known.prefix(50).map(String.init).joined(separator: ", ")
        return visit.notice(
            .info,
            HTML(
                text: visit.t(
                    "Đã có từ trước (cùng ngày, giờ, hình thức, nơi và số lượt), sẽ bỏ qua các dòng: \(lines).",
                    "There already (same day, time, form, place and turns), left out: lines \(lines).")))
    }

    private var sessions: HTML {
        guard !report.items.isEmpty else {
            return visit.empty(
                visit.t("Không có buổi mới", "Nothing new"),
                visit.t("Mọi dòng của tệp đã có trong Loa.", "Every row of the file is in Loa already."))
        }
        return TableView(
            visit.t("Các buổi sẽ nhập", "What will be imported"),
            [
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Nơi tổ chức", "Place")),
                .init(name: visit.t("Hình thức", "Form")), .init(name: visit.t("Lượt", "Turns"), isNumber: true),
                .init(name: visit.t("Lưu ý", "Note")),
            ], isCaptionShown: true,
            rows: report.items.prefix(SessionImportView.shown).map { item in
                [
                    visit.formats.stamp(item.session.day), HTML(text: item.session.place),
                    HTML(text: visit.t(item.session.form.words)), HTML(text: visit.formats.number(item.session.turns)),
                    item.similar.isEmpty
                        ? .empty
                        : visit.badge(
                            visit.t(
                                "giống buổi đã ghi: \(item.similar[0].session.turns) lượt",
                                "like one logged: \(item.similar[0].session.turns) turns"), .warn),
                ]
            }
        ).html
    }
}
