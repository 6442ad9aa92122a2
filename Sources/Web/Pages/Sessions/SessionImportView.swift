import Documents
import Operations
import Outreach

/// What an import would do: how the file was read, its mistakes row by row, or the sessions it would log.
struct SessionImportView: Sendable {
    let visit: Visit
    let report: SessionImportReport
    let audiences: [Audience]
    let refusal: Refusal?

    private static let shown = 200

    func html(_ title: String, action: String) -> HTML {
        """
        \(visit.heading(title, HTML(text: visit.t(report.outcome)), actions: visit.link(
            visit.t("Chọn tệp khác", "Another file"), "/sessions/import", css: "button")))
        \(refusal.html { visit.notice(.bad, HTML(text: visit.t($0.message))) })
        \(report.refused.html { visit.notice(.bad, HTML(text: visit.t($0.reason))) })
        \(format)
        \(report.refused != nil ? .empty : report.errors.isEmpty ? ready(action) : errors)
        \(report.refused != nil ? .empty : sheets(action) + columns(action))
        \(report.errors.isEmpty ? sessions : .empty)
        """
    }

    private var format: HTML {
        guard let format = report.format else { return .empty }
        let titles = report.titles.filter { !$0.isEmpty }.prefix(3).joined(separator: " / ")
        return visit.notice(
            .info, HTML(text: visit.t(format.description) + (titles.isEmpty ? "" : " “\(titles)”")))
    }

    private var errors: HTML {
        TableView(
            visit.t("Các chỗ sai", "What is wrong"),
            [
                .init(name: visit.t("Dòng", "Line"), isNumber: true), .init(name: visit.t("Cột", "Column")),
                .init(name: visit.t("Sai ở đâu", "What is wrong")),
            ], isCaptionShown: true,
            rows: report.errors.prefix(SessionImportView.shown).map { mistake in
                [
                    HTML(text: mistake.row.map(String.init) ?? "—"), HTML(text: mistake.column ?? "—"),
                    HTML(text: visit.t(mistake.reason)),
                ]
            }
        ).html
    }

    // MARK: What is ready

    private func ready(_ action: String) -> HTML {
        let form = FormView(visit)
        let count = visit.formats.number(report.sessions.count)
        return """
            <div class="figures">\(visit.figure(count, visit.t("buổi mới", "new sessions"), tone: .ok))\
            \(visit.figure(visit.formats.number(report.turns), visit.t("lượt người dự", "turns attended")))\
            \(visit.figure(
                visit.formats.number(report.duplicates.count),
                visit.t("dòng đã có, bỏ qua", "rows there already, left out")))\
            \(visit.figure(
                visit.formats.number(report.alike.count), visit.t("buổi giống một buổi khác", "like another one"),
                tone: report.alike.isEmpty ? .quiet : .warn))</div>
            \(totals)\(remarks)\(duplicates)
            <div class="import-now">\(report.sessions.isEmpty ? .empty : form.button(
                visit.t("Nhập \(count) buổi", "Import \(count) sessions"), action: action, css: "button button-primary"))</div>
            """
    }

    private var totals: HTML {
        report.wrongTotals.prefix(20).map { total in
            visit.notice(
                .warn,
                HTML(
                    text: visit.t(
                        "Dòng \(total.row), cột “\(total.column)” ghi tổng \(visit.formats.number(total.stated)) nhưng các dòng cộng lại là \(visit.formats.number(total.sum)). Dòng tổng không được tính; hãy xem lại.",
                        "Line \(total.row), column “\(total.column)” gives \(visit.formats.number(total.stated)), but its rows add up to \(visit.formats.number(total.sum)). The line of totals is not counted; have a look."
                    )))
        }.reduce(.empty, +)
    }

    private var remarks: HTML {
        report.remarks.map { visit.notice(.info, HTML(text: visit.t($0))) }.reduce(.empty, +)
    }

    private var duplicates: HTML {
        guard !report.duplicates.isEmpty else { return .empty }
        return TableView(
            visit.t("Đã có, sẽ bỏ qua", "There already, left out"),
            [
                .init(name: visit.t("Dòng", "Line"), isNumber: true), .init(name: visit.t("Ngày", "Day")),
                .init(name: visit.t("Nơi tổ chức", "Place")), .init(name: visit.t("Lượt", "Turns"), isNumber: true),
                .init(name: visit.t("Trùng với", "Repeats")),
            ], isCaptionShown: true,
            rows: report.duplicates.prefix(SessionImportView.shown).map { duplicate in
                [
                    HTML(text: String(duplicate.row)), visit.formats.stamp(duplicate.session.day),
                    HTML(text: duplicate.session.place), HTML(text: visit.formats.number(duplicate.session.turns)),
                    original(duplicate.original),
                ]
            }
        ).html
    }

    private func original(_ original: DuplicateRow.Original) -> HTML {
        switch original {
        case .row(let line): HTML(text: visit.t("dòng \(line) của tệp", "line \(line) of the file"))
        case .session(let id): visit.link(visit.t("buổi đã ghi", "a logged session"), "/sessions/\(id)")
        case .withdrawn(let id):
            visit.link(
                visit.t("buổi đã rút; muốn tính lại thì ghi mới", "a withdrawn session; to count it, log it anew"),
                "/sessions/\(id)")
        case .heldTogether(_, let owner):
            HTML(text: visit.t("buổi tổ chức chung, \(owner) đã ghi", "held together, logged by \(owner)"))
        }
    }

    // MARK: Columns

    /// A list with a sheet a month is taken in sheet by sheet.
    private func sheets(_ action: String) -> HTML {
        guard let book = report.format?.workbook, !book.otherSheets.isEmpty else { return .empty }
        let form = FormView(visit)
        return """
            <section class="card">\(form(
                action: "\(action)/columns", submit: visit.t("Đọc trang này", "Read this sheet"),
                form.select(
                    "sheet", visit.t("Trang của tệp Excel", "Sheet of the Excel file"),
                    ([book.sheet] + book.otherSheets).map { Choice(value: $0, label: $0) }, chosen: book.sheet,
                    required: true)))</section>
            """
    }

    private func columns(_ action: String) -> HTML {
        guard !report.columns.isEmpty else { return .empty }
        let form = FormView(visit)
        return """
            <details class="card fold"\(report.errors.isEmpty ? .empty : " open")>\
            <summary>\(visit.t("Cột nào là gì", "What the columns are"))</summary>
            <p>\(visit.t(
                "Chọn lại nếu hiểu sai. Sau khi nhập, lựa chọn được nhớ cho đơn vị này.",
                "Choose again where it is wrong. After the import the choice is kept for this unit."))</p>
            \(form(
                action: "\(action)/columns", submit: visit.t("Đọc lại theo cột đã chọn", "Read again"),
                "<div class=\"columns\">\(report.columns.map { select($0, form) }.reduce(.empty, +))</div>"))
            </details>
            """
    }

    private func select(_ column: ImportedColumn, _ form: FormView) -> HTML {
        var choices = fields
        let chosen = column.field ?? .ignored
        if !choices.contains(where: { $0.value == chosen.description }) {
            choices.insert(Choice(value: chosen.description, label: visit.t(chosen.words)), at: 0)
        }
        return form.select(
            "column-\(column.index)", column.heading, choices, chosen: chosen.description, required: true)
    }

    private var fields: [Choice] {
        let plain: [SessionField] = [
            .ignored, .day, .month, .year, .time, .until, .minutes(each: 1), .minutes(each: 60), .form, .level,
            .classes,
            .place, .audience,
            .turns(nil), .female(nil), .male(nil), .topics, .material, .handout(nil), .cost(each: 1), .cost(each: 1000),
            .speakers, .coHosts, .organiser, .method, .notes, .sessions, .ordinal,
        ]
        return plain.map { Choice(value: $0.description, label: visit.t($0.words) + unit(of: $0)) }
            + audiences.map { audience in
                Choice(
                    value: SessionField.turns(.audience(audience.id)).description,
                    label: visit.t("lượt: \(audience.name.vi)", "turns: \(audience.name.en)"))
            }
    }

    private func unit(of field: SessionField) -> String {
        switch field {
        case .minutes(60): visit.t(" (giờ)", " (hours)")
        case .minutes: visit.t(" (phút)", " (minutes)")
        case .cost(1000): visit.t(" (nghìn đồng)", " (thousand VND)")
        case .cost: visit.t(" (đồng)", " (VND)")
        default: ""
        }
    }

    private var sessions: HTML {
        guard report.refused == nil else { return .empty }
        guard !report.sessions.isEmpty else {
            return visit.empty(
                visit.t("Không có buổi mới", "Nothing new"),
                visit.t("Mọi dòng của tệp đã có trong Loa.", "Every row of the file is in Loa already."))
        }
        return TableView(
            visit.t("Các buổi sẽ nhập", "What will be imported"),
            [
                .init(name: visit.t("Dòng", "Line"), isNumber: true, isMinor: true),
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Nơi tổ chức", "Place")),
                .init(name: visit.t("Hình thức", "Form")), .init(name: visit.t("Lượt", "Turns"), isNumber: true),
                .init(name: visit.t("Lưu ý", "Note")),
            ], isCaptionShown: true,
            rows: zip(report.rows, report.sessions).prefix(SessionImportView.shown).map { line, session in
                [
                    HTML(text: String(line)), visit.formats.stamp(session.day), HTML(text: session.place),
                    HTML(text: visit.t(session.form.words)), HTML(text: visit.formats.number(session.turns)),
                    report.alike[line].html { turns in
                        visit.badge(
                            visit.t("giống một buổi khác: \(turns) lượt", "like another one: \(turns) turns"), .warn)
                    },
                ]
            }
        ).html
    }
}
