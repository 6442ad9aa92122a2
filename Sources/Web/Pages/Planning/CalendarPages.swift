import Operations
import Outreach

/// The calendar by month, week and list.
struct CalendarPages: RouteGroup {
    var routes: [Route] {
        [.get("/calendar", .holding(.view)) { .page(try await page($0)) }]
    }

    private func page(_ visit: Visit) async throws -> Page {
        let query = CalendarQuery(visit.query, today: visit.workspace.today)
        let caller = try visit.caller
        let entries = try await visit.workspace.calendarEntries(query.filter, as: caller)
        let me = try await visit.workspace.me(as: caller)
        let names = try await PlanningNames(visit)
        let campaigns = try await visit.workspace.campaigns(as: caller)
        let view = CalendarView(
            visit: visit, query: query, entries: entries, names: names,
            campaigns: Dictionary(uniqueKeysWithValues: campaigns.map { ($0.id, $0) }), me: me)
        let title = visit.t("Lịch", "Calendar")
        return Page(
            title, in: .calendar, scripts: ["calendar.js"],
            main: """
                \(visit.heading(
                    title, actions: visit.link(
                        visit.t("Đăng ký lịch", "Subscribe"), "/calendar/feeds", css: "button")))
                \(query.mistakes.values.html { visit.notice(.bad, HTML(text: visit.t($0))) })
                \(filters(query, me, names, campaigns, visit))
                <div id="calendar-said" role="status" aria-live="polite"></div>
                <div id="calendar">\(view.html)</div>
                \(MoveDialog(visit: visit).html)
                """)
    }

    private func filters(
        _ query: CalendarQuery, _ me: Me, _ names: PlanningNames, _ campaigns: [Campaign], _ visit: Visit
    ) -> HTML {
        let form = FormView(visit)
        let units = Set(me.units(for: .view))
        let states =
            [Choice(value: "planned", label: visit.t("mục chưa thành bài", "slots not posts yet"))]
            + PostState.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }
        return visit.filters(
            action: "/calendar", target: "calendar",
            """
            \(form.hidden("view", query.view.rawValue))
            \(form.input("day", visit.t("Đến ngày", "Go to"), type: "date", value: query.day.description))
            \(form.select(
                "unit", visit.t("Đơn vị", "Unit"), names.unitChoices(me, .view, words: visit.unitGroups),
                chosen: query.unit?.description, empty: visit.t("Mọi đơn vị", "All units")))
            \(form.select(
                "channel", visit.t("Kênh", "Channel"), names.channelChoices(of: units),
                chosen: query.channel?.description, empty: visit.t("Mọi kênh", "All channels")))
            \(form.select(
                "campaign", visit.t("Chiến dịch", "Campaign"),
                campaigns.map { Choice(value: $0.id.description, label: "\(visit.t($0.name)) · \(names.unit($0.owner))") },
                chosen: query.campaign?.description, empty: visit.t("Mọi chiến dịch", "All campaigns")))
            \(form.select(
                "state", visit.t("Trạng thái", "State"), states, chosen: query.state,
                empty: visit.t("Mọi trạng thái", "All states")))
            """)
    }
}

/// Asks before a move takes an approval back; a script opens it.
struct MoveDialog: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <dialog id="move-dialog" aria-labelledby="move-title" \
        data-lost="\(visit.t("Mất kết nối: chưa dời gì. Hãy thử lại hoặc dùng biểu mẫu.", "No connection: nothing was moved. Try again, or use the form."))" \
        data-form="\(visit.t("Mở biểu mẫu dời", "Open the form"))">
        <form method="dialog"><h2 id="move-title">\(visit.t("Dời bài đã gửi duyệt?", "Move a post that was submitted?"))</h2>
        <p><strong data-part="what"></strong></p>
        <p>\(visit.t("Từ", "From")) <span data-part="from"></span> \(visit.t("sang", "to")) <span data-part="to"></span>.</p>
        <p>\(visit.t(
            "Ngày giờ là một phần của điều đã duyệt, nên dời thì phải duyệt lại. Chưa duyệt lại thì bài chưa đăng.",
            "The moment is part of what was approved, so a moved post has to be approved again and is not sent until then."))</p>
        <div class="form-actions"><button class="button button-primary" value="resubmit">\
        \(visit.t("Dời và gửi duyệt lại", "Move and submit again"))</button>\
        <button class="button" value="draft">\(visit.t("Dời, để thành nháp", "Move, leave as a draft"))</button>\
        <button class="button" value="">\(visit.t("Thôi, giữ nguyên", "Leave it"))</button></div></form>
        </dialog>
        """
    }
}
