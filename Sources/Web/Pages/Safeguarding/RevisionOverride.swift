import Operations
import Outreach

/// Below a finding of a revision that waits: who let it pass and why, or the form for whoever may.
struct RevisionOverride: Sendable {
    let visit: Visit
    let revision: Revision
    let judged: JudgedText

    func html(_ finding: Finding) -> HTML {
        if let given = judged.override(of: finding) {
            return """
                <p class="let-pass"><strong>\(visit.t("Đã cho qua", "Let pass"))</strong> · \(given.by), \
                \(visit.formats.stamp(given.at)): <q>\(given.reason)</q></p>
                """
        }
        guard revision.state == .inReview, visit.may(.override), finding.mayBeOverridden,
            visit.person?.id.description != revision.author
        else { return .empty }
        let id = "f-pass-\(finding.rule.rawValue)-\(finding.place.name.filter(\.isLetter))-\(finding.start)"
        return """
            <details class="fold"><summary>\(visit.t("Cho qua, có lý do", "Let it pass, with a reason"))</summary>
            <form method="post" action="/library/\(revision.content.material)/override" class="form">\(FormView(visit).token)\
            \(FormView(visit).hidden("revision", revision.hash.description))\
            \(FormView(visit).hidden("finding", finding.reference.description))
            <div class="field"><label for="\(id)">\(visit.t("Vì sao được", "Why it may pass"))</label>
            <input id="\(id)" name="reason" required maxlength="300"></div>
            <div class="form-actions"><button class="button button-danger">\(visit.t("Cho qua chỗ này", "Let this pass"))</button></div></form></details>
            """
    }
}
