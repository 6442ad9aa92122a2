import Operations
import Outreach

/// One campaign: figures, what clashes, and its slots by week and day with the state of their posts.
struct CampaignPage: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func page(_ refusal: Refusal?) async throws -> Page {
        let view = try await visit.workspace.campaign(try visit.slug("campaign"), as: try visit.caller)
        let names = try await PlanningNames(visit)
        let me = try await visit.workspace.me(as: try visit.caller)
        let mayPlan = me.may(.plan, for: view.campaign.owner)
        let filter = SlotFilter(visit.query)
        return Page(
            visit.t(view.campaign.name), in: .campaigns,
            main: """
                \(visit.heading(
                    visit.t(view.campaign.name), HTML(text: lead(view.campaign, names)),
                    actions: mayPlan ? actions(view) : .empty))
                \(FormView(visit, refusal).notice)
                \(visit.campaignTabs(view.campaign.id, current: "slots"))
                \(figures(view))
                \(ClashList(visit: visit, view: view).html)
                <h2>\(visit.t("Các mục theo ngày", "Slots by day"))</h2>
                \(filters(view, names, filter))
                <div id="slots">\(CampaignWeeks(visit: visit, view: view, names: names, filter: filter).html)</div>
                \(try await HoldCard(visit, .campaign(view.campaign.id), back: "/campaigns/\(view.campaign.id)").html)
                """)
    }

    private func lead(_ campaign: Campaign, _ names: PlanningNames) -> String {
        visit.t(
            "\(visit.formats.range(campaign.range)) · \(names.unit(campaign.owner)) · \(campaign.units.count) đơn vị",
            "\(visit.formats.range(campaign.range)) · \(names.unit(campaign.owner)) · \(campaign.units.count.of("unit", "units"))"
        )
    }

    private func actions(_ view: CampaignView) -> HTML {
        let campaign = view.campaign
        let posted = view.posted
        let open = view.slots.count { $0.isOpen(besides: posted) }
        let submit = FormView(visit).button(
            visit.t("Gửi duyệt \(visit.formats.number(open)) bài", "Submit \(visit.formats.number(open)) posts"),
            action: "/campaigns/\(campaign.id)/submit", css: "button button-primary")
        return """
            \(open > 0 ? submit : .empty)\
            \(visit.link(visit.t("Lập lại", "Plan again"), campaign.replanPath, css: "button"))
            """
    }

    private func figures(_ view: CampaignView) -> HTML {
        let path = "/campaigns/\(view.campaign.id)"
        let standing = view.slots.filter { !$0.isDropped }
        let posted = view.posted
        let open = standing.count { $0.isOpen(besides: posted) }
        let waiting = view.posts.values.count { $0.state == .inReview }
        let out = view.posts.values.count { $0.state == .posted }
        return """
            <div class="figures">\
            \(visit.figure(visit.formats.number(standing.count), visit.t("mục, cả buổi tuyên truyền", "slots, sessions too")))\
            \(visit.figure(visit.formats.number(open), visit.t("chưa thành bài", "not posts yet"), path: "\(path)?state=planned"))\
            \(visit.figure(visit.formats.number(waiting), visit.t("chờ duyệt", "in review"), path: "\(path)?state=in-review", tone: .info))\
            \(visit.figure(visit.formats.number(out), visit.t("đã đăng", "posted"), path: "\(path)?state=posted", tone: .ok))\
            \(visit.figure(
                visit.formats.number(view.clashes.count), visit.t("chỗ vướng", "clashes"),
                path: view.clashes.isEmpty ? nil : "#clashes", tone: view.clashes.isEmpty ? .quiet : .warn))\
            </div>
            """
    }

    private func filters(_ view: CampaignView, _ names: PlanningNames, _ filter: SlotFilter) -> HTML {
        let form = FormView(visit)
        let units = Set(view.slots.map(\.unit))
        return visit.filters(
            action: "/campaigns/\(view.campaign.id)", target: "slots",
            """
            \(form.select(
                "unit", visit.t("Đơn vị", "Unit"),
                units.map { Choice(value: $0.description, label: names.unit($0)) }.inOrder(of: \.label),
                chosen: filter.unit?.description, empty: visit.t("Mọi đơn vị", "All units")))
            \(form.select(
                "channel", visit.t("Kênh", "Channel"), names.channelChoices(of: units),
                chosen: filter.channel?.description, empty: visit.t("Mọi kênh và buổi", "All channels and sessions")))
            \(form.select(
                "state", visit.t("Trạng thái", "State"), SlotFilter.choices(visit), chosen: filter.state,
                empty: visit.t("Mọi trạng thái", "All states")))
            """)
    }
}

extension Campaign {
    /// Where the same is proposed anew.
    fileprivate var replanPath: String {
        "/campaigns/new?playbook=\(playbook)&year=\(year)&owner=\(owner)"
            + units.map { "&unit=\($0)" }.joined()
    }
}

extension Visit {
    func campaignTabs(_ id: Slug, current: String) -> HTML {
        tabs(
            t("Chiến dịch", "Campaign"),
            [
                (t("Các mục", "Slots"), "/campaigns/\(id)", current == "slots"),
                (t("Chỉ tiêu", "Targets"), "/campaigns/\(id)/targets", current == "targets"),
                (t("Trên lịch", "On the calendar"), "/calendar?campaign=\(id)", false),
            ])
    }
}
