import Operations
import Outreach

/// Access tokens for other programs, shown once when made.
struct TokenPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/tokens", .holding(.view)) { .page(try await page($0, nil)) },
            .post("/settings/tokens", .holding(.view), on: page, save: make),
            .post("/settings/tokens/revoke", .holding(.view), on: page, save: revoke),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Mã truy cập cho máy", "Access tokens for machines")
        let tokens = try await visit.workspace.tokens(as: try visit.caller)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Mã chỉ làm được ít hơn hoặc bằng người tạo ra nó, không bao giờ duyệt bài hay quản trị.",
                    "A token can do no more than whoever made it, and never approves or administers."))))
                \(list(tokens, visit))\(try await form(visit, refusal))
                """)
    }

    private func list(_ tokens: [APIToken], _ visit: Visit) -> HTML {
        guard !tokens.isEmpty else {
            return visit.empty(
                visit.t("Chưa có mã nào", "No tokens yet"),
                visit.t(
                    "Tạo một mã khi chương trình khác cần đọc số liệu.", "Make one when another program needs figures.")
            )
        }
        return TableView(
            visit.t("Mã truy cập", "Tokens"),
            [
                .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Vai trò", "Role")),
                .init(name: visit.t("Hết hạn", "Expires"), isMinor: true),
                .init(name: visit.t("Dùng lần cuối", "Last used"), isMinor: true), .init(name: ""),
            ],
            rows: tokens.map { token in
                [
                    HTML(text: token.name.description),
                    HTML(
                        text: visit.t(token.grant.role.words) + " · "
                            + (token.grant.unit?.description ?? visit.t("toàn bộ", "everything"))),
                    token.expiresAt.map { visit.formats.stamp($0) } ?? HTML(text: visit.t("không", "never")),
                    token.usedOn.map { visit.formats.stamp($0) } ?? "—",
                    token.revokedAt == nil
                        ? FormView(visit).button(
                            visit.t("Thu hồi", "Revoke"), action: "/settings/tokens/revoke",
                            css: "button button-small", values: ["name": token.name.description])
                        : visit.badge(visit.t("đã thu hồi", "revoked"), .quiet),
                ]
            }
        ).html
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> HTML {
        let form = FormView(visit, refusal)
        let me = try await visit.workspace.me(as: try visit.caller)
        let tree = try await visit.workspace.unitTree()
        let units = me.units(for: .view).map { id in
            Choice(value: id.description, label: tree.name(of: id).map { visit.t($0) } ?? id.description)
        }.inOrder(of: \.label)
        return """
            <section class="card"><h2>\(visit.t("Tạo mã", "Make a token"))</h2>
            \(form(action: "/settings/tokens", submit: visit.t("Tạo", "Make"), """
                \(form.input(
                    "name", visit.t("Tên", "Name"),
                    hint: visit.t("Để biết máy nào: bang-tin-tinh", "To know which machine: province-board"),
                    required: true))
                \(form.select(
                    "role", visit.t("Vai trò", "Role"),
                    APIToken.roles.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }, required: true))
                \(form.select(
                    "unit", visit.t("Cho đơn vị", "For the unit"), visit.everything(me.mayForWhole(.view)) + units,
                    empty: visit.t("Chọn đơn vị", "Choose a unit"), required: true))
                \(form.input("expires", visit.t("Hết hạn ngày", "Expires on"), type: "date"))
                """))</section>
            """
    }

    private func make(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = try reader.requiredSlug("name")
        let grant = try reader.chosenGrant()
        let expires = reader.day("expires")
        try reader.finish()
        let made = try await visit.workspace.makeToken(
            name, grant: grant, expiresAt: expires.map { visit.workspace.zone.instant($0, .lastMinute) },
            as: try visit.caller, mode: .perform)
        let title = visit.t("Mã truy cập", "Access token")
        return .page(
            Page(
                title, in: .settings,
                main: """
                    \(visit.heading(title, HTML(text: visit.t(
                        "Chỉ hiện một lần. Loa không giữ mã này, chỉ giữ dấu vết của nó.",
                        "Shown once. Loa does not keep it, only a fingerprint."))))
                    \(visit.secret(made.secret, label: title))
                    <p>\(visit.link(visit.t("Quay lại", "Back"), "/settings/tokens", css: "button"))</p>
                    """))
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = try reader.requiredSlug("name")
        try await visit.workspace.revokeToken(name, as: try visit.caller, mode: .perform)
        return .done(
            "/settings/tokens", "Đã thu hồi mã; máy đó không vào được nữa.", "Revoked; that machine is shut out.")
    }
}
