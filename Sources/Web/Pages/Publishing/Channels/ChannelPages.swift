import Operations
import Outreach

/// Channels and how they do: what they sent, what waits, since when they fail and why they are off.
struct ChannelPages: RouteGroup {
    var routes: [Route] {
        [.get("/channels", .holding(.view)) { .page(try await list($0)) }] + NewChannelPages().routes
    }

    private static let pageLength = 60

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Kênh", "Channels")
        let names = try await PublishingNames(visit)
        let wanted = matching(visit, names)
        let start = visit.query["after"]
        let rest = wanted.drop { channel in start.map { channel.slug.description <= $0 } ?? false }
        let shown = rest.prefix(Self.pageLength)
        let healths = try await visit.workspace.channelHealths(Set(shown.map(\.slug)), as: try visit.caller)
        return Page(
            title, in: .channels,
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "Mỗi kênh là một nơi đăng: một trang, một nhóm, một cụm loa.",
                        "Each channel is one place to publish: a page, a group, a loudspeaker cluster.")),
                    actions: adding(visit)))
                \(filters(names, visit))
                <div id="channels">
                \(healths.isEmpty ? nothing(visit) : table(healths, names, visit))
                \(pager(rest.count > shown.count ? shown.last : nil, isFirst: start == nil, visit))
                </div>
                """)
    }

    private func matching(_ visit: Visit, _ names: PublishingNames) -> [ResolvedChannel] {
        let text = SearchText.folded(visit.query["q"] ?? "")
        let unit = visit.query["unit"].flatMap(Slug.init)
        let kind = visit.query["kind"].flatMap(ChannelKind.init)
        return names.channels.values.filter { channel in
            (visit.person?.may(.view, for: channel.channel.unit, in: names.tree) ?? false)
                && (text.isEmpty || SearchText.folded("\(names.channel(channel.slug)) \(channel.slug)").contains(text))
                && (unit.map { names.tree.isSubject(channel.channel.unit, within: $0) } ?? true)
                && (kind.map { $0 == channel.kind } ?? true)
        }.sorted { $0.slug < $1.slug }
    }

    private func filters(_ names: PublishingNames, _ visit: Visit) -> HTML {
        let form = FormView(visit)
        let all = visit.t("Tất cả", "All")
        return visit.filters(
            action: "/channels", target: "channels",
            """
            \(form.input("q", visit.t("Tên kênh", "Name"), type: "search", value: visit.query["q"]))
            \(form.select("unit", visit.t("Đơn vị", "Unit"), names.unitChoices(of: visit), chosen: visit.query["unit"], empty: all))
            \(form.select(
                "kind", visit.t("Loại", "Kind"),
                ChannelKind.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                chosen: visit.query["kind"], empty: all))
            """)
    }

    private func adding(_ visit: Visit) -> HTML {
        guard visit.person?.mayForWhole(.administer) ?? false else { return .empty }
        return visit.link(visit.t("Thêm kênh", "Add a channel"), "/channels/new", css: "button button-primary")
    }

    private func nothing(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Không có kênh nào ở đây", "No channels here"),
            visit.t(
                "Kênh do quản trị thêm. Nếu đơn vị đã có kênh, hãy bỏ bớt điều kiện lọc.",
                "Channels are added by an administrator. If the unit has some, ask for less in the filter."),
            action: adding(visit))
    }

    private func table(_ healths: [ChannelHealth], _ names: PublishingNames, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Các kênh và tình trạng", "Channels and how they do"),
            [
                .init(name: visit.t("Kênh", "Channel")), .init(name: visit.t("Tình trạng", "State")),
                .init(name: visit.t("Đăng gần nhất", "Last posted")),
                .init(name: visit.t("Đang chờ", "Waiting"), isNumber: true),
                .init(name: visit.t("Cần xử lý", "To settle"), isNumber: true),
                .init(name: visit.t("Khung giờ", "Hours"), isMinor: true),
            ],
            rows: healths.map { row($0, names, visit) }
        ).html
    }

    private func row(_ health: ChannelHealth, _ names: PublishingNames, _ visit: Visit) -> [HTML] {
        let channel = health.status.channel
        let (slug, traffic) = (channel.slug, health.traffic)
        return [
            """
            <a href="/channels/\(slug)">\(names.channel(slug))</a><br>\
            <span class="hint">\(visit.t(channel.kind.words)) · \(names.unit(channel.channel.unit))</span>
            """,
            ChannelStanding(visit: visit, health: health).brief,
            traffic.lastPosted.map(visit.formats.stamp) ?? "—",
            traffic.waiting == 0
                ? "0"
                : "<a href=\"/posts?state=approved&amp;channel=\(slug)\">\(visit.formats.number(traffic.waiting))</a>",
            traffic.toSettle == 0
                ? "0"
                : "<a href=\"/posts?state=to-settle&amp;channel=\(slug)\">\(visit.formats.number(traffic.toSettle))</a>",
            ChannelStanding(visit: visit, health: health).opening,
        ]
    }

    private func pager(_ last: ResolvedChannel?, isFirst: Bool, _ visit: Visit) -> HTML {
        guard last != nil || !isFirst else { return .empty }
        let first = visit.query.query(replacing: ["after": nil])
        return """
            <nav class="pager" aria-label="\(visit.t("Trang", "Pages"))">\
            \(isFirst ? "<span></span>" : "<a class=\"button\" href=\"/channels\(first)\">\(visit.t("Về đầu", "To the beginning"))</a>")\
            \(last.html { "<a class=\"button\" href=\"/channels\(visit.query.query(replacing: ["after": $0.slug.description]))\">\(visit.t("Trang sau →", "After →"))</a>" })</nav>
            """
    }
}
