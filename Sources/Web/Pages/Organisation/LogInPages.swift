import Hummingbird
import Operations
import Outreach

/// Logging in by password or one-time link, and out.
struct LogInPages: RouteGroup {
    var routes: [Route] {
        Route.form("/log-in", .everyone, bodyLimit: 2_097_152, show: Self.form, save: logIn)
            + Route.form("/log-in/:code", .everyone, show: link, save: useLink)
            + Route.form("/first/:code", .everyone, show: first, save: becomeFirst)
            + [.post("/log-out", .signedIn, logOut)]
    }

    private static func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        page(visit, refusal, kept: KeptForm(text: visit.form.text("kept")))
    }

    /// - Parameter kept: what a form said whose log-in had run out.
    static func page(_ visit: Visit, _ refusal: Refusal?, kept: KeptForm?) -> Page {
        let form = FormView(visit, refusal)
        let title = visit.t("Đăng nhập", "Log in")
        return Page(
            title, isBare: true,
            main: """
                <section class="card narrow"><h1>\(title)</h1>
                \(kept.html { kept in
                    visit.notice(.warn, """
                        \(visit.t(
                            "Phiên đăng nhập đã hết nên chưa lưu. Những gì đã gõ vẫn còn: đăng nhập lại để gửi tiếp.",
                            "Your log-in had run out, so nothing was saved. What you typed is still here: log in to go on."))\
                        \(kept.typed(visit))
                        """)
                })
                \(form(action: "/log-in", submit: title, """
                    \(form.hidden("next", visit.form["next"] ?? visit.query["next"] ?? "/"))
                    \(kept.html { form.hidden("kept", $0.text) })
                    \(form.input(
                        "user", visit.t("Tên người dùng", "User name"), required: true, completion: "username"))
                    \(form.input(
                        "password", visit.t("Mật khẩu", "Password"), type: "password", required: true,
                        completion: "current-password"))
                    """))
                <p class="hint">\(visit.t(
                    "Chưa có mật khẩu? Hãy xin quản trị của đơn vị một đường dẫn đăng nhập dùng một lần.",
                    "No password yet? Ask your unit's administrator for a one-time log-in link."))</p>
                </section>
                """)
    }

    private func logIn(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let user = reader.required("user", longest: 80)
        let password = visit.form.text("password")
        try reader.finish()
        let signedIn = try await visit.workspace.signIn(
            user, password: password, from: visit.address, replacing: visit.signedIn?.token)
        guard let kept = KeptForm(text: visit.form.text("kept")) else {
            return begin(signedIn.token, next: visit.form["next"])
        }
        let again = visit.by(signedIn)
        var response = try await Responder(visit: again).response(to: .page(kept.again(again)))
        response.setCookie(.session(signedIn.token))
        return .response(response)
    }

    /// Opening the address alone uses nothing up: mail programs open links by themselves.
    private func link(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let code = try visit.parameter("code")
        let form = FormView(visit, refusal)
        let title = visit.t("Đăng nhập", "Log in")
        return Page(
            title, isBare: true,
            main: """
                <section class="card narrow"><h1>\(title)</h1>
                <p>\(visit.t(
                    "Đường dẫn này dùng được một lần. Bấm nút để vào Loa.",
                    "This link works once. Press the button to enter Loa."))</p>
                \(form(action: "/log-in/\(code)", submit: visit.t("Vào Loa", "Enter Loa"), .empty))
                </section>
                """)
    }

    private func useLink(_ visit: Visit) async throws -> Reply {
        let signedIn = try await visit.workspace.openSession(
            logInCode: try visit.parameter("code"), from: visit.address, replacing: visit.signedIn?.token)
        return begin(signedIn.token, next: signedIn.hasPassword ? "/" : "/account")
    }

    /// The first administrator of a new workspace, invited by the link that the server printed.
    private func first(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let form = FormView(visit, refusal)
        let title = visit.t("Chào mừng đến với Loa", "Welcome to Loa")
        return Page(
            title, isBare: true,
            main: """
                <section class="card narrow"><h1>\(title)</h1>
                <p>\(visit.t(
                    "Chưa có ai ở đây. Bạn sẽ là quản trị đầu tiên.",
                    "There is nobody here yet. You will be the first administrator."))</p>
                \(form(action: visit.path, submit: visit.t("Bắt đầu", "Begin"), """
                    \(form.input("name", visit.t("Họ và tên", "Full name"), required: true, completion: "name"))
                    \(form.input(
                        "user", visit.t("Tên người dùng", "User name"),
                        hint: visit.t("Chữ thường không dấu, số và gạch nối: minh-thu", "Lower-case letters, digits and hyphens: minh-thu"),
                        required: true, completion: "username"))
                    """))
                </section>
                """)
    }

    private func becomeFirst(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let name = reader.required("name", longest: 120)
        let user = try reader.requiredSlug("user")
        try reader.finish()
        let signedIn = try await visit.workspace.useFirstLink(
            code: try visit.parameter("code"), user: user, name: name, from: visit.address)
        return begin(signedIn.token, next: "/account")
    }

    private func begin(_ token: String, next: String?) -> Reply {
        var response = Response.seeOther(next.flatMap { LocalPath($0) }?.path ?? "/")
        response.setCookie(.session(token))
        return .response(response)
    }

    private func logOut(_ visit: Visit) async throws -> Reply {
        if let signedIn = visit.signedIn { try await visit.workspace.signOut(token: signedIn.token) }
        var response = Response.seeOther("/log-in")
        response.setCookie(.gone(CookieName.session))
        response.headers[.clearSiteData] = "\"cache\""
        return .response(response)
    }
}
