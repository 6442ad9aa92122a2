import Operations
import Outreach

/// The list of campaigns; one of them; its submission.
struct CampaignPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/campaigns", .holding(.view)) { .page(try await list($0)) },
            .get("/campaigns/:campaign", .holding(.view)) { .page(try await CampaignPage($0).page(nil)) },
            .post(
                "/campaigns/:campaign/submit", .holding(.plan), on: { try await CampaignPage($0).page($1) },
                save: { try await CampaignSubmission($0).start() }),
        ]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Chiến dịch", "Campaigns")
        let caller = try visit.caller
        let all = try await visit.workspace.campaigns(as: caller)
        let year = visit.query["year"].flatMap(Int.init)
        let shown = Array(all.filter { year == nil || $0.year == year }.prefix(200))
        let counts = try await visit.workspace.postCounts(of: shown.map(\.id), as: caller)
        let names = try await PlanningNames(visit)
        return Page(
            title, in: .campaigns,
            main: """
                \(visit.heading(
                    title, HTML(text: visit.t(
                        "Một dịp trong một năm: các bài đăng và buổi tuyên truyền của những đơn vị tham gia.",
                        "An observance in one year: the posts and sessions of the units that take part.")),
                    actions: new(visit)))
                \(years(all, chosen: year, visit))
                <div id="campaigns">\(all.isEmpty ? empty(visit) : table(shown, counts, names, visit))</div>
                """)
    }

    private func new(_ visit: Visit) -> HTML {
        guard visit.may(.plan) else { return .empty }
        return visit.link(
            visit.t("Lập chiến dịch mới", "Plan a new campaign"), "/campaigns/new", css: "button button-primary")
    }

    private func empty(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Chưa có chiến dịch nào", "No campaigns yet"),
            visit.t(
                "Chọn một dịp và một kịch bản: Loa đề xuất bài và buổi cho từng ngày, bạn sửa rồi gửi duyệt.",
                "Choose an observance and a playbook: Loa proposes posts and sessions day by day; you change them, then submit."
            ),
            action: new(visit))
    }

    private func years(_ campaigns: [Campaign], chosen: Int?, _ visit: Visit) -> HTML {
        let years = Set(campaigns.map(\.year)).sorted(by: >)
        guard years.count > 1 else { return .empty }
        return visit.filters(
            action: "/campaigns", target: "campaigns",
            FormView(visit).select(
                "year", visit.t("Năm", "Year"), years.map { Choice(value: String($0), label: String($0)) },
                chosen: chosen.map(String.init), empty: visit.t("Mọi năm", "All years")))
    }

    private func table(
        _ campaigns: [Campaign], _ counts: [Slug: [PostState: Int]], _ names: PlanningNames, _ visit: Visit
    ) -> HTML {
        TableView(
            visit.t("Chiến dịch", "Campaigns"),
            [
                .init(name: visit.t("Chiến dịch", "Campaign")), .init(name: visit.t("Ngày", "Days")),
                .init(name: visit.t("Chịu trách nhiệm", "Answers for it")),
                .init(name: visit.t("Số đơn vị", "Units"), isNumber: true, isMinor: true),
                .init(name: visit.t("Bài đăng", "Posts")),
            ],
            rows: campaigns.map { campaign in
                [
                    visit.link(visit.t(campaign.name), "/campaigns/\(campaign.id)"),
                    HTML(text: visit.formats.range(campaign.range)), HTML(text: names.unit(campaign.owner)),
                    HTML(text: visit.formats.number(campaign.units.count)),
                    visit.stateCounts(counts[campaign.id] ?? [:]),
                ]
            }
        ).html
    }
}

extension Visit {
    /// `✓ đã duyệt 12  ● đã đăng 3`, in the order of a post's life.
    func stateCounts(_ counts: [PostState: Int]) -> HTML {
        let present = PostState.allCases.filter { (counts[$0] ?? 0) > 0 }
        guard !present.isEmpty else { return HTML(text: t("chưa có bài", "no posts yet")) }
        return """
            <span class="cluster">\(present.html { state in
                "<span class=\"badge badge-\(state.tone.rawValue)\">\(t(state.words)) \(formats.number(counts[state] ?? 0))</span>"
            })</span>
            """
    }
}
