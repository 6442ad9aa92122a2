import Operations
import Outreach

/// One unit: what it is and was, how its posts are approved, and what happens to it.
struct UnitPage: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/units/:unit", .holding(.administer)) { .page(try await Self.show($0, nil)) },
            .post("/settings/units/:unit/approval", .holding(.administer), on: Self.show, save: setMode),
        ] + UnitChangeRoutes().routes
    }

    static func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let id = try visit.slug("unit")
        let tree = try await visit.workspace.unitTree()
        guard let unit = tree.units[id] else { throw WebError.noPage }
        let today = visit.workspace.today
        let below = tree.units.values.filter { $0.parent(on: today) == id && $0.validity.contains(today) }
            .inOrder(of: \.name.vi)
        let mayChange = try await visit.workspace.me(as: try visit.caller).mayForWhole(.administer)
        return Page(
            visit.t(unit.name), in: .settings,
            main: """
                \(visit.heading(
                    visit.t(unit.name), "<span class=\"mono\">\(id)</span>",
                    actions: visit.link(visit.t("Mọi đơn vị", "All units"), "/settings/units", css: "button")))
                \(FormView(visit, refusal).notice)
                <div class="split"><div>
                \(facts(of: unit, tree, visit))
                \(mayChange ? UnitChangeForms(visit: visit, unit: unit, tree: tree, refusal: refusal).html : .empty)
                </div><div>
                \(try await approval(of: unit, tree, visit))
                \(try await HoldCard(visit, .unit(id), back: "/settings/units/\(id)").html)
                </div></div>
                \(below.isEmpty ? .empty : "<h2>\(visit.t("Bên dưới", "Below"))</h2>\(visit.table(of: below, on: today, in: tree))" as HTML)
                """)
    }

    private static func facts(of unit: Unit, _ tree: UnitTree, _ visit: Visit) -> HTML {
        func link(_ id: Slug) -> HTML {
            visit.link(tree.name(of: id).map { visit.t($0) } ?? id.description, "/settings/units/\(id)")
        }
        func links(_ ids: [Slug]) -> HTML? {
            ids.isEmpty ? nil : ids.enumerated().html { "\($0 > 0 ? "<br>" : .empty)\(link($1))" }
        }
        let after = tree.units.values.filter { $0.succeeds.contains(unit.id) }.map(\.id).sorted()
        let before = unit.former.reversed().html { standing in
            let parts = [
                standing.name.map { visit.t($0) },
                standing.parent.flatMap { tree.name(of: $0) }.map { "\(visit.t("thuộc", "within")) \(visit.t($0))" },
            ]
            return """
                <li>\(visit.t("Đến", "Until")) \(visit.formats.stamp(standing.until)): \
                \(parts.compactMap(\.self).joined(separator: ", "))</li>
                """
        }
        return """
            <section class="card"><h2>\(visit.t("Đơn vị", "The unit"))</h2>\(visit.facts([
                (visit.t("Loại", "Kind"), HTML(text: visit.t(unit.kind.words))),
                (visit.t("Thuộc", "Within"), unit.parent.map(link) ?? "—"),
                (visit.t("Thời gian", "Exists"), HTML(text: visit.words(unit.validity))),
                (visit.t("Trước kia", "Earlier"), unit.former.isEmpty ? nil : "<ul class=\"plain\">\(before)</ul>"),
                (visit.t("Tiếp nối từ", "Took over"), links(unit.succeeds)),
                (visit.t("Nay là", "Taken over by"), links(after)),
                (visit.t("Địa bàn ưu tiên", "Priority area"), unit.priority.map { HTML(text: $0 == .always ? visit.t("có", "yes") : visit.words($0)) }),
            ]))</section>
            """
    }
}

extension UnitPage {
    /// Who has to say yes before this unit's posts go out, and who said so.
    private static func approval(of unit: Unit, _ tree: UnitTree, _ visit: Visit) async throws -> HTML {
        let now = try await visit.workspace.approval(of: unit.id, as: try visit.caller)
        let source = now.setting.map { setting in
            let name = tree.name(of: setting.unit).map { visit.t($0) } ?? setting.unit.description
            return "\(setting.by), \(visit.formats.stamp(setting.at)), \(name)" as HTML
        }
        let form = FormView(visit)
        return """
            <section class="card"><h2>\(visit.t("Cách duyệt bài", "How posts are approved"))</h2>
            <p><strong>\(visit.t(now.mode.words))</strong> <span class="hint">\(source ?? HTML(text: visit.t(
                "chưa ai đặt khác", "nobody set another")))</span></p>
            \(now.mode == .single ? visit.notice(.warn, HTML(text: visit.t(
                "Người soạn có thể tự duyệt bài của mình.", "Who wrote a post may approve it."))) : .empty)
            \(form(action: "/settings/units/\(unit.id)/approval", submit: visit.t("Đặt cách duyệt", "Set it"), form.select(
                "mode", visit.t("Cách duyệt của đơn vị này và các đơn vị bên dưới", "For this unit and those below"),
                ApprovalMode.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                chosen: now.mode.rawValue,
                hint: visit.t(
                    "Bài đã duyệt theo cách cũ được xét lại khi đến giờ gửi.",
                    "What was approved before is judged anew when it is to leave."), required: true)))
            </section>
            """
    }

    private func setMode(_ visit: Visit) async throws -> Reply {
        let unit = try visit.slug("unit")
        var reader = FormReader(visit.form)
        let mode: ApprovalMode = try reader.requiredChoice("mode")
        try reader.finish()
        _ = try await visit.workspace.setApprovalMode(mode, of: unit, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/units/\(unit)",
            Message(
                vi: "Từ giờ duyệt theo cách: \(mode.words.vietnamese).",
                en: "Approved from now on by: \(mode.words.english)."))
    }
}
