import Hummingbird
import Operations
import Outreach

/// What is one's own: password, and the devices one is logged in on.
struct AccountPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/account", .signedIn) { .page(try await page($0, nil)) },
            .post("/account/password", .signedIn, on: page, save: setPassword),
            .post("/account/sessions/end", .signedIn, on: page, save: endSession),
            .post("/account/sessions/end-all", .signedIn, on: page, save: endAll),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        guard let signedIn = visit.signedIn else { throw WebError.notSignedIn }
        let title = visit.t("Tài khoản", "Account")
        let sessions = try await visit.workspace.sessions(of: signedIn.user.id, as: signedIn.caller)
        let tree = try await visit.workspace.unitTree()
        let roles = signedIn.user.grants.map { visit.words(for: $0, in: tree) }
        return Page(
            title,
            main: """
                \(visit.heading(title, HTML(text: "\(signedIn.user.name) (\(signedIn.user.id)) — \(roles.joined(separator: ", "))")))
                <section class="card"><h2>\(visit.t("Mật khẩu", "Password"))</h2>
                \(signedIn.hasPassword ? .empty : visit.notice(.warn, HTML(text: visit.t(
                    "Bạn chưa có mật khẩu. Đặt ngay để lần sau tự đăng nhập.",
                    "You have no password yet. Set one now, so that you can log in next time."))))
                \(passwordForm(visit, signedIn, refusal))</section>
                <section class="card"><h2>\(visit.t("Thiết bị đang đăng nhập", "Where you are logged in"))</h2>
                \(list(sessions, visit, current: signedIn.session.id))
                \(FormView(visit).button(
                    visit.t("Đăng xuất mọi nơi", "Log out everywhere"), action: "/account/sessions/end-all",
                    css: "button button-danger"))</section>
                """)
    }

    private func passwordForm(_ visit: Visit, _ signedIn: SignedIn, _ refusal: Refusal?) -> HTML {
        let form = FormView(visit, refusal)
        let mayForgo = !signedIn.hasPassword || signedIn.session.mayForgoCurrentPassword(at: visit.workspace.now)
        return form(
            action: "/account/password", submit: visit.t("Lưu mật khẩu", "Save the password"),
            """
            <input type="text" autocomplete="username" value="\(signedIn.user.id)" readonly hidden>
            \(mayForgo ? .empty : form.input(
                "current", visit.t("Mật khẩu hiện tại", "Current password"), type: "password", required: true,
                completion: "current-password"))
            \(form.input(
                "password", visit.t("Mật khẩu mới", "New password"), type: "password",
                hint: visit.t(
                    "Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.",
                    "At least 12 characters; a short sentence that you can remember is best."),
                required: true, completion: "new-password"))
            \(form.input(
                "again", visit.t("Nhập lại mật khẩu mới", "New password again"), type: "password", required: true,
                completion: "new-password"))
            """)
    }

    private func list(_ sessions: [WebSession], _ visit: Visit, current: Identifier<WebSession>) -> HTML {
        TableView(
            visit.t("Thiết bị đang đăng nhập", "Where you are logged in"),
            [
                .init(name: visit.t("Từ", "Since")), .init(name: visit.t("Dùng lần cuối", "Last used")),
                .init(name: visit.t("Địa chỉ mạng", "Network address"), isMinor: true), .init(name: ""),
            ],
            rows: sessions.map { session in
                [
                    visit.formats.stamp(session.createdAt), visit.formats.stamp(session.lastSeenAt),
                    HTML(text: session.address),
                    session.id == current
                        ? visit.badge(visit.t("thiết bị này", "this device"), .ok)
                        : FormView(visit).button(
                            visit.t("Đăng xuất", "Log out"), action: "/account/sessions/end",
                            css: "button button-small", values: ["session": session.id.description]),
                ]
            }
        ).html
    }

    private func setPassword(_ visit: Visit) async throws -> Reply {
        guard let signedIn = visit.signedIn else { throw WebError.notSignedIn }
        let new = visit.form.text("password")
        guard new == visit.form.text("again") else {
            throw FormError.mistakes([
                "again": Message(vi: "Hai lần nhập không giống nhau.", en: "The two entries differ.")
            ])
        }
        let current = visit.form.has("current") ? visit.form.text("current") : nil
        let renewed = try await visit.workspace.setPassword(
            new, current: current, token: signedIn.token, from: visit.address)
        let said = Said(
            kind: .done,
            message: Message(
                vi: "Đã lưu mật khẩu. Các thiết bị khác đã được đăng xuất.",
                en: "The password is saved. Other devices are logged out."))
        var response = Response.seeOther("/account")
        response.setCookie(.session(renewed.token))
        if let cookie = Cookie.said(said) { response.setCookie(cookie) }
        return .response(response)
    }

    private func endSession(_ visit: Visit) async throws -> Reply {
        guard let user = visit.person, let id = visit.form["session"].flatMap(Identifier<WebSession>.init) else {
            throw WebError.noPage
        }
        try await visit.workspace.endSession(id, of: user.id, as: try visit.caller)
        return .done("/account", "Đã đăng xuất thiết bị đó.", "That device is logged out.")
    }

    private func endAll(_ visit: Visit) async throws -> Reply {
        guard let user = visit.person else { throw WebError.notSignedIn }
        try await visit.workspace.signOutEverywhere(user.id, as: try visit.caller)
        var response = Response.seeOther("/log-in")
        response.setCookie(.gone(CookieName.session))
        return .response(response)
    }
}
