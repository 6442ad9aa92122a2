import Documents
import Operations
import Outreach

/// Importing a list of sessions: first a look at what it would do, row by row, then all of it or nothing.
struct SessionImportPages: RouteGroup {
    private let pending = PendingImports()

    var routes: [Route] {
        Route.form("/sessions/import", .holding(.logSessions), bodyLimit: 8 * 1_048_576, show: form, save: look)
            + [
                .get("/sessions/import/template.csv", .holding(.logSessions), template),
                .get("/sessions/import/:import", .holding(.logSessions)) { .page(try await preview($0, nil)) },
                .post("/sessions/import/:import", .holding(.logSessions), on: preview, save: perform),
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
                    "Xem trước từng dòng rồi mới nhập. Sai một dòng thì không nhập dòng nào; dòng đã có được bỏ qua.",
                    "Look at every row first. One wrong row and none is imported; rows that are there already are left out."))))
                <section class="card">\(form(
                    action: "/sessions/import", submit: visit.t("Xem trước", "Preview"), files: true,
                    """
                    \(form.select(
                        "unit", visit.t("Đơn vị tổ chức", "Unit"),
                        choices.units.map { Choice(value: $0.id.description, label: visit.t($0.name)) },
                        chosen: choices.recent.first?.unit.description, required: true))
                    \(form.file(
                        "file", visit.t("Tệp CSV", "CSV file"), accept: ".csv,.txt,text/csv,text/plain",
                        hint: visit.t(
                            "Từ Excel: Lưu thành → CSV UTF-8. Dòng tiêu đề, dấu ; hoặc , và bảng mã cũ đều đọc được.",
                            "From Excel: Save as → CSV UTF-8. Title lines, ; or , and older encodings are understood.")))
                    """))
                \(columns(visit))</section>
                """)
    }

    private func columns(_ visit: Visit) -> HTML {
        """
        <h2>\(visit.t("Các cột", "Columns"))</h2>
        <p>\(visit.t(
            "Bắt buộc: Ngày, Hình thức, Địa điểm, Số phút. Người dự: hoặc hai cột Đối tượng và Số lượt, hoặc mỗi đối tượng một cột mang tên của nó. Có thể thêm: Giờ, Cấp học, Nữ, Nam, Chủ đề, Tài liệu, Ghi chú.",
            "Needed: Date, Form, Place, Minutes. Those present: either the columns Audience and Turns, or a column for each audience under its name. May be added: Time, Level, Female, Male, Topics, Material, Notes."))</p>
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
        let id = pending.add(.init(owner: person.id, unit: unit, file: file.name, bytes: file.bytes))
        let (workspace, caller, pending) = (visit.workspace, try visit.caller, pending)
        let job = visit.jobs.start(
            Message(vi: "Đang đọc “\(file.name)”…", en: "Reading “\(file.name)”…"), for: person.id
        ) { _ in
            let report = try await workspace.importSessions(
                file.bytes, file: file.name, unit: unit, as: caller, mode: .rehearse)
            pending.set(report, for: id)
            return .done(report.outcome, path: "/sessions/import/\(id)")
        }
        return .seeOther(job)
    }

    private func preview(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let (_, entry, report) = try waiting(visit)
        let title = visit.t("Xem trước “\(entry.file)”", "Preview of “\(entry.file)”")
        return Page(
            title, in: .sessions,
            main: SessionImportView(visit: visit, report: report, refusal: refusal).html(title, action: visit.path))
    }

    private func perform(_ visit: Visit) async throws -> Reply {
        let (id, entry, _) = try waiting(visit)
        let (workspace, caller, pending) = (visit.workspace, try visit.caller, pending)
        let job = visit.jobs.start(
            Message(vi: "Đang nhập “\(entry.file)”…", en: "Importing “\(entry.file)”…"), for: entry.owner
        ) { _ in
            let report = try await workspace.importSessions(
                entry.bytes, file: entry.file, unit: entry.unit, as: caller, mode: .perform)
            guard report.problems.isEmpty else {
                pending.set(report, for: id)
                return .failed(report.outcome)
            }
            pending.remove(id)
            let turns = report.items.reduce(0) { $0 + $1.session.turns }
            return .done(
                Message(
                    vi: "Đã nhập \(report.items.count) buổi, \(turns) lượt; bỏ qua \(report.known.count) dòng đã có.",
                    en: "\(report.items.count) sessions, \(turns) turns imported; \(report.known.count) were there."),
                path: "/sessions?unit=\(entry.unit)")
        }
        return .seeOther(job)
    }

    private func waiting(
        _ visit: Visit
    ) throws -> (id: String, entry: PendingImports.Entry, report: ImportReport<SessionLogged>) {
        let id = try visit.parameter("import")
        guard let person = visit.person, let entry = pending.entry(id, of: person.id), let report = entry.report else {
            throw WebError.noPage
        }
        return (id, entry, report)
    }
}

extension ImportReport<SessionLogged> {
    /// What a rehearsal found, in a sentence.
    var outcome: Message {
        guard problems.isEmpty else {
            return Message(
                vi: "\(problems.count) dòng sai; chưa nhập gì. Sửa tệp rồi gửi lại.",
                en: "\(problems.count) rows are wrong; nothing was imported. Mend the file and send it again.")
        }
        return Message(
            vi: "Đọc xong: \(items.count) buổi mới, \(known.count) dòng đã có. Chưa nhập gì.",
            en:
                "Read: \(items.count) new sessions, \(known.count) rows that are there already. Nothing is imported yet."
        )
    }
}
