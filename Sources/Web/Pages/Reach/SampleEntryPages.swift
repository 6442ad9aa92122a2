import Operations
import Outreach

/// Figures that people read off a page, a log or a counter: typed in one by one, or imported from a file.
struct SampleEntryPages: RouteGroup {
    var routes: [Route] {
        Route.form("/reach/new", .holding(.recordReach), show: form, save: record)
            + Route.form("/reach/import", .holding(.recordReach), bodyLimit: 5_242_880, show: file, save: importFile)
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Ghi số đo", "Type in a figure")
        let form = FormView(visit, refusal)
        var posted = PostFilter()
        posted.states = [.posted]
        posted.from = visit.workspace.now - .seconds(120 * 86_400)
        let posts = try await visit.workspace.posts(posted, as: try visit.caller).reversed().prefix(300)
        guard !posts.isEmpty else {
            return Page(
                title, in: .reach,
                main: visit.heading(title)
                    + visit.empty(
                        visit.t("Chưa có bài nào đã đăng", "Nothing has been posted yet"),
                        visit.t("Số đo thuộc về một bài đã đăng.", "A figure belongs to a post that is out.")))
        }
        return Page(
            title, in: .reach,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Ghi tổng số đến lúc này, không phải phần tăng thêm.",
                    "Type the total so far, not the growth."))))
                <section class="card">\(form(action: "/reach/new", submit: visit.t("Lưu số đo", "Save the figure"), """
                    \(form.select(
                        "post", visit.t("Bài đăng", "Post"),
                        posts.map {
                            Choice(
                                value: $0.id.description,
                                label: "\(visit.formats.day($0.zone.day(of: $0.moment))) · \($0.channel) · \($0.title)")
                        }, chosen: visit.query["post"], required: true))
                    <div class="row">\(form.select(
                        "metric", visit.t("Số đo", "Metric"),
                        Metric.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }, required: true))
                    \(form.input(
                        "value", visit.t("Giá trị", "Value"), required: true, mode: "numeric"))</div>
                    <div class="row">\(form.input(
                        "day", visit.t("Ngày đọc số", "Read on"), type: "date",
                        value: visit.workspace.today.description))
                    \(form.input("time", visit.t("Giờ", "Time"), type: "time"))</div>
                    \(form.box("estimated", visit.t("Đây là số ước lượng", "This is an estimate")))
                    """))</section>
                """)
    }

    private func record(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let post = reader.required("post")
        let metric = try reader.requiredChoice("metric", of: Metric.self)
        let value = reader.requiredInteger("value", in: 0...1_000_000_000)
        let day = reader.day("day")
        let time = reader.time("time")
        try reader.finish()
        let today = visit.workspace.today
        let captured = day.flatMap { day -> Instant? in
            if day == today, time == nil { return nil }
            return visit.workspace.zone.instant(day, time ?? (day == today ? .midnight : .lastMinute))
        }
        let entry = SampleEntry(
            post: post, metric: metric, value: value, capturedAt: captured, isEstimated: visit.form.has("estimated"))
        let recorded = try await visit.workspace.recordSamples(
            [entry], source: .typed, as: try visit.caller, mode: .perform)
        return recorded.isEmpty
            ? .done(
                "/reach/new?post=\(post)", "Số này đã có từ trước; không ghi lần hai.",
                "This figure was there already; it is not counted twice.")
            : .done(
                "/reach/new?post=\(post)",
                Message(
                    vi: "Đã ghi \(visit.formats.number(value)) \(metric.words.vietnamese).",
                    en: "Recorded \(visit.formats.number(value)) \(metric.words.english)."))
    }

    private func file(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Nhập số đo từ tệp", "Import figures")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .reach,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Tệp CSV hoặc Excel với các cột: bài đăng, số đo, giá trị; có thể thêm ngày, giờ, ước lượng. Sai một dòng thì không ghi dòng nào.",
                    "A CSV or Excel file with the columns post, metric, value; date, time and estimated may be added. One wrong row and none is recorded."))))
                <section class="card">\(form(
                    action: "/reach/import", submit: visit.t("Nhập", "Import"), files: true,
                    form.file("file", visit.t("Tệp", "File"), accept: ".xlsx,.csv,text/csv", required: true)))</section>
                """)
    }

    private func importFile(_ visit: Visit) async throws -> Reply {
        guard let file = visit.files.first(where: { $0.field == "file" }) else {
            throw FormError.mistakes(["file": Message(vi: "Hãy chọn một tệp.", en: "Choose a file.")])
        }
        let report = try await visit.workspace.importSamples(
            file.bytes, file: file.name, as: try visit.caller, mode: .perform)
        guard report.problems.isEmpty else {
            let lines = report.problems.prefix(50)
            throw FormError.mistakes([
                "file": Message(
                    vi: "Không ghi dòng nào. " + lines.map(\.message.vietnamese).joined(separator: " "),
                    en: "Nothing was recorded. " + lines.map(\.message.english).joined(separator: " "))
            ])
        }
        let names = report.leftOut.map { "“\($0)”" }.joined(separator: ", ")
        return .done(
            "/reach",
            Message(
                vi: "Đã ghi \(report.items.count) số đo." + (names.isEmpty ? "" : " Cột không rõ, bỏ qua: \(names)."),
                en: "\(report.items.count) figures recorded."
                    + (names.isEmpty ? "" : " Columns that are unknown, left out: \(names).")))
    }
}
