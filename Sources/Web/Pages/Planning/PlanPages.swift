import Operations
import Outreach

/// Committees' plans: the list, and one of them as duties with who has done what.
struct PlanPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/plans", .holding(.view)) { .page(try await list($0)) },
            .get("/plans/:plan", .holding(.view)) { .page(try await PlanPage($0).page()) },
        ]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Kế hoạch", "Plans")
        let plans = try await visit.workspace.plans()
        let names = try await PlanningNames(visit)
        return Page(
            title, in: .plans,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Kế hoạch của ban chỉ đạo, tách thành nhiệm vụ: ai làm, cho ai, đến khi nào, đã làm được gì.",
                    "A committee's plans as duties: who does what, for whom, by when, and what was done."))))
                \(visit.planTabs(current: "/plans"))
                \(plans.isEmpty ? empty(visit) : table(plans, names, visit))
                """)
    }

    private func empty(_ visit: Visit) -> HTML {
        visit.empty(
            visit.t("Chưa có kế hoạch nào", "No plans yet"),
            visit.t(
                "Ghi kế hoạch của ban chỉ đạo thành nhiệm vụ trong Content/plans rồi nhập lại nội dung.",
                "Write a committee's plan as duties in Content/plans, then import the content again."))
    }

    private func table(_ plans: [CommitteePlan], _ names: PlanningNames, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Kế hoạch", "Plans"),
            [
                .init(name: visit.t("Kế hoạch", "Plan")), .init(name: visit.t("Ban chỉ đạo", "Committee")),
                .init(name: visit.t("Ban hành", "Issued")),
                .init(name: visit.t("Số nhiệm vụ", "Duties"), isNumber: true),
                .init(name: visit.t("Số chỉ tiêu", "Targets"), isNumber: true, isMinor: true),
            ],
            rows: plans.map { plan in
                [
                    visit.link(visit.t(plan.title), "/plans/\(plan.id)"), HTML(text: names.unit(plan.committee)),
                    HTML(text: visit.issued(plan)), HTML(text: visit.formats.number(plan.duties.count)),
                    HTML(text: visit.formats.number(plan.targets.count)),
                ]
            }
        ).html
    }
}

extension Visit {
    func planTabs(current: String) -> HTML {
        tabs(
            t("Kế hoạch", "Plans"),
            [
                (t("Kế hoạch", "Plans"), "/plans", current == "/plans"),
                (t("Các dịp trong năm", "Observances"), "/observances", current == "/observances"),
            ])
    }

    /// `số 12/KH-BCĐ, 2024`: the number where the paper has one, and the date as far as it says.
    func issued(_ plan: CommitteePlan) -> String {
        let day = Day(plan.issued).map { formats.day($0) } ?? plan.issued
        return plan.number.map { t("số \($0), \(day)", "No. \($0), \(day)") } ?? day
    }
}
