import Operations
import Outreach

/// One material: what it says, what goes out of it, what is to be mended, who decided, where it was used.
struct MaterialPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/library/:material", .holding(.view)) { .page(try await show($0, nil)) },
            .get("/library/:material/print", .holding(.view)) { .page(try await print($0)) },
            .post("/library/:material/decide", .holding(.approve), on: show, save: decide),
            .post("/library/:material/override", .holding(.override), on: show, save: override),
        ]
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let page = try await MaterialPage(visit, refusal)
        return Page(
            visit.t(page.shown.content.title), in: .library, scripts: ["library.js"], main: page.html)
    }

    private func decide(_ visit: Visit) async throws -> Reply {
        let material = try visit.slug("material")
        var reader = FormReader(visit.form)
        let verdict: RevisionVerdict = try reader.requiredChoice("verdict")
        let comment = reader.optional("comment", longest: 2000) ?? ""
        guard let hash = ContentHash(reader.required("revision")) else { throw WebError.noPage }
        try reader.finish()
        _ = try await visit.workspace.decideRevisions(
            [hash], verdict, comment: comment, as: try visit.caller, mode: .perform)
        return .done("/library/\(material)", verdict.done)
    }

    private func override(_ visit: Visit) async throws -> Reply {
        let material = try visit.slug("material")
        var reader = FormReader(visit.form)
        let reason = reader.required("reason", longest: 300)
        guard let hash = ContentHash(reader.required("revision")),
            let finding = FindingReference(reader.required("finding"))
        else { throw WebError.badForm }
        try reader.finish()
        let judged = try await visit.workspace.override(
            finding, ofRevision: hash, reason: reason, as: try visit.caller, mode: .perform)
        return .done(
            "/library/\(material)",
            Message(
                vi: "Đã cho qua. Còn \(judged.open.count) chỗ chặn bản này.",
                en: "Let pass. \(judged.open.count) more keep this revision in."))
    }

    /// What is handed out or put up, alone on the sheet.
    private func print(_ visit: Visit) async throws -> Page {
        let view = try await visit.workspace.material(try visit.slug("material"))
        let shown = try MaterialPage.chosen(of: view, visit)
        let content = shown.content
        let body: HTML =
            if let sheet = content.variant(for: .print) {
                "<div class=\"sheet \(content.kind == .poster ? "sheet-poster" : "")\">\(sheet.text)</div>"
            } else if let script = content.variant(for: .loudspeaker), content.kind == .radioScript {
                "<div class=\"sheet sheet-script\">\(script.text)</div>"
            } else {
                "<div class=\"prose\">\(MaterialText.html(content.body, below: 1))</div>"
            }
        return Page(
            visit.t(content.title), scripts: ["library.js"], isBare: true,
            main: """
                <div class="cluster no-print print-bar">\(visit.link(
                    visit.t("Về tài liệu", "Back to the material"), "/library/\(view.slug)", css: "button"))\
                <button class="button button-primary" data-print hidden>\(visit.t("In trang này", "Print this page"))</button></div>
                <article class="on-paper"><h1>\(visit.t(content.title))</h1>
                \(shown.state == .approved ? .empty : visit.notice(.warn, HTML(text: visit.t(
                    "Bản này chưa được duyệt: không phát, không treo.",
                    "This revision is not approved: do not hand it out or put it up."))))
                \(MediaList(visit).pictures(content.media))
                \(body)
                <p class="hint">\(visit.t("Căn cứ", "Source")): \(content.source) · \(view.slug), \
                \(visit.t("bản", "revision")) \(shown.number)</p></article>
                """)
    }
}

extension RevisionVerdict {
    fileprivate var done: Message {
        switch self {
        case .approved:
            Message(
                vi: "Đã duyệt. Từ giờ bản này là bản được dùng.", en: "Approved. From now on this is the one in use.")
        case .rejected:
            Message(
                vi: "Đã trả lại kèm nhận xét. Bản đang dùng trước đó không thay đổi.",
                en: "Rejected with your comment. What was in use before still is.")
        }
    }
}
