import Operations
import Outreach

/// The people who work here: the list, and adding one.
struct PeoplePages: RouteGroup {
    var routes: [Route] {
        [.get("/settings/people", .holding(.administer)) { .page(try await list($0)) }]
            + Route.form("/settings/people/new", .holding(.administer), show: form, save: add)
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Người dùng và vai trò", "People and roles")
        let users = try await visit.workspace.people(as: try visit.caller)
        let tree = try await visit.workspace.unitTree()
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(
                    title,
                    actions: visit.link(
                        visit.t("Thêm người", "Add someone"), "/settings/people/new", css: "button button-primary")))
                \(TableView(
                    title,
                    [
                        .init(name: visit.t("Họ tên", "Name")), .init(name: visit.t("Tên người dùng", "User name")),
                        .init(name: visit.t("Vai trò", "Roles")), .init(name: visit.t("Trạng thái", "State")),
                    ],
                    rows: users.map { user in
                        [
                            visit.link(user.name, "/settings/people/\(user.id)"), HTML(text: user.id.description),
                            roles(of: user, visit, tree),
                            user.isActive
                                ? visit.badge(visit.t("đang dùng", "active"), .ok)
                                : visit.badge(visit.t("đã khóa", "disabled"), .quiet),
                        ]
                    }).html)
                """)
    }

    private func roles(of user: User, _ visit: Visit, _ tree: UnitTree) -> HTML {
        guard !user.grants.isEmpty else { return HTML(text: "—") }
        return "<ul class=\"plain\">\(user.grants.html { "<li>\(visit.words(for: $0, in: tree))</li>" })</ul>"
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Thêm người", "Add someone")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Sau khi thêm, bạn đưa cho họ một đường dẫn đăng nhập dùng một lần.",
                    "Afterwards you hand them a log-in link that works once."))))
                <section class="card">\(form(action: "/settings/people/new", submit: visit.t("Thêm", "Add"), """
                    \(form.input("name", visit.t("Họ và tên", "Full name"), required: true))
                    \(form.input(
                        "user", visit.t("Tên người dùng", "User name"),
                        hint: visit.t(
                            "Chữ thường không dấu, số và gạch nối: minh-thu",
                            "Lower-case letters, digits and hyphens: minh-thu"), required: true))
                    \(try await visit.grantFields(form))
                    """))</section>
                """)
    }

    private func add(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = reader.required("name", longest: 120)
        let id = try reader.requiredSlug("user")
        let grant = try reader.chosenGrant()
        try reader.finish()
        let user = try await visit.workspace.addUser(id, name: name, grant: grant, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/people/\(user.id)",
            Message(vi: "Đã thêm \(user.name).", en: "\(user.name) was added."))
    }
}

extension Visit {
    /// `biên tập · Trung tâm Văn hóa`
    func words(for grant: Grant, in tree: UnitTree) -> String {
        let area = grant.unit.map { t(tree.name(of: $0) ?? LocalizedText(vi: "\($0)", en: "\($0)")) }
        return t(grant.role.words) + " · " + (area ?? t("toàn bộ", "everything"))
    }

    /// The choice of a role and the unit it is for.
    func grantFields(_ form: FormView) async throws -> HTML {
        let me = try await workspace.me(as: try caller)
        let tree = try await workspace.unitTree()
        let units = me.units(for: .administer).map { id in
            Choice(value: id.description, label: tree.name(of: id).map { t($0) } ?? id.description)
        }.inOrder(of: \.label)
        return """
            \(form.select(
                "role", t("Vai trò", "Role"),
                Role.allCases.map { Choice(value: $0.rawValue, label: t($0.words)) }, empty: t("Chọn…", "Choose…"),
                required: true))
            \(form.select(
                "unit", t("Cho đơn vị", "For the unit"), everything(me.mayForWhole(.administer)) + units,
                empty: t("Chọn đơn vị", "Choose a unit"),
                hint: t("Vai trò có hiệu lực cho đơn vị này và mọi đơn vị bên dưới.", "The role holds for this unit and everything below it."),
                required: true))
            """
    }

    /// The whole workspace as an entry of its own, so that nobody gets it because a field was left alone.
    func everything(_ isOffered: Bool) -> [Choice] {
        isOffered ? [Choice(value: FormReader.everything, label: t("Toàn bộ các đơn vị", "Everything, all units"))] : []
    }
}

extension FormReader {
    static let everything = "*"

    /// A role and the unit it is for, as somebody chose them from the lists.
    mutating func chosenGrant() throws(FormError) -> Grant {
        let role = try requiredChoice("role", of: Role.self)
        if fields["unit"] == FormReader.everything { return Grant(role: role, unit: nil) }
        return Grant(role: role, unit: try requiredSlug("unit"))
    }

    /// A role that somebody has; no unit is the whole workspace.
    mutating func grant() throws(FormError) -> Grant {
        let role = try requiredChoice("role", of: Role.self)
        return Grant(role: role, unit: slug("unit"))
    }
}
