import Operations
import Outreach

/// What a campaign aims at, indicator by indicator, beside what it has reached.
struct CampaignTargetPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/campaigns/:campaign/targets", .holding(.view)) { .page(try await page($0, nil)) },
            .post("/campaigns/:campaign/targets", .holding(.plan), on: page, save: save),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let caller = try visit.caller
        let (campaign, lines) = try await visit.workspace.campaignTargets(try visit.slug("campaign"), as: caller)
        let mayPlan = try await visit.workspace.me(as: caller).may(.plan, for: campaign.owner)
        let registered = lines.filter { ($0.target ?? .blank) != .blank }
        let title = visit.t("Chỉ tiêu: \(visit.t(campaign.name))", "Targets: \(visit.t(campaign.name))")
        return Page(
            title, in: .campaigns,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Tính cho các đơn vị tham gia, trong các ngày \(visit.formats.range(campaign.range)).",
                    "Of the units that take part, in \(visit.formats.range(campaign.range))."))))
                \(visit.campaignTabs(campaign.id, current: "targets"))
                \(registered.isEmpty ? empty(visit) : table(registered, visit))
                \(mayPlan ? form(campaign, lines, visit, refusal) : .empty)
                """)
    }

    private func empty(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Chưa đăng ký chỉ tiêu nào", "No targets yet"),
            visit.t(
                "Đăng ký một chỉ tiêu để biết chiến dịch đi đến đâu.", "Register one to see how far the campaign is."))
    }

    private func table(_ lines: [CampaignTarget], _ visit: Visit) -> HTML {
        TableView(
            visit.t("Chỉ tiêu đã đăng ký", "Targets"),
            [
                .init(name: visit.t("Chỉ tiêu", "Indicator")), .init(name: visit.t("Đơn vị tính", "Unit")),
                .init(name: visit.t("Đăng ký", "Target"), isNumber: true),
                .init(name: visit.t("Đã đạt", "Reached"), isNumber: true),
                .init(name: visit.t("Tỷ lệ", "Share"), isNumber: true),
            ],
            rows: lines.map { line in
                [
                    HTML(text: visit.t(line.indicator.name)), HTML(text: visit.t(line.indicator.unit)),
                    HTML(text: written(line.target, visit)), HTML(text: visit.formats.number(line.reached)),
                    share(line, visit),
                ]
            }
        ).html
    }

    private func written(_ target: TargetValue?, _ visit: Visit) -> String {
        guard case .number(let number)? = target, number == number.rounded(), abs(number) < 1e12 else {
            return target?.description ?? ""
        }
        return visit.formats.number(Int(number))
    }

    /// Only where the target is a plain number is a share a matter of arithmetic.
    private func share(_ line: CampaignTarget, _ visit: Visit) -> HTML {
        guard case .number(let target)? = line.target, target > 0, let reached = line.reached else { return "—" }
        let percent = Int((Double(reached) / target * 100).rounded(.down))
        return visit.badge("\(visit.formats.number(percent))%", percent >= 100 ? .ok : .quiet)
    }

    private func form(_ campaign: Campaign, _ lines: [CampaignTarget], _ visit: Visit, _ refusal: Refusal?) -> HTML {
        let form = FormView(visit, refusal)
        return """
            <section class="card"><h2>\(visit.t("Đăng ký chỉ tiêu", "Register a target"))</h2>
            \(form(action: "/campaigns/\(campaign.id)/targets", submit: visit.t("Lưu chỉ tiêu", "Save the target"), """
                \(form.select(
                    "indicator", visit.t("Chỉ tiêu", "Indicator"),
                    lines.map { Choice(
                        value: $0.indicator.id.description,
                        label: "\(visit.t($0.indicator.name)) (\(visit.t($0.indicator.unit)))") }, required: true))
                \(form.input(
                    "value", visit.t("Giá trị", "Value"),
                    hint: visit.t(
                        "Một số, tỷ lệ (3%), mức (>95%) hoặc chữ. Để trống để bỏ chỉ tiêu.",
                        "A number, a share (3%), a bound (>95%) or words. Leave it blank to take the target away.")))
                """))</section>
            """
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let id = try visit.slug("campaign")
        let caller = try visit.caller
        var reader = FormReader(visit.form)
        let value = reader.optional("value", longest: 200) ?? ""
        let indicator = try reader.requiredSlug("indicator")
        try reader.finish()
        let campaign = try await visit.workspace.campaignTargets(id, as: caller).campaign
        let target = try await visit.workspace.registerTarget(
            value, indicator: indicator, unit: campaign.owner, period: campaign.period, as: caller, mode: .perform)
        return target == .blank
            ? .done("/campaigns/\(id)/targets", "Đã bỏ chỉ tiêu.", "The target is taken away.")
            : .done(
                "/campaigns/\(id)/targets", "Đã lưu chỉ tiêu \(target.description).",
                "The target \(target.description) is saved.")
    }
}
