import Operations
import Outreach

/// The incident hold over one thing, on its own page: who stopped it and why, or the form to stop it.
struct HoldCard: Sendable {
    let visit: Visit
    let scope: HoldScope
    let hold: Hold?
    let back: String

    init(_ visit: Visit, _ scope: HoldScope, back: String) async throws {
        self.visit = visit
        self.scope = scope
        self.back = back
        hold = try await visit.workspace.holds(as: try visit.caller).first { $0.scope == scope }
    }

    var html: HTML {
        if let hold {
            return """
                <section class="card"><h2>\(visit.t("Đang dừng gửi", "Sending is held"))</h2>
                <p>\(hold.reason) <span class="hint">\(hold.by), \(visit.formats.stamp(hold.at))</span></p>
                \(visit.mayRelease(hold) ? FormView(visit).button(
                    visit.t("Cho gửi lại", "Release"), action: "/holds/release",
                    values: ["scope": scope.description]) : .empty)</section>
                """
        }
        guard visit.may(.hold) else { return .empty }
        let form = FormView(visit)
        return """
            <details class="fold card"><summary>\(visit.t("Dừng gửi vì sự cố", "Hold sending: an incident"))</summary>
            \(form(action: "/holds", submit: visit.t("Dừng gửi", "Hold"), danger: true, """
                \(form.hidden("scope", scope.description))\(form.hidden("back", back))
                \(form.input("reason", visit.t("Lý do", "Reason"), hint: visit.t("Mọi người sẽ thấy lý do này.", "Everybody will see this reason."), required: true))
                """))</details>
            """
    }
}
