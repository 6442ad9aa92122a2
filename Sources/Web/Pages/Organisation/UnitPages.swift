import Operations
import Outreach

/// The tree of units as it stood on a day, and the committees laid over it.
struct UnitPages: RouteGroup {
    var routes: [Route] {
        [.get("/settings/units", .holding(.administer)) { .page(try await list($0)) }]
            + NewUnitPages().routes + UnitPage().routes + CommitteePages().routes
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Đơn vị và ban chỉ đạo", "Units and committees")
        let tree = try await visit.workspace.unitTree()
        let mayChange = try await visit.workspace.me(as: try visit.caller).mayForWhole(.administer)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "Mỗi đơn vị có ngày bắt đầu và kết thúc; tên cũ được giữ, để báo cáo kỳ cũ vẫn cộng đúng như lúc ấy.",
                        "Each unit has its days; earlier names are kept, so that a report of an old period adds up as it stood.")),
                    actions: mayChange
                        ? visit.link(visit.t("Thêm đơn vị", "Add a unit"), "/settings/units/new", css: "button button-primary")
                        : .empty))
                \(filters(visit))
                <div id="units">\(found(in: tree, visit))</div>
                <h2>\(visit.t("Ban chỉ đạo", "Committees"))</h2>
                \(committees(visit, tree))
                \(mayChange
                    ? "<p>\(visit.link(visit.t("Thêm ban chỉ đạo", "Add a committee"), "/settings/committees/new", css: "button"))</p>"
                    : .empty)
                """)
    }

    private func filters(_ visit: Visit) -> HTML {
        let form = FormView(visit)
        return visit.filters(
            action: "/settings/units", target: "units",
            """
            \(form.input("q", visit.t("Tìm đơn vị", "Find a unit"), type: "search", value: visit.query["q"]))
            \(form.input(
                "day", visit.t("Như đã có vào ngày", "As it stood on"), type: "date",
                value: visit.query["day"] ?? visit.workspace.today.description))
            """)
    }

    /// More than a person reads; a search finds the others.
    private static let most = 500

    private func found(in tree: UnitTree, _ visit: Visit) -> HTML {
        let day = visit.query["day"].flatMap { Day($0) } ?? visit.workspace.today
        let asked = SearchText.folded(visit.query["q"] ?? "")
        let units = tree.units.values
            .filter { $0.validity.contains(day) }
            .filter { asked.isEmpty || SearchText.folded("\($0.name(on: day).vi) \($0.name.vi)").contains(asked) }
            .sorted { tree.path(of: $0.id, on: day).lexicographicallyPrecedes(tree.path(of: $1.id, on: day)) }
        guard !units.isEmpty else {
            return visit.empty(
                visit.t("Không có đơn vị nào", "No units"),
                visit.t(
                    "Ngày này chưa có đơn vị nào như vậy. Hãy thêm đơn vị, hoặc nhập nội dung mẫu ở “Sao lưu và kiểm tra”.",
                    "There is no such unit on this day. Add one, or import the sample content under “Back-up and checks”."
                ))
        }
        let cut: HTML =
            units.count > Self.most
            ? "<p class=\"hint\">\(visit.t("Hiện \(Self.most) trên \(units.count) đơn vị; hãy tìm theo tên.", "\(Self.most) of \(units.count.of("unit", "units")); search by name."))</p>"
            : .empty
        return visit.table(of: Array(units.prefix(Self.most)), on: day, in: tree) + cut
    }

    private func committees(_ visit: Visit, _ tree: UnitTree) -> HTML {
        let today = visit.workspace.today
        return TableView(
            visit.t("Ban chỉ đạo", "Committees"),
            [
                .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Cơ quan thường trực", "Standing unit")),
                .init(name: visit.t("Thành viên hiện nay", "Members now"), isNumber: true),
                .init(name: visit.t("Thời gian", "Exists"), isMinor: true),
            ],
            rows: tree.committees.values.inOrder(of: \.name.vi).map { committee in
                [
                    visit.link(visit.t(committee.name), "/settings/committees/\(committee.id)"),
                    HTML(text: tree.name(of: committee.standing).map { visit.t($0) } ?? committee.standing.description),
                    HTML(
                        text: committee.validity.contains(today)
                            ? visit.formats.number(committee.members(during: DayRange(today)).count) : "—"),
                    HTML(text: visit.words(committee.validity)),
                ]
            }
        ).html
    }
}

extension UnitTree {
    /// The names from the root down, to sort by.
    fileprivate func path(of unit: Slug, on day: Day) -> [String] {
        var path: [String] = []
        var current: Slug? = unit
        while let step = current, path.count < 20 {
            path.append(units[step]?.name(on: day).vi ?? "")
            current = units[step]?.parent(on: day)
        }
        return path.reversed()
    }
}

extension Visit {
    /// Units with the names and the parents they had on a day.
    func table(of units: [Unit], on day: Day, in tree: UnitTree) -> HTML {
        TableView(
            t("Đơn vị", "Units"),
            [
                .init(name: t("Tên", "Name")), .init(name: t("Loại", "Kind")),
                .init(name: t("Thuộc", "Within"), isMinor: true), .init(name: t("Thời gian", "Exists"), isMinor: true),
            ],
            rows: units.map { unit in
                [
                    link(t(unit.name(on: day)), "/settings/units/\(unit.id)"), HTML(text: t(unit.kind.words)),
                    HTML(text: unit.parent(on: day).flatMap { tree.units[$0] }.map { t($0.name(on: day)) } ?? "—"),
                    HTML(text: words(unit.validity)),
                ]
            }
        ).html
    }

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
