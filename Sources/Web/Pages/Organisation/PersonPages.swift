import Operations
import Outreach

/// One person: roles, log-in link, where they are logged in, and whether they may log in at all.
struct PersonPages: RouteGroup {
    var routes: [Route] {
        let access = Access.holding(.administer)
        return [
            .get("/settings/people/:person", access) { .page(try await page($0, nil)) },
            .post("/settings/people/:person/roles", access, on: page, save: grant),
            .post("/settings/people/:person/roles/revoke", access, on: page, save: revoke),
            .post("/settings/people/:person/link", access, on: page, save: link),
            .post("/settings/people/:person/name", access, on: page, save: rename),
            .post("/settings/people/:person/disable", access, on: page, save: disable),
            .post("/settings/people/:person/enable", access, on: page, save: enable),
            .post("/settings/people/:person/log-out", access, on: page, save: logOut),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let id = try visit.slug("person")
        let users = try await visit.workspace.people(as: try visit.caller)
        guard let user = users.first(where: { $0.id == id }) else { throw OrganisationError.unknownUser(id) }
        let tree = try await visit.workspace.unitTree()
        let form = FormView(visit, refusal)
        let path = "/settings/people/\(user.id)"
        return Page(
            user.name, in: .settings,
            main: """
                \(visit.heading(user.name, HTML(text: user.id.description), actions: state(of: user, form, path)))
                \(form.notice)
                <section class="card"><h2>\(visit.t("Vai trò", "Roles"))</h2>
                \(roles(of: user, visit, tree, form, path))
                \(FormView(visit, refusal)(
                    action: "\(path)/roles", submit: visit.t("Cấp vai trò", "Give this role"),
                    try await visit.grantFields(form)))</section>
                <section class="card"><h2>\(visit.t("Đường dẫn đăng nhập", "Log-in link"))</h2>
                <p>\(visit.t(
                    "Dùng một lần, trong 24 giờ. Đưa trực tiếp cho đúng người; ai có đường dẫn là vào được.",
                    "Works once, within 24 hours. Hand it to the very person; whoever has it gets in."))</p>
                \(form.button(visit.t("Tạo đường dẫn", "Make a link"), action: "\(path)/link"))
                \(form.button(
                    visit.t("Đăng xuất người này mọi nơi", "Log them out everywhere"), action: "\(path)/log-out"))
                </section>
                <section class="card"><h2>\(visit.t("Họ tên", "Name"))</h2>
                \(FormView(visit)(action: "\(path)/name", submit: visit.t("Đổi tên", "Rename"), FormView(visit).input(
                    "name", visit.t("Họ và tên", "Full name"), value: user.name, required: true)))</section>
                """)
    }

    private func state(of user: User, _ form: FormView, _ path: String) -> HTML {
        let visit = form.visit
        guard user.id != visit.person?.id else { return .empty }
        return user.isActive
            ? form.button(
                visit.t("Khóa tài khoản", "Disable the account"), action: "\(path)/disable",
                css: "button button-danger")
            : form.button(visit.t("Mở lại tài khoản", "Enable the account"), action: "\(path)/enable")
    }

    private func roles(of user: User, _ visit: Visit, _ tree: UnitTree, _ form: FormView, _ path: String) -> HTML {
        guard !user.grants.isEmpty else {
            return
                "<p>\(visit.t("Chưa có vai trò nào: người này chưa xem được gì.", "No role yet: this person sees nothing."))</p>"
        }
        return TableView(
            visit.t("Vai trò", "Roles"), [.init(name: visit.t("Vai trò", "Role")), .init(name: "")],
            rows: user.grants.map { grant in
                [
                    HTML(text: visit.words(for: grant, in: tree)),
                    form.button(
                        visit.t("Thu lại", "Take away"), action: "\(path)/roles/revoke", css: "button button-small",
                        values: ["role": grant.role.rawValue, "unit": grant.unit?.description ?? ""]),
                ]
            }
        ).html
    }

    private func change(
        _ visit: Visit, _ said: Message, _ work: (Slug, Caller) async throws -> Void
    ) async throws -> Reply {
        let id = try visit.slug("person")
        try await work(id, try visit.caller)
        return .done("/settings/people/\(id)", said)
    }

    private func grant(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let grant = try reader.chosenGrant()
        try reader.finish()
        return try await change(visit, Message(vi: "Đã cấp vai trò.", en: "The role was given.")) {
            _ = try await visit.workspace.grant(grant, to: $0, as: $1, mode: .perform)
        }
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let grant = try reader.grant()
        try reader.finish()
        return try await change(visit, Message(vi: "Đã thu lại vai trò.", en: "The role was taken away.")) {
            _ = try await visit.workspace.revoke(grant, from: $0, as: $1, mode: .perform)
        }
    }

    private func rename(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = reader.required("name", longest: 120)
        try reader.finish()
        return try await change(visit, Message(vi: "Đã đổi tên.", en: "Renamed.")) {
            _ = try await visit.workspace.renameUser($0, to: name, as: $1, mode: .perform)
        }
    }

    private func disable(_ visit: Visit) async throws -> Reply {
        let said = Message(
            vi: "Đã khóa tài khoản; mọi phiên đăng nhập đã kết thúc.", en: "The account is disabled and logged out.")
        return try await change(visit, said) {
            _ = try await visit.workspace.disableUser($0, as: $1, mode: .perform)
        }
    }

    private func enable(_ visit: Visit) async throws -> Reply {
        try await change(visit, Message(vi: "Đã mở lại tài khoản.", en: "The account is enabled.")) {
            _ = try await visit.workspace.enableUser($0, as: $1, mode: .perform)
        }
    }

    private func logOut(_ visit: Visit) async throws -> Reply {
        try await change(visit, Message(vi: "Đã đăng xuất mọi nơi.", en: "Logged out everywhere.")) {
            try await visit.workspace.signOutEverywhere($0, as: $1)
        }
    }

    /// The link is shown once, on the answer itself: it is in no cookie, log or address of another page.
    private func link(_ visit: Visit) async throws -> Reply {
        let id = try visit.slug("person")
        let made = try await visit.workspace.makeLogInLink(for: id, as: try visit.caller)
        let address = visit.publicAddress(made.path)
        let title = visit.t("Đường dẫn đăng nhập", "Log-in link")
        return .page(
            Page(
                title, in: .settings,
                main: """
                    \(visit.heading(title, HTML(text: visit.t(
                        "Chỉ hiện một lần ở đây. Đưa cho \(id) trước \(visit.formats.moment(made.link.expiresAt)).",
                        "Shown here once. Hand it to \(id) before \(visit.formats.moment(made.link.expiresAt))."))))
                    \(visit.secret(address, label: title))
                    <p>\(visit.link(visit.t("Quay lại", "Back"), "/settings/people/\(id)", css: "button"))</p>
                    """))
    }
}

extension Visit {
    /// An address people outside can open.
    func publicAddress(_ path: String) -> String {
        (options.publicAddress ?? "http://" + (authority ?? "\(options.host):\(options.port)")) + path
    }

    /// Said where an address is printed: without one of its own, what is printed leads to this machine alone.
    var localAddressWarning: HTML {
        guard options.publicAddress == nil else { return .empty }
        return notice(
            .warn,
            HTML(
                text: t(
                    "Loa chưa biết địa chỉ công khai của mình (LOA_ADDRESS) nên mã QR dẫn về \(publicAddress("/")). "
                        + "Chỉ in sau khi người quản trị đã đặt địa chỉ.",
                    "Loa does not know its public address (LOA_ADDRESS), so QR codes lead to \(publicAddress("/")). "
                        + "Print only after the administrator has set it.")))
    }

    /// Something shown once, to be copied.
    func secret(_ text: String, label: String) -> HTML {
        """
        <div class="card"><label for="secret">\(label)</label>
        <input id="secret" value="\(text)" readonly class="mono">
        <button type="button" class="button" data-copy="secret" data-copied="\(t("Đã chép", "Copied"))" hidden>\
        \(t("Chép", "Copy"))</button></div>
        """
    }
}
