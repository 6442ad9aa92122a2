import Operations
import Outreach

/// What the rules found in a post, what somebody let pass and why, and what was said about its pictures.
struct PostJudgementCard: Sendable {
    let visit: Visit
    let reading: PostReading
    let names: PublishingNames
    let refusal: Refusal?
    /// Where a form on this card goes back to.
    let back: String

    private var judgement: PostJudgement { reading.judgement }

    var html: HTML {
        """
        <section class="card judgement" id="findings"><h2>\(visit.t("Kiểm tra an toàn trẻ em", "Children’s safety"))</h2>
        \(judgement.unchecked.html { visit.notice(.bad, HTML(text: visit.t($0))) })
        \(judgement.judged.html(found))
        \(pictures)</section>
        """
    }

    private func found(_ judged: JudgedText) -> HTML {
        guard !judged.findings.isEmpty || !judged.obstacles.isEmpty else {
            return visit.notice(
                .ok,
                HTML(
                    text: visit.t(
                        "Không thấy gì phải sửa. Máy không thấy hết: vẫn phải đọc kỹ.",
                        "Nothing to mend was found. A machine does not see everything: still read with care.")))
        }
        let items = FindingItems(visit: visit)
        return """
            \(judged.obstacles.html { visit.notice(.bad, "\(visit.t($0)) <a href=\"/consents\">\(visit.t("Ảnh và sự đồng ý", "Pictures and consent"))</a>") })
            \(items.html(judged.findings, .block) { passing(of: $0, in: judged) })
            \(items.html(judged.findings, .warn))
            """
    }

    /// Who let it pass and why; else the form for whoever may.
    private func passing(of finding: Finding, in judged: JudgedText) -> HTML {
        if let given = judged.override(of: finding) {
            return """
                <p class="let-pass"><strong>\(visit.t("Đã cho qua", "Let pass"))</strong> · \(names.person(given.by)), \
                \(visit.formats.stamp(given.at)): <q>\(given.reason)</q></p>\(takeBack(finding))
                """
        }
        guard reading.rights.mayOverride, finding.mayBeOverridden, isOpen, !isOwn else { return .empty }
        let name = finding.reference.description
        let isThis = visit.form["finding"] == name
        return """
            <details class="fold" \(flag: "open", if: isThis && refusal != nil)><summary>\(visit.t("Cho qua, có lý do", "Let it pass, with a reason"))</summary>
            <form method="post" action="/posts/\(reading.post.id)/override" class="form">\(FormView(visit).token)\
            \(FormView(visit).hidden("finding", name))\(FormView(visit).hidden("text", judged.text.description))\
            \(FormView(visit).hidden("back", back))
            <div class="field"><label for="f-reason-\(finding.rule.rawValue)-\(finding.start)">\(visit.t("Vì sao được", "Why it may pass"))</label>
            <input id="f-reason-\(finding.rule.rawValue)-\(finding.start)" name="reason" required maxlength="300" value="\(isThis ? visit.form["reason"] : nil)">
            <p class="hint">\(visit.t("Người duyệt và nhật ký thấy lý do này. Sửa một chữ trong bài là hết hiệu lực.", "The approver and the log see it. Any other word in the post voids it."))</p></div>
            <div class="form-actions"><button class="button button-danger">\(visit.t("Cho qua chỗ này", "Let this pass"))</button></div></form></details>
            """
    }

    private func takeBack(_ finding: Finding) -> HTML {
        guard reading.rights.mayOverride, isOpen else { return .empty }
        return """
            <form method="post" action="/posts/\(reading.post.id)/withdraw-override" class="inline">\(FormView(visit).token)\
            \(FormView(visit).hidden("finding", finding.reference.description))\(FormView(visit).hidden("back", back))\
            \(FormView(visit).hidden("reason", visit.t("Rút lại trên trang", "Taken back on the page")))\
            <button class="button button-small">\(visit.t("Rút lại", "Take it back"))</button></form>
            """
    }

    private var isOpen: Bool {
        [.draft, .inReview, .approved, .retrying, .failed, .missed].contains(reading.post.state)
    }

    private var isOwn: Bool { visit.person.map { reading.post.isWork(of: $0.id.description) } ?? true }

    private var pictures: HTML {
        guard !reading.post.media.isEmpty else { return .empty }
        let said = Dictionary(judgement.pictures.map { ($0.hash, $0) }) { first, _ in first }
        return """
            <h3>\(visit.t("Trong ảnh, phim", "In pictures and films"))</h3>
            <ul class="plain">\(reading.post.media.html { file in
                let mark = said[file.hash]
                return """
                    <li>\(file.name): \(visit.t(mark?.words ?? PictureMark.unsaid))\
                    \(mark.html { " <span class=\"hint\">\(visit.t("theo", "says")) \(names.person($0.by)), \(visit.formats.stamp($0.at))</span>" })</li>
                    """
            })</ul>
            """
    }
}
