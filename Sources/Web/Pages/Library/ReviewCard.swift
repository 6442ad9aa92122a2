import Operations
import Outreach

/// Approving or rejecting the revision on the page: what changed, what was found, and the decision.
struct ReviewCard: Sendable {
    let page: MaterialPage

    private var visit: Visit { page.visit }

    var html: HTML {
        """
        <section class="card review" aria-labelledby="review"><h2 id="review">\(visit.t(
            "Duyệt bản \(page.shown.number)", "Review revision \(page.shown.number)"))</h2>
        <p>\(visit.t("Người viết", "Author")): <strong>\(page.shown.author)</strong>, \
        \(visit.formats.stamp(page.shown.createdAt))</p>
        \(found)\(changes)\(form)</section>
        """
    }

    private var found: HTML {
        let (blocks, warnings) = (page.examination.blocks, page.examination.warnings)
        guard blocks + warnings > 0 else { return .empty }
        return visit.notice(
            blocks > 0 ? .bad : .warn,
            HTML(
                text: visit.t(
                    "Kiểm tra thấy \(blocks) chỗ phải sửa, \(warnings) chỗ nên xem lại; xem mục Kiểm tra.",
                    "The check found \(blocks) to be mended and \(warnings) to be looked at; see Check.")))
    }

    private var changes: HTML {
        guard let before = page.view.predecessor(of: page.shown) else {
            return """
                <p class="hint">\(visit.t("Tài liệu mới, chưa có bản trước.", "A new material without an earlier revision."))</p>
                """
        }
        let difference = DifferenceView(page.names, from: before.content, to: page.shown.content, below: 3)
        return """
            <details class="fold" open><summary>\(visit.t(
                "So với bản \(before.number)", "Against revision \(before.number)")): \(difference.summary)</summary>
            \(difference.html)</details>
            """
    }

    private var form: HTML {
        if let person = page.visit.person?.id.description, wroteSome(person) {
            return visit.notice(
                .info,
                HTML(
                    text: visit.t(
                        "Bạn đã viết một phần những gì thay đổi nên cần người khác duyệt.",
                        "You wrote some of what changes, so someone else has to approve it.")))
        }
        let form = FormView(visit, page.refusal)
        return """
            <form method="post" action="/library/\(page.view.slug)/decide" class="form">\(form.token)\(form.notice)
            \(form.hidden("revision", page.shown.hash.description))
            \(form.area(
                "comment", visit.t("Nhận xét", "Comment"),
                hint: visit.t("Cần có khi trả lại; người viết sẽ thấy.", "Needed to reject; the author will see it."),
                rows: 3))
            <div class="form-actions"><button class="button button-primary" name="verdict" value="approved">\(visit.t(
                "Duyệt bản này", "Approve this revision"))</button>\
            <button class="button button-danger" name="verdict" value="rejected">\(visit.t(
                "Trả lại", "Reject"))</button></div></form>
            """
    }

    /// Spares a click that the operation would refuse; who may is decided there.
    private func wroteSome(_ person: String) -> Bool {
        page.view.revisions.prefix { $0.state != .approved }.contains { $0.author == person }
    }
}
