import Operations
import Outreach

/// One committee: where it works, who collects and signs for it, who belonged to it when.
struct CommitteePages: RouteGroup {
    var routes: [Route] {
        let access = Access.holding(.administer)
        return NewCommitteePages().routes + [
            .get("/settings/committees/:committee", access) { .page(try await show($0, nil)) },
            .post("/settings/committees/:committee/describe", access, on: show, save: describe),
            .post("/settings/committees/:committee/join", access, on: show, save: join),
            .post("/settings/committees/:committee/leave", access, on: show, save: leave),
            .post("/settings/committees/:committee/end", access, on: show, save: end),
        ]
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let id = try visit.slug("committee")
        let tree = try await visit.workspace.unitTree()
        guard let committee = tree.committees[id] else { throw WebError.noPage }
        let me = try await visit.workspace.me(as: try visit.caller)
        let forms = CommitteeForms(visit: visit, committee: committee, tree: tree, refusal: refusal)
        return Page(
            visit.t(committee.name), in: .settings,
            main: """
                \(visit.heading(
                    visit.t(committee.name), "<span class=\"mono\">\(id)</span>",
                    actions: visit.link(visit.t("Mọi đơn vị", "All units"), "/settings/units", css: "button")))
                \(FormView(visit, refusal).notice)
                <div class="split"><div>
                <h2>\(visit.t("Thành viên", "Members"))</h2>
                \(members(of: committee, tree, visit))
                \(me.mayForWhole(.administer) ? forms.joining : .empty)
                </div><div>
                \(facts(of: committee, tree, visit, mayReport: me.may(.report, for: id)))
                \(me.mayForWhole(.administer) ? forms.describing + forms.ending : .empty)
                </div></div>
                """)
    }

    private func facts(of committee: Committee, _ tree: UnitTree, _ visit: Visit, mayReport: Bool) -> HTML {
        func link(_ unit: Slug) -> HTML {
            visit.link(tree.name(of: unit).map { visit.t($0) } ?? unit.description, "/settings/units/\(unit)")
        }
        let head = visit.link(
            visit.t("Đầu văn bản và người ký", "Head of its papers and who signs"),
            "/reports/head?subject=\(committee.id)")
        return """
            <section class="card"><h2>\(visit.t("Ban chỉ đạo", "The committee"))</h2>\(visit.facts([
                (visit.t("Địa bàn", "Area"), link(committee.area)),
                (visit.t("Cơ quan thường trực", "Standing unit"), link(committee.standing)),
                (visit.t("Thời gian", "Exists"), HTML(text: visit.words(committee.validity))),
            ]))\(mayReport ? "<p>\(head)</p>" as HTML : .empty)</section>
            """
    }

    private func members(of committee: Committee, _ tree: UnitTree, _ visit: Visit) -> HTML {
        TableView(
            visit.t("Thành viên", "Members"),
            [.init(name: visit.t("Đơn vị", "Unit")), .init(name: visit.t("Thời gian", "Belongs"))],
            rows: committee.memberships.map { membership in
                [
                    visit.link(
                        tree.name(of: membership.unit).map { visit.t($0) } ?? membership.unit.description,
                        "/settings/units/\(membership.unit)"), HTML(text: visit.words(membership.validity)),
                ]
            }
        ).html
    }

    // MARK: What happens to it

    private func describe(_ visit: Visit) async throws -> Reply {
        let committee = try visit.slug("committee")
        var reader = FormReader(visit.form)
        let name = reader.localizedName()
        let (area, standing) = (try reader.requiredSlug("area"), try reader.requiredSlug("standing"))
        try reader.finish()
        try await visit.workspace.describeCommittee(
            committee, name, area: area, standing: standing, as: try visit.caller, mode: .perform)
        return .done("/settings/committees/\(committee)", "Đã lưu.", "Saved.")
    }

    private func join(_ visit: Visit) async throws -> Reply {
        let committee = try visit.slug("committee")
        var reader = FormReader(visit.form)
        let (unit, day) = (try reader.requiredSlug("unit"), reader.day("from"))
        try reader.finish()
        try await visit.workspace.joinCommittee(
            committee, by: unit, from: day, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/committees/\(committee)", "Đã thêm thành viên. Báo cáo các kỳ trước ngày ấy không đổi.",
            "The member was added. Reports of periods before that day stay as they are.")
    }

    private func leave(_ visit: Visit) async throws -> Reply {
        let committee = try visit.slug("committee")
        var reader = FormReader(visit.form)
        let (unit, day) = (try reader.requiredSlug("member"), reader.day("last"))
        try reader.finish()
        try await visit.workspace.leaveCommittee(
            committee, by: unit, on: day, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/committees/\(committee)", "Đã lưu. Số liệu đến ngày ấy vẫn tính cho ban chỉ đạo.",
            "Saved. What was counted up to that day stays the committee’s.")
    }

    private func end(_ visit: Visit) async throws -> Reply {
        let committee = try visit.slug("committee")
        var reader = FormReader(visit.form)
        let day = reader.day("until")
        try reader.finish()
        try await visit.workspace.endCommittee(committee, on: day, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/committees/\(committee)", "Đã lưu. Báo cáo cũ vẫn còn nguyên.",
            "Saved. Its reports stay as they are.")
    }
}
