import Operations
import Outreach

/// The tree of units over time, and the committees laid over it.
struct UnitPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/units", .holding(.administer)) { .page(try await list($0)) },
            .get("/settings/units/:unit", .holding(.administer)) { .page(try await one($0, nil)) },
            .post("/settings/units/:unit/approval", .holding(.administer), on: one, save: setMode),
        ]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Đơn vị và ban chỉ đạo", "Units and committees")
        let tree = try await visit.workspace.unitTree()
        let asked = SearchText.folded(visit.query["q"] ?? "")
        let units = tree.units.values.filter { asked.isEmpty || SearchText.folded($0.name.vi).contains(asked) }
            .sorted { tree.path(of: $0.id).lexicographicallyPrecedes(tree.path(of: $1.id)) }
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Cây đơn vị đến từ Content/units; sửa tệp rồi nhập lại ở “Sao lưu và kiểm tra”.",
                    "The tree comes from Content/units; change the file, then import again under “Back-up and checks”."))))
                \(visit.filters(action: "/settings/units", target: "units", FormView(visit).input(
                    "q", visit.t("Tìm đơn vị", "Find a unit"), type: "search", value: visit.query["q"])))
                <div id="units">\(table(Array(units.prefix(500)), visit, tree))</div>
                <h2>\(visit.t("Ban chỉ đạo", "Committees"))</h2>\(committees(visit, tree))
                """)
    }

    private func table(_ units: [Unit], _ visit: Visit, _ tree: UnitTree) -> HTML {
        TableView(
            visit.t("Đơn vị", "Units"),
            [
                .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Loại", "Kind")),
                .init(name: visit.t("Thuộc", "Within"), isMinor: true),
                .init(name: visit.t("Thời gian", "Exists"), isMinor: true),
            ],
            rows: units.map { unit in
                [
                    visit.link(visit.t(unit.name), "/settings/units/\(unit.id)"), HTML(text: visit.t(unit.kind.words)),
                    HTML(text: unit.parent.flatMap { tree.name(of: $0) }.map { visit.t($0) } ?? "—"),
                    HTML(text: visit.words(unit.validity)),
                ]
            }
        ).html
    }

    private func committees(_ visit: Visit, _ tree: UnitTree) -> HTML {
        TableView(
            visit.t("Ban chỉ đạo", "Committees"),
            [
                .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Cơ quan thường trực", "Standing unit")),
                .init(name: visit.t("Số thành viên", "Members"), isNumber: true),
            ],
            rows: tree.committees.values.inOrder(of: \.name.vi).map { committee in
                [
                    HTML(text: visit.t(committee.name)),
                    HTML(text: tree.name(of: committee.standing).map { visit.t($0) } ?? committee.standing.description),
                    HTML(text: visit.formats.number(committee.members.count)),
                ]
            }
        ).html
    }

    private func one(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let id = try visit.slug("unit")
        let tree = try await visit.workspace.unitTree()
        guard let unit = tree.units[id] else { throw WebError.noPage }
        let below = tree.units.values.filter { $0.parent == id }.inOrder(of: \.name.vi)
        let before = unit.succeeds.map { tree.name(of: $0).map { visit.t($0) } ?? $0.description }
        return Page(
            visit.t(unit.name), in: .settings,
            main: """
                \(visit.heading(visit.t(unit.name), HTML(text: id.description)))
                <section class="card"><dl class="facts">
                <dt>\(visit.t("Loại", "Kind"))</dt><dd>\(visit.t(unit.kind.words))</dd>
                <dt>\(visit.t("Thuộc", "Within"))</dt><dd>\(unit.parent.html { parent in
                    visit.link(tree.name(of: parent).map { visit.t($0) } ?? parent.description, "/settings/units/\(parent)")
                })</dd>
                <dt>\(visit.t("Thời gian", "Exists"))</dt><dd>\(visit.words(unit.validity))</dd>
                <dt>\(visit.t("Tiếp nối từ", "Took over"))</dt><dd>\(before.isEmpty ? "—" : before.joined(separator: ", "))</dd>
                <dt>\(visit.t("Địa bàn ưu tiên", "Priority area"))</dt>\
                <dd>\(unit.priority.map { $0 == .always ? visit.t("có", "yes") : visit.words($0) } ?? visit.t("không", "no"))</dd>
                </dl></section>
                \(try await approval(of: unit, tree, visit, refusal))
                \(try await HoldCard(visit, .unit(id), back: "/settings/units/\(id)").html)
                \(below.isEmpty ? .empty : "<h2>\(visit.t("Bên dưới", "Below"))</h2>\(table(below, visit, tree))" as HTML)
                """)
    }
}

extension UnitPages {
    /// Who has to say yes before this unit's posts go out, and who said so.
    private func approval(
        of unit: Unit, _ tree: UnitTree, _ visit: Visit, _ refusal: Refusal?
    ) async throws -> HTML {
        let now = try await visit.workspace.approval(of: unit.id, as: try visit.caller)
        let source = now.setting.map { setting in
            let name = tree.name(of: setting.unit).map { visit.t($0) } ?? setting.unit.description
            return "\(setting.by), \(visit.formats.stamp(setting.at)), \(name)" as HTML
        }
        let form = FormView(visit, refusal)
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

extension UnitTree {
    /// The names from the root down, to sort by.
    fileprivate func path(of unit: Slug) -> [String] {
        var path: [String] = []
        var current: Slug? = unit
        while let step = current, path.count < 20 {
            path.append(units[step]?.name.vi ?? "")
            current = units[step]?.parent
        }
        return path.reversed()
    }
}

extension Visit {
    /// `từ 01/07/2025`, `đến 30/06/2025`, or both.
    func words(_ validity: Validity) -> String {
        let from = validity.from.map { t("từ \(formats.day($0))", "from \(formats.day($0))") }
        let until = validity.until.map { t("đến \(formats.day($0))", "until \(formats.day($0))") }
        let parts = [from, until].compactMap(\.self)
        return parts.isEmpty ? t("không giới hạn", "always") : parts.joined(separator: " ")
    }
}

extension Visit {
    /// The units whose things the visitor may see, and the committees, for a filter.
    func unitChoices(_ permission: Permission = .view, committees: Bool = false) async throws -> [Choice] {
        let me = try await workspace.me(as: try caller)
        let tree = try await workspace.unitTree()
        func choice(_ id: Slug, _ group: String?) -> Choice {
            Choice(value: id.description, label: tree.name(of: id).map { t($0) } ?? id.description, group: group)
        }
        let units = me.units(for: permission).map { choice($0, committees ? t("Đơn vị", "Units") : nil) }
            .inOrder(of: \.label)
        guard committees else { return units }
        return me.committees(for: permission).map { choice($0, t("Ban chỉ đạo", "Committees")) } + units
    }
}
