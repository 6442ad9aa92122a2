import Documents
import Foundation
import Operations
import Outreach

/// Many posts at once from a table: first shown as they would become, then made, all of them or none.
struct PostImportPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/posts/import", .holding(.edit)) { .page(try page($0, nil)) },
            .post("/posts/import", .holding(.edit), bodyLimit: 4 * 1_048_576, on: { try page($0, $1) }, save: rehearse),
            .post(
                "/posts/import/perform", .holding(.edit), bodyLimit: 8 * 1_048_576, on: { try page($0, $1) },
                save: perform),
            .get("/posts/import/sample.csv", .holding(.edit), sample),
        ]
    }

    private static let mostShown = 200

    private func page(_ visit: Visit, _ refusal: Refusal?, _ result: HTML = .empty) throws -> Page {
        let form = FormView(visit, refusal)
        let title = visit.t("Nhập bài đăng từ tệp", "Import posts from a file")
        return Page(
            title, in: .posts,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Xem trước rồi mới nhập. Có một dòng sai thì không nhập dòng nào; bài nhập vào là nháp, vẫn phải duyệt.",
                    "Look first, then import. With one wrong row nothing is imported; what comes in are drafts that have to be approved."))))
                \(result)
                <section class="card"><h2>\(visit.t("Chọn bảng", "Choose a table"))</h2>
                \(form(action: "/posts/import", submit: visit.t("Xem trước", "Preview"), files: true, """
                    \(form.file("file", visit.t("Tệp CSV", "A CSV file"), accept: ".csv,.txt,.tsv,text/csv,text/plain"))
                    \(form.area(
                        "pasted", visit.t("Hoặc dán từ Excel", "Or paste from Excel"),
                        hint: visit.t("Chọn cả dòng tiêu đề trong Excel, sao chép rồi dán vào đây.", "Select the rows with their heading in Excel, copy, and paste here."),
                        rows: 4))
                    """))
                <h3>\(visit.t("Các cột", "Columns"))</h3>
                <p>\(visit.t(
                    "kênh, ngày, giờ; tài liệu hoặc tiêu đề và nội dung; có thể thêm liên kết và đối tượng.",
                    "channel, date, time; material, or title and text; link and audiences if you like."))
                <a href="/posts/import/sample.csv" download>\(visit.t("Tải bảng mẫu", "Download a sample"))</a></p>
                </section>
                """)
    }

    private func rehearse(_ visit: Visit) async throws -> Reply {
        let file = visit.files.first { $0.field == "file" && !$0.bytes.isEmpty }
        let pasted = visit.form.text("pasted")
        guard let bytes = file?.bytes ?? (pasted.trimmed.isEmpty ? nil : Array(pasted.utf8)) else {
            throw FormError.mistakes([
                "file": Message(vi: "Hãy chọn một tệp hoặc dán bảng.", en: "Choose a file or paste a table.")
            ])
        }
        let name = file?.name ?? visit.t("bảng đã dán", "the pasted table")
        let report = try await visit.workspace.importPosts(
            bytes, file: name, as: try visit.caller, mode: .rehearse)
        return .page(try page(visit, nil, try await result(report, bytes, name, visit)))
    }

    /// What the rows become, with the button that makes it so; or what is wrong with which row.
    private func result(
        _ report: ImportReport<Post>, _ bytes: [UInt8], _ name: String, _ visit: Visit
    ) async throws -> HTML {
        guard report.problems.isEmpty else { return problems(report, visit) }
        guard !report.items.isEmpty else {
            return visit.notice(.warn, HTML(text: visit.t("Bảng không có dòng nào.", "The table has no rows.")))
        }
        let names = try await PublishingNames(visit)
        let form = FormView(visit)
        let count = report.items.count
        return """
            <section class="card"><h2>\(visit.t("\(count) bài sẽ được tạo", "\(count) posts will be made"))</h2>
            \(TableView(
                visit.t("Xem trước", "Preview"),
                [
                    .init(name: visit.t("Giờ đăng", "Moment")), .init(name: visit.t("Kênh", "Channel")),
                    .init(name: visit.t("Tiêu đề", "Title")), .init(name: visit.t("Nội dung", "Text"), isMinor: true),
                ],
                rows: report.items.prefix(Self.mostShown).map { post in
                    [
                        visit.formats.stamp(post.moment), HTML(text: names.channel(post.channel)),
                        HTML(text: post.title), HTML(text: post.text.shortened(to: 160)),
                    ]
                }
            ).html)
            \(notes(report, visit))
            \(count > Self.mostShown ? "<p class=\"hint\">\(visit.t("và \(count - Self.mostShown) bài nữa", "and \(count - Self.mostShown) more"))</p>" : .empty)
            <form method="post" action="/posts/import/perform">\(form.token)\(form.hidden("name", name))\
            \(form.hidden("table", Data(bytes).base64EncodedString()))
            <button class="button button-primary">\(visit.t("Nhập \(count) bài", "Import \(count.of("post", "posts"))"))</button></form>
            </section>
            """
    }

    /// What the safeguarding rules found: the rows become drafts, and are mended before they are submitted.
    private func notes(_ report: ImportReport<Post>, _ visit: Visit) -> HTML {
        guard !report.notes.isEmpty else { return .empty }
        return """
            <h3>\(visit.t(
                "\(report.notes.count) bài phải sửa trước khi gửi duyệt", "\(report.notes.count.of("post", "posts")) to mend before they can be submitted"))</h3>
            <ul class="findings">\(report.notes.prefix(Self.mostShown).html { note in
                """
                <li class="finding finding-block"><p><span class="hint">\(visit.t("dòng", "row")) \
                \(note.line.map(visit.formats.number))</span></p><p>\(visit.t(note.reason))</p></li>
                """
            })</ul>
            """
    }

    private func problems(_ report: ImportReport<Post>, _ visit: Visit) -> HTML {
        """
        <section class="card" role="alert"><h2>\(visit.t(
            "Chưa nhập gì: \(report.problems.count) dòng cần sửa", "Nothing was imported: \(report.problems.count.of("row", "rows")) to correct"))</h2>
        \(TableView(
            visit.t("Các dòng cần sửa", "Rows to correct"),
            [
                .init(name: visit.t("Dòng", "Row"), isNumber: true), .init(name: visit.t("Vì sao", "Why")),
            ],
            rows: report.problems.prefix(Self.mostShown).map { problem in
                [HTML(text: problem.line.map(visit.formats.number) ?? "—"), HTML(text: visit.t(problem.reason))]
            }
        ).html)
        <p>\(visit.t("Sửa trong bảng rồi chọn lại tệp bên dưới.", "Correct the table, then choose the file again below."))</p></section>
        """
    }

    private func perform(_ visit: Visit) async throws -> Reply {
        guard let data = Data(base64Encoded: visit.form.text("table")) else { throw WebError.badForm }
        let report = try await visit.workspace.importPosts(
            Array(data), file: visit.form["name"] ?? "", as: try visit.caller, mode: .perform)
        // What a rehearsal found good may be taken by now: somebody else made the same post.
        guard report.problems.isEmpty else { return .page(try page(visit, nil, problems(report, visit))) }
        return .done(
            "/posts?state=draft", "Đã nhập \(report.items.count) bài nháp; hãy gửi duyệt.",
            "Imported \(report.items.count.of("draft", "drafts")); submit next.")
    }

    /// With a byte-order mark and `;`, as Excel in Vietnam opens it.
    private func sample(_ visit: Visit) async throws -> Reply {
        let day = visit.workspace.today + 7
        let text =
            "\u{FEFF}kênh;ngày;giờ;tài liệu;tiêu đề;nội dung;liên kết\r\n"
            + "ma-kenh;\(visit.formats.day(day));08:00;ma-tai-lieu;;;\r\n"
            + "ma-kenh;\(visit.formats.day(day + 1));19:30;;Gọi 111;Khi trẻ em cần giúp đỡ, hãy gọi 111 (miễn phí, 24/24).;\r\n"
        return .download(Download(bytes: Array(text.utf8), type: "text/csv; charset=utf-8", name: "bai-dang-mau.csv"))
    }
}
