import Operations
import Outreach

/// The page of one slot.
struct SlotPage: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func page(_ refusal: Refusal?) async throws -> Page {
        let view = try await visit.workspace.slot(
            try visit.slotKey, of: try visit.slug("campaign"), as: try visit.caller)
        let names = try await PlanningNames(visit)
        let me = try await visit.workspace.me(as: try visit.caller)
        let mayChange = me.may(.plan, for: view.campaign.owner) && view.post == nil
        let slot = view.slot
        return Page(
            visit.t(slot.what), in: .campaigns,
            main: """
                \(visit.heading(
                    visit.t(slot.what), lead(view, names, mayOpen: me.may(.view, for: view.campaign.owner))))
                \(FormView(visit, refusal).notice)
                \(status(view))
                <div class="split">
                <div>\(SlotTextView(visit: visit, view: view).html)</div>
                <div>\(facts(view, names))\
                \(mayChange ? try await SlotForm(visit: visit, view: view, names: names, refusal: refusal).html : .empty)</div>
                </div>
                """)
    }

    private func lead(_ view: SlotView, _ names: PlanningNames, mayOpen: Bool) -> HTML {
        let name = visit.t(view.campaign.name)
        let campaign =
            mayOpen ? visit.link(name, "/campaigns/\(view.campaign.id)#\(view.slot.anchor)") : HTML(text: name)
        return "\(campaign) · \(visit.formats.fullDay(view.slot.day)) \(view.slot.time)"
    }

    private func status(_ view: SlotView) -> HTML {
        if let post = view.post {
            return visit.notice(
                .info,
                """
                \(visit.t("Mục này đã thành bài đăng", "The slot has become a post")) (\(visit.t(post.state.words))). \
                \(visit.t("Sửa, dời hoặc bỏ ở bài đăng.", "Change, move or cancel the post instead.")) \
                \(visit.link(visit.t("Mở bài đăng", "Open the post"), "/posts/\(post.id)")) · \
                \(visit.link(visit.t("Dời bài", "Move the post"), "/calendar/posts/\(post.id)"))
                """)
        }
        if view.slot.isDropped {
            return visit.notice(
                .quiet, HTML(text: visit.t("Mục này đã bỏ khỏi kế hoạch.", "The slot was dropped from the plan.")))
        }
        return view.clashes.html { visit.notice(.warn, HTML(text: visit.t($0.message))) }
    }

    private func facts(_ view: SlotView, _ names: PlanningNames) -> HTML {
        let slot = view.slot
        let audiences = slot.audiences.map(names.audience).joined(separator: ", ")
        return """
            <section class="card"><h2>\(visit.t("Mục kế hoạch", "The slot"))</h2><dl class="facts">
            <dt>\(visit.t("Vì sao", "Why"))</dt><dd>\(visit.t(slot.why))</dd>
            <dt>\(visit.t("Nơi", "Where"))</dt><dd>\(names.place(of: slot))\(slot.sessionWords.html { " · \(visit.t($0))" })</dd>
            <dt>\(visit.t("Đơn vị", "Unit"))</dt><dd>\(names.unit(slot.unit))</dd>
            <dt>\(visit.t("Cho ai", "For whom"))</dt><dd>\(audiences.isEmpty ? "—" : audiences)</dd>
            \(slot.note.html { "<dt>\(visit.t("Ghi chú", "Note"))</dt><dd class=\"text-as-is\">\($0)</dd>" })
            \(slot.changedBy.html { "<dt>\(visit.t("Người sửa", "Changed by"))</dt><dd>\($0)</dd>" })
            </dl></section>
            """
    }
}
