import Operations
import Outreach

/// All revisions that wait, one under the other with what changed, to be approved one by one or together.
struct ReviewPages: RouteGroup {
    private static let pageSize = 20

    var routes: [Route] {
        [
            .get("/library/review", .holding(.approve)) { .page(try await list($0, nil)) },
            .post("/library/review", .holding(.approve), on: list, save: approve),
        ]
    }

    private func list(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Duyệt tài liệu", "Review materials")
        let after = visit.query["after"].flatMap(LibraryCursor.init)
        let page = try await visit.workspace.libraryPage(
            LibraryQuery(state: .inReview, limit: ReviewPages.pageSize, after: after))
        let names = LibraryNames(visit, try await visit.workspace.taxonomy())
        let form = FormView(visit, refusal)
        var cards = HTML.empty
        for entry in page.entries { cards += try await card(entry, names) }
        return Page(
            title, in: .library, scripts: ["library.js"],
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Mỗi bản mới cần một người không viết nó đọc và duyệt. Trả lại kèm nhận xét ở trang của tài liệu.",
                    "Each new revision needs somebody who did not write it. To reject with a comment, open the material."))))
                \(page.entries.isEmpty ? form.notice + nothing(visit) : form(
                    action: "/library/review", submit: visit.t("Duyệt các bản đã chọn", "Approve what is ticked"),
                    css: "form form-wide",
                    """
                    <div class="cluster"><button type="button" class="button button-small" data-tick-all hidden>\(visit.t(
                        "Chọn tất cả trên trang", "Tick all on this page"))</button></div>
                    \(cards)
                    \(form.input("comment", visit.t("Nhận xét chung", "Comment for all")))
                    """))
                \(page.next.html { visit.link(visit.t("Xem tiếp", "More"), "/library/review?after=\($0)", css: "button") })
                """)
    }

    private func card(_ entry: LibraryEntry, _ names: LibraryNames) async throws -> HTML {
        let visit = names.visit
        let view = try await visit.workspace.material(entry.material)
        guard let newest = view.newest, newest.hash == entry.revision else { return .empty }
        let examination = try await visit.workspace.examine(newest.content, as: try visit.caller)
        let own = view.revisions.prefix { $0.state != .approved }.map(\.author)
        let isOwn = visit.person.map { own.contains($0.id.description) } ?? false
        return """
            <article class="card review-item"><div class="review-head">
            \(isOwn || examination.blocks > 0 ? .empty : box(newest, visit))
            <div><h2>\(visit.link(visit.t(entry.title), "/library/\(entry.material)"))</h2>
            <p class="hint">\(visit.t(entry.kind.words)) · \(visit.t("bản", "revision")) \(newest.number) · \(newest.author), \
            \(visit.formats.stamp(newest.createdAt))</p></div>
            <div class="cluster">\(marks(examination, visit))</div></div>
            \(aside(isOwn: isOwn, examination, visit))
            \(what(newest, view, names))</article>
            """
    }

    /// Why there is no box to tick.
    private func aside(isOwn: Bool, _ examination: MaterialExamination, _ visit: Visit) -> HTML {
        if isOwn {
            return visit.notice(
                .info,
                HTML(
                    text: visit.t(
                        "Bạn đã viết một phần những gì thay đổi nên cần người khác duyệt.",
                        "You wrote some of what changes, so someone else has to approve it.")))
        }
        guard examination.blocks > 0 else { return .empty }
        return visit.notice(
            .bad,
            HTML(
                text: visit.t(
                    "Có chỗ phải sửa nên không duyệt cùng các bản khác. Mở tài liệu để xem và quyết định.",
                    "There is something to mend, so it is not approved with others. Open the material to see and decide."
                )))
    }

    private func box(_ revision: Revision, _ visit: Visit) -> HTML {
        let isTicked = visit.form.all("revision").contains(revision.hash.description)
        return """
            <label class="box"><input type="checkbox" name="revision" value="\(revision.hash.description)" \
            \(flag: "checked", if: isTicked)><span class="unseen">\(visit.t("Chọn", "Tick")) \
            \(visit.t(revision.content.title))</span></label>
            """
    }

    private func marks(_ examination: MaterialExamination, _ visit: Visit) -> HTML {
        var marks = HTML.empty
        if examination.blocks > 0 {
            marks += visit.badge(visit.t("\(examination.blocks) phải sửa", "\(examination.blocks) to mend"), .bad)
        }
        if examination.warnings + examination.notes.count > 0 {
            let count = examination.warnings + examination.notes.count
            marks += visit.badge(visit.t("\(count) nên xem", "\(count) to look at"), .warn)
        }
        return marks.isEmpty ? visit.badge(visit.t("không thấy lỗi", "nothing found"), .ok) : marks
    }

    private func what(_ revision: Revision, _ view: MaterialView, _ names: LibraryNames) -> HTML {
        let visit = names.visit
        guard let before = view.predecessor(of: revision) else {
            return """
                <p>\(visit.badge(visit.t("mới", "new"), .info)) \(revision.content.summary)</p>
                <details class="fold"><summary>\(visit.t("Đọc toàn văn", "Read the full text"))</summary>
                <div class="prose">\(MaterialText.html(revision.content.body, below: 2))</div>
                \(revision.content.variants.html { variant in
                    "<h3>\(visit.t(variant.channelKind.words).asHeading)</h3><div class=\"text-as-is\">\(variant.text)</div>"
                })</details>
                """
        }
        let difference = DifferenceView(names, from: before.content, to: revision.content, below: 2)
        return """
            <details class="fold" open><summary>\(visit.t(
                "So với bản \(before.number)", "Against revision \(before.number)")): \(difference.summary)</summary>
            \(difference.html)</details>
            """
    }

    private func nothing(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Không có gì chờ duyệt", "Nothing waits"),
            visit.t("Mọi bản mới đã có người quyết định.", "Every new revision has been decided."),
            action: visit.link(visit.t("Về thư viện", "Back to the library"), "/library", css: "button"))
    }

    private func approve(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let hashes = visit.form.all("revision").compactMap(ContentHash.init)
        let comment = reader.optional("comment", longest: 2000) ?? ""
        try reader.finish()
        guard !hashes.isEmpty else { throw LibraryError.nothingTicked }
        let done = try await visit.workspace.decideRevisions(
            hashes, .approved, comment: comment, as: try visit.caller, mode: .perform)
        return .done(
            "/library/review", "Đã duyệt \(done.count) bản.", "Approved \(done.count.of("revision", "revisions")).")
    }
}
