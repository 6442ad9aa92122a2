import Operations
import Outreach

/// Addresses to subscribe to: made, shown once, revoked.
struct FeedPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/calendar/feeds", .holding(.view)) { .page(try await page($0, nil)) },
            .post("/calendar/feeds", .holding(.view), on: page, save: make),
            .post("/calendar/feeds/revoke", .holding(.view), on: page, save: revoke),
        ] + FeedRoutes().routes
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Đăng ký lịch", "Subscribe to the calendar")
        let caller = try visit.caller
        let feeds = try await visit.workspace.feeds(as: caller)
        let names = try await PlanningNames(visit)
        let campaigns = try await visit.workspace.campaigns(as: caller)
        return Page(
            title, in: .calendar,
            main: """
                \(visit.heading(
                    title, HTML(text: visit.t(
                        "Địa chỉ riêng để điện thoại hoặc chương trình lịch tự cập nhật. Ai có địa chỉ thì xem được những gì bạn được xem; bài chưa duyệt chỉ hiện giờ và kênh, không hiện chữ nào.",
                        "A private address that keeps a phone or calendar program up to date. Whoever has it sees what you may see; of posts not yet approved only time and channel, never a word."
                    )),
                    actions: visit.link(visit.t("Về lịch", "Back to the calendar"), "/calendar", css: "button")))
                \(FormView(visit, refusal).notice)
                \(list(feeds, names, campaigns, visit))
                \(try await form(names, campaigns, visit, refusal))
                """)
    }

    private func list(_ feeds: [Feed], _ names: PlanningNames, _ campaigns: [Campaign], _ visit: Visit) -> HTML {
        guard !feeds.isEmpty else {
            return visit.empty(
                visit.t("Chưa có địa chỉ nào", "No addresses yet"),
                visit.t(
                    "Tạo một địa chỉ bên dưới rồi dán vào chương trình lịch.",
                    "Make one below, then paste it into a calendar program."))
        }
        return TableView(
            visit.t("Địa chỉ đang dùng", "Addresses in use"),
            [
                .init(name: visit.t("Loại", "Kind")), .init(name: visit.t("Gồm", "Holds")),
                .init(name: visit.t("Người tạo", "Made by"), isMinor: true), .init(name: visit.t("Tạo lúc", "Made")),
                .init(name: visit.t("Lần đọc cuối", "Last read")), .init(name: ""),
            ],
            rows: feeds.map { feed in
                [
                    HTML(text: visit.t(feed.kind.words)), HTML(text: words(feed.filter, names, campaigns, visit)),
                    HTML(text: feed.madeBy.description), visit.formats.stamp(feed.madeAt),
                    feed.usedOn.map { visit.formats.stamp($0) } ?? HTML(text: visit.t("chưa", "never")),
                    FormView(visit).button(
                        visit.t("Thu hồi", "Revoke"), action: "/calendar/feeds/revoke", css: "button button-small",
                        values: ["feed": feed.id.description]),
                ]
            }
        ).html
    }

    private func words(
        _ filter: FeedFilter, _ names: PlanningNames, _ campaigns: [Campaign], _ visit: Visit
    ) -> String {
        let campaign = filter.campaign.map { id in
            campaigns.first { $0.id == id }.map { visit.t($0.name) } ?? id.description
        }
        let parts = [filter.unit.map(names.unit), filter.channel.map(names.channel), campaign].compactMap(\.self)
        return parts.isEmpty ? visit.t("mọi thứ bạn được xem", "all you may see") : parts.joined(separator: " · ")
    }

    private func form(
        _ names: PlanningNames, _ campaigns: [Campaign], _ visit: Visit, _ refusal: Refusal?
    ) async throws -> HTML {
        let form = FormView(visit, refusal)
        let me = try await visit.workspace.me(as: try visit.caller)
        return """
            <section class="card"><h2>\(visit.t("Tạo địa chỉ mới", "Make an address"))</h2>
            \(form(action: "/calendar/feeds", submit: visit.t("Tạo địa chỉ", "Make the address"), """
                \(form.boxes(
                    "kind", visit.t("Loại", "Kind"),
                    FeedKind.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                    chosen: [FeedKind.calendar.rawValue], one: true))
                \(form.select(
                    "unit", visit.t("Đơn vị", "Unit"), names.unitChoices(me, .view, words: visit.unitGroups),
                    empty: visit.t("Mọi đơn vị bạn được xem", "All units you may see")))
                \(form.select(
                    "channel", visit.t("Kênh", "Channel"), names.channelChoices(of: Set(me.units(for: .view))),
                    empty: visit.t("Mọi kênh", "All channels")))
                \(form.select(
                    "campaign", visit.t("Chiến dịch", "Campaign"),
                    campaigns.map { Choice(value: $0.id.description, label: visit.t($0.name)) },
                    empty: visit.t("Mọi chiến dịch", "All campaigns")))
                """))</section>
            """
    }

    private func make(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let filter = FeedFilter(
            unit: reader.slug("unit"), channel: reader.slug("channel"), campaign: reader.slug("campaign"))
        let kind = try reader.requiredChoice("kind", of: FeedKind.self)
        try reader.finish()
        let made = try await visit.workspace.makeFeed(kind, filter: filter, as: try visit.caller)
        let title = visit.t("Địa chỉ đăng ký", "Address to subscribe to")
        return .page(
            Page(
                title, in: .calendar,
                main: """
                    \(visit.heading(title, HTML(text: visit.t(
                        "Chỉ hiện một lần. Dán vào “Thêm lịch từ URL” của Google Calendar, Outlook, iPhone; đừng đăng công khai.",
                        "Shown once. Paste it into “Add calendar from URL” of Google Calendar, Outlook or an iPhone; do not publish it."
                    ))))
                    \(visit.secret(visit.publicAddress(kind.path(made.code)), label: title))
                    <p>\(visit.link(visit.t("Quay lại", "Back"), "/calendar/feeds", css: "button"))</p>
                    """))
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        guard let id = visit.form["feed"].flatMap(Identifier<Feed>.init) else { throw WebError.noPage }
        try await visit.workspace.revokeFeed(id, as: try visit.caller)
        return .done(
            "/calendar/feeds", "Đã thu hồi địa chỉ; từ giờ không ai đọc được nữa.",
            "The address is revoked; nobody can read it any more.")
    }
}

extension FeedKind {
    var words: Message {
        switch self {
        case .calendar: Message(vi: "lịch (iCalendar)", en: "calendar (iCalendar)")
        case .atom: Message(vi: "tin đã đăng (Atom)", en: "what came out (Atom)")
        }
    }

    func path(_ code: String) -> String {
        switch self {
        case .calendar: "/feeds/\(code).ics"
        case .atom: "/feeds/\(code).atom"
        }
    }
}
