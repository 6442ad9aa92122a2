import Operations
import Outreach

/// One channel: what it is, when it posts, what it promises, and how to try and to switch it.
struct ChannelPage: RouteGroup {
    var routes: [Route] {
        [.get("/channels/:channel", .holding(.view)) { .page(try await Self.show($0, nil)) }]
            + ChannelSetupRoutes().routes
    }

    static func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        try await show(visit, refusal, rehearsed: .empty)
    }

    /// - Parameter rehearsed: what a dry run would send, where one was asked for.
    static func show(_ visit: Visit, _ refusal: Refusal?, rehearsed: HTML) async throws -> Page {
        let (health, mayEdit) = try await visit.workspace.channelHealth(
            try visit.slug("channel"), as: try visit.caller)
        let names = try await PublishingNames(visit)
        let channel = health.status.channel
        return Page(
            names.channel(channel.slug), in: .channels, scripts: ["publishing.js"],
            main: """
                \(visit.heading(
                    names.channel(channel.slug), "\(visit.t(channel.kind.words)) · \(names.unit(channel.channel.unit))",
                    actions: visit.link(visit.t("Bài của kênh", "Its posts"), "/posts?channel=\(channel.slug)", css: "button")))
                \(FormView(visit, refusal).notice)
                \(standing(health, names, visit))
                \(rehearsed)
                <div class="split"><div>
                \(ChannelDetails(visit: visit, channel: channel).html)
                </div><div>
                \(setup(health, names, visit, refusal))
                \(mayEdit && channel.webhook != nil ? ChannelTrial(visit: visit, health: health, refusal: refusal).html : .empty)
                \(ChannelSwitches(visit: visit, health: health, mayEdit: mayEdit, mayHold: mayHold(channel, names, visit), refusal: refusal).html)
                \(mayAdminister(channel, names, visit) ? .empty : secrets(health.status, visit))
                </div></div>
                """)
    }

    private static func setup(
        _ health: ChannelHealth, _ names: PublishingNames, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        guard mayAdminister(health.status.channel, names, visit) else { return .empty }
        let mayRegister = visit.person?.mayForWhole(.administer) ?? false
        return ChannelSetup(visit: visit, health: health, refusal: refusal, mayRegister: mayRegister).html
    }

    private static func mayAdminister(_ channel: ResolvedChannel, _ names: PublishingNames, _ visit: Visit) -> Bool {
        visit.person?.may(.administer, for: channel.channel.unit, in: names.tree) ?? false
    }

    private static func mayHold(_ channel: ResolvedChannel, _ names: PublishingNames, _ visit: Visit) -> Bool {
        visit.person?.may(.hold, for: channel.channel.unit, in: names.tree) ?? false
    }

    private static func standing(_ health: ChannelHealth, _ names: PublishingNames, _ visit: Visit) -> HTML {
        let words = ChannelStanding(visit: visit, health: health)
        let (label, tone) = words.state
        let (traffic, slug) = (health.traffic, health.status.channel.slug)
        return """
            <section class="card standing standing-\(tone.rawValue)" aria-label="\(visit.t("Tình trạng", "State"))">
            <p class="standing-state">\(visit.badge(label, tone)) \(words.opening)</p>
            \(words.reason.html { "<p><strong>\(visit.t("Lý do", "Reason")):</strong> \(visit.t($0))</p>" })
            \(health.status.switchedOff.html { off in
                "<p class=\"hint\">\(off.by.map { visit.t("Tắt bởi \(names.person($0))", "Switched off by \(names.person($0))") } ?? visit.t("Tắt do trả lời của bên nhận", "Switched off by its receiver’s answers")), \(visit.formats.stamp(off.at))</p>"
            })
            \(visit.workspace.defect(of: health.status).html { visit.notice(.bad, HTML(text: visit.t($0))) })
            </section>
            <div class="figures">
            \(visit.figure(traffic.lastPosted.map(visit.formats.moment) ?? "—", visit.t("đăng gần nhất", "last posted")))
            \(visit.figure(visit.formats.number(traffic.waiting), visit.t("đang chờ", "waiting"), path: "/posts?state=approved&channel=\(slug)", tone: .info))
            \(visit.figure(visit.formats.number(traffic.toSettle), visit.t("cần xử lý", "to settle"), path: "/posts?state=to-settle&channel=\(slug)", tone: traffic.toSettle > 0 ? .bad : .ok))
            \(traffic.failingSince.html { visit.figure(visit.formats.moment($0), visit.t("lỗi từ", "failing since"), tone: .warn) })
            </div>
            """
    }

    /// Never a value: whether each is there, and a fingerprint by which a change shows.
    private static func secrets(_ status: ChannelStatus, _ visit: Visit) -> HTML {
        guard !status.secrets.isEmpty else { return .empty }
        return """
            <section class="card"><h2>\(visit.t("Mã bí mật", "Secrets"))</h2>
            <p class="hint">\(visit.t(
                "Loa không bao giờ hiện giá trị. Dấu vân tay đổi khi mã đổi.",
                "Loa never shows a value. The fingerprint changes when the secret does."))</p>
            \(TableView(
                visit.t("Mã bí mật của kênh", "Secrets of the channel"),
                [
                    .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Có chưa", "There")),
                    .init(name: visit.t("Dấu vân tay", "Fingerprint")),
                ],
                rows: status.secrets.map { secret in
                    [
                        "<span class=\"mono\">\(secret.storedName)</span>",
                        secret.fingerprint == nil
                            ? visit.badge(visit.t("thiếu", "missing"), .bad) : visit.badge(visit.t("có", "there"), .ok),
                        "<span class=\"mono\">\(secret.fingerprint ?? "—")</span>",
                    ]
                }
            ).html)</section>
            """
    }
}
