import Documents
import Operations
import Outreach

/// Importing a list of sessions: first a look at what it would do, column by column and row by row, then all of it or
/// nothing.
struct SessionImportPages: RouteGroup {
    private let pending = PendingImports()

    var routes: [Route] {
        Route.form("/sessions/import", .holding(.logSessions), bodyLimit: 32 * 1_048_576, show: form, save: look)
            + [
                .get("/sessions/import/template.csv", .holding(.logSessions), template),
                .get("/sessions/import/:import", .holding(.logSessions)) { .page(try await preview($0, nil)) },
                .post("/sessions/import/:import", .holding(.logSessions), on: preview, save: perform),
                .post("/sessions/import/:import/columns", .holding(.logSessions), on: preview, save: mapColumns),
            ]
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Nhập các buổi từ tệp", "Import sessions from a file")
        let form = FormView(visit, refusal)
        let choices = try await visit.workspace.sessionChoices(as: try visit.caller)
        return Page(
            title, in: .sessions,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Xem trước từng cột, từng dòng rồi mới nhập. Sai một dòng thì không nhập dòng nào; dòng đã có được bỏ qua.",
                    "Look at columns and rows first. One wrong row and none is imported; rows that are there already are left out."))))
                <section class="card">\(form(
                    action: "/sessions/import", submit: visit.t("Xem trước", "Preview"), files: true,
                    """
                    \(form.select(
                        "unit", visit.t("Đơn vị tổ chức", "Unit"),
                        choices.units.map { Choice(value: $0.id.description, label: visit.t($0.name)) },
                        chosen: choices.recent.first?.unit.description, required: true))
                    \(form.file(
                        "file", visit.t("Tệp Excel hoặc CSV, hoặc JSON từ điện thoại", "Excel or CSV file, or JSON from a phone"),
                        accept: ".xlsx,.csv,.txt,.json,text/csv,text/plain,application/json",
                        hint: visit.t(
                            "Gửi nguyên tệp đang dùng: dòng tiêu đề, ô gộp, dòng tổng, dấu ; hoặc , và bảng mã cũ đều đọc được. Tệp JSON là các buổi chưa gửi mà điện thoại xuất ra.",
                            "Send the file as it is: title lines, merged cells, totals, ; or , and older encodings are understood. JSON is what a phone saves of sessions it could not send."),
                        required: true))
                    """))
                \(columns(visit))</section>
                """)
    }

    private func columns(_ visit: Visit) -> HTML {
        """
        <h2>\(visit.t("Các cột", "Columns"))</h2>
        <p>\(visit.t(
            "Cần có: Ngày, Địa điểm (hoặc Trường) và số lượt: một cột Số lượt, hoặc mỗi đối tượng một cột. Có thể thêm: Giờ, Thời lượng, Hình thức, Cấp học, Lớp, Đối tượng, Nam, Nữ, Nội dung, Tài liệu, Tờ rơi, Kinh phí, Đơn vị phối hợp, Báo cáo viên, Ghi chú.",
            "Needed: Date, Place (or School) and turns: one column, or one for each audience. May be added: Time, Length, Form, Level, Class, Audience, Male, Female, Subject, Material, Leaflets, Cost, Co-hosts, Speakers, Notes."))</p>
        <p>\(visit.t(
            "Danh sách có họ tên, ngày sinh của từng người sẽ bị từ chối: Loa chỉ nhận số lượt.",
            "A list with names or dates of birth is turned away: Loa takes numbers only."))</p>
        <p>\(visit.link(visit.t("Tải tệp mẫu", "Download a template"), "/sessions/import/template.csv", css: "button"))</p>
        """
    }

    private func template(_ visit: Visit) async throws -> Reply {
        let taxonomy = try await visit.workspace.taxonomy()
        let audiences = taxonomy.audiences.prefix(4).map { visit.t($0.name) }
        let heading =
            [
                visit.t("Ngày", "Date"), visit.t("Giờ", "Time"), visit.t("Hình thức", "Form"),
                visit.t("Địa điểm", "Place"), visit.t("Số phút", "Minutes"),
            ] + audiences
        let example: [Cell] =
            [
                .day(visit.workspace.today), .text("07:30"), .text(visit.t(SessionForm.schoolSession.words)),
                .text(visit.t("Trường …", "School …")), .integer(45), .integer(120),
            ] + audiences.dropFirst().map { _ in .empty }
        return .download(
            Download(
                bytes: DelimitedTextWriter().file(header: heading, rows: [example]),
                type: "text/csv; charset=utf-8", name: visit.t("mau-buoi-tuyen-truyen.csv", "sessions-template.csv")))
    }

    /// Tries the import out, beside this request.
    private func look(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let unit = try reader.requiredSlug("unit")
        guard let file = visit.files.first(where: { $0.field == "file" }) else {
            throw FormError.mistakes(["file": Message(vi: "Hãy chọn một tệp.", en: "Choose a file.")])
        }
        guard let person = visit.person else { throw WebError.notSignedIn }
        let entry = PendingImports.Entry(owner: person.id, unit: unit, file: file.name, bytes: file.bytes)
        return try rehearse(pending.add(entry), entry, sheet: nil, mapping: SessionMapping(), visit)
    }

    /// Reads the file once more by what the person says of its columns.
    private func mapColumns(_ visit: Visit) async throws -> Reply {
        let (id, entry, report) = try waiting(visit)
        var mapping = entry.mapping
        for column in report.columns {
            guard let text = visit.form["column-\(column.index)"], let field = SessionField(text) else { continue }
            if field != column.field { mapping.set(field, for: column.path.joined(separator: " ")) }
        }
        let sheet = visit.form["sheet"].flatMap { $0.isEmpty ? nil : $0 } ?? entry.sheet
        return try rehearse(id, entry, sheet: sheet, mapping: mapping, visit)
    }

    private func rehearse(
        _ id: String, _ entry: PendingImports.Entry, sheet: String?, mapping: SessionMapping, _ visit: Visit
    ) throws -> Reply {
        let (workspace, caller, pending) = (visit.workspace, try visit.caller, pending)
        let job = visit.jobs.start(
            Message(vi: "Đang đọc “\(entry.file)”…", en: "Reading “\(entry.file)”…"), for: entry.owner
        ) { _ in
            let report = try await workspace.importSessions(
                entry.bytes, sheet: sheet, unit: entry.unit, mapping: mapping, as: caller, mode: .rehearse)
            pending.set(report, sheet: sheet, mapping: mapping, for: id)
            return .done(report.outcome, path: "/sessions/import/\(id)")
        }
        return .seeOther(job)
    }

    private func preview(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let (id, entry, report) = try waiting(visit)
        let title = visit.t("Xem trước “\(entry.file)”", "Preview of “\(entry.file)”")
        let audiences = try await visit.workspace.taxonomy().audiences
        return Page(
            title, in: .sessions,
            main: SessionImportView(visit: visit, report: report, audiences: audiences, refusal: refusal)
                .html(title, action: "/sessions/import/\(id)"))
    }

    private func perform(_ visit: Visit) async throws -> Reply {
        let name = try visit.parameter("import")
        if let person = visit.person, pending.isOver(name, of: person.id) {
            return .done("/sessions", "Danh sách này đã nhập xong.", "This list was imported already.")
        }
        let (id, entry, _) = try waiting(visit)
        let (workspace, caller, pending) = (visit.workspace, try visit.caller, pending)
        let job = visit.jobs.start(
            Message(vi: "Đang nhập “\(entry.file)”…", en: "Importing “\(entry.file)”…"), for: entry.owner
        ) { _ in
            let report = try await workspace.importSessions(
                entry.bytes, sheet: entry.sheet, unit: entry.unit, mapping: entry.mapping, as: caller, mode: .perform)
            guard report.isSound else {
                pending.set(report, sheet: entry.sheet, mapping: entry.mapping, for: id)
                return .failed(report.outcome)
            }
            pending.finish(id, of: entry.owner)
            return .done(
                Message(
                    vi: "Đã nhập \(report.sessions.count) buổi, \(report.turns) lượt; "
                        + "bỏ qua \(report.duplicates.count) dòng đã có.",
                    en: "\(report.sessions.count.of("session", "sessions")), \(report.turns) turns imported; "
                        + "\(report.duplicates.count) were there."),
                path: "/sessions?unit=\(entry.unit)")
        }
        return .seeOther(job)
    }

    private func waiting(
        _ visit: Visit
    ) throws -> (id: String, entry: PendingImports.Entry, report: SessionImportReport) {
        let id = try visit.parameter("import")
        guard let person = visit.person, let entry = pending.entry(id, of: person.id), let report = entry.report else {
            throw WebError.noPage
        }
        return (id, entry, report)
    }
}

extension SessionImportReport {
    /// What a rehearsal found, in a sentence.
    var outcome: Message {
        if let refused { return refused.reason }
        guard errors.isEmpty else {
            return Message(
                vi: "\(errors.count) chỗ sai; chưa nhập gì. Sửa tệp rồi gửi lại, hoặc chọn lại cột.",
                en:
                    "\(errors.count.of("mistake", "mistakes")); nothing was imported. Mend the file and send it again, or set the columns."
            )
        }
        return Message(
            vi: "Đọc xong: \(sessions.count) buổi mới, \(duplicates.count) dòng đã có. Chưa nhập gì.",
            en: "Read: \(sessions.count) new sessions, \(duplicates.count) rows that are there already. "
                + "Nothing is imported yet.")
    }
}
