import Operations
import Outreach

/// The revisions of a material: who wrote what when, what was decided, how often each was used.
struct RevisionTable: Sendable {
    let page: MaterialPage

    private var visit: Visit { page.visit }

    var html: HTML {
        """
        <section aria-labelledby="revisions"><h2 id="revisions">\(visit.t("Các bản", "Revisions"))</h2>
        \(table)\(comparison)</section>
        """
    }

    private var table: HTML {
        TableView(
            visit.t("Bảng các bản", "Table of revisions"),
            [
                .init(name: visit.t("Bản", "Revision")), .init(name: visit.t("Trạng thái", "State")),
                .init(name: visit.t("Người viết", "Author")), .init(name: visit.t("Lúc", "When")),
                .init(name: visit.t("Quyết định", "Decision")),
                .init(name: visit.t("Bài đăng", "Posts"), isNumber: true),
                .init(name: visit.t("Buổi", "Sessions"), isNumber: true), .init(name: ""),
            ],
            rows: page.view.revisions.map(row)
        ).html
    }

    private func row(_ revision: Revision) -> [HTML] {
        let slug = page.view.slug
        let link = visit.link(
            visit.t("Bản \(revision.number)", "Revision \(revision.number)"),
            "/library/\(slug)?revision=\(revision.number)")
        let isInUse = revision.number == page.view.approved?.number
        return [
            link,
            """
            <div class="cluster">\(visit.badge(state(of: revision), isSuperseded(revision) ? .quiet : revision.state.tone))\
            \(isInUse ? visit.badge(visit.t("đang dùng", "in use"), .info) : .empty)</div>
            """,
            HTML(text: revision.author), visit.formats.stamp(revision.createdAt), decision(on: revision),
            HTML(text: visit.formats.number(page.uses.postCounts[revision.hash] ?? 0)),
            HTML(text: visit.formats.number(page.uses.sessionCounts[revision.hash] ?? 0)),
            page.view.predecessor(of: revision).html { before in
                visit.link(
                    visit.t("So với bản \(before.number)", "Against revision \(before.number)"),
                    "/library/\(slug)/changes?from=\(before.number)&to=\(revision.number)")
            },
        ]
    }

    /// A revision that nobody decided before the next one came will not be decided any more.
    private func isSuperseded(_ revision: Revision) -> Bool {
        revision.state == .inReview && revision.number != page.view.newest?.number
    }

    private func state(of revision: Revision) -> String {
        isSuperseded(revision) ? visit.t("có bản mới hơn", "superseded") : visit.t(revision.state.words)
    }

    private func decision(on revision: Revision) -> HTML {
        guard let decision = page.view.decision(on: revision) else { return .empty }
        return """
            <div>\(decision.by), \(visit.formats.stamp(decision.at))\
            \(decision.comment.isEmpty ? .empty : "<br><span class=\"text-as-is\">\(decision.comment)</span>" as HTML)</div>
            """
    }

    private var comparison: HTML {
        guard page.view.revisions.count > 2 else { return .empty }
        let choices = page.view.revisions.map { revision in
            Choice(
                value: "\(revision.number)",
                label: visit.t(
                    "Bản \(revision.number), \(revision.author)", "Revision \(revision.number), \(revision.author)"))
        }
        let form = FormView(visit)
        return """
            <form method="get" action="/library/\(page.view.slug)/changes" class="filters">
            \(form.select("from", visit.t("So bản", "Compare"), choices, chosen: choices.dropFirst().first?.value, required: true))
            \(form.select("to", visit.t("với bản", "with"), choices, chosen: choices.first?.value, required: true))
            <button class="button">\(visit.t("Xem khác nhau", "Show the differences"))</button></form>
            """
    }
}
