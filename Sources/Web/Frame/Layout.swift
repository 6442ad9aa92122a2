import Operations
import Outreach

/// The frame around every page: navigation, who is logged in, whether sending is on, and the hold button.
struct Layout: Sendable {
    let visit: Visit
    let sending: SendingStatus?
    /// Whether editors give a step of approval.
    var hasChain = false

    func document(_ page: Page) -> HTML {
        """
        <!doctype html>
        <html lang="\(visit.language.rawValue)" data-theme="\(visit.theme.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="theme-color" content="#0b5f59">
        <title>\(page.title) · Loa</title>
        <link rel="stylesheet" href="\(Asset.address("loa.css"))">
        <link rel="icon" href="\(Asset.address("icon.svg"))" type="image/svg+xml">
        <link rel="apple-touch-icon" href="\(Asset.address("icon-maskable.png"))">
        <link rel="manifest" href="/manifest.webmanifest">
        <script type="module" src="\(Asset.address("loa.js"))"></script>
        \(page.scripts.html { "<script type=\"module\" src=\"\(Asset.address($0))\"></script>\n" })\
        </head>
        <body \(attribute: "class", page.isBare ? "bare" : nil)>
        <a class="skip" href="#main">\(visit.t("Đến nội dung", "Skip to content"))</a>
        \(page.isBare ? bareHead(page) : head(page))
        <main id="main" tabindex="-1">
        \(said)\(page.main)
        </main>
        \(foot)
        </body>
        </html>
        """
    }

    private func bareHead(_ page: Page) -> HTML {
        "<header class=\"bar\">\(brand)\(page.isForNobody ? .empty : switches)</header>"
    }

    private func head(_ page: Page) -> HTML {
        """
        <header class="bar">\(brand)\
        <span class="place">\(visit.workspace.name)</span>\(sendingSwitch)\(account)</header>
        <nav class="nav" aria-label="\(visit.t("Các phần", "Sections"))"><details class="nav-fold" data-unfold>\
        <summary>\(page.section.map { visit.t($0.words) } ?? visit.t("Các phần", "Sections"))</summary>\
        <ul>\(entries.html { entry($0, isCurrent: $0 == page.section) })</ul></details></nav>
        """
    }

    private var brand: HTML {
        "<a class=\"brand\" href=\"/\"><img src=\"\(Asset.address("icon.svg"))\" alt=\"\" width=\"28\" height=\"28\">Loa</a>"
    }

    private var entries: [Section] {
        Section.allCases.filter { section in
            section.permissions.contains(where: visit.may) || (section == .approvals && hasChain && visit.may(.edit))
        }
    }

    private func entry(_ section: Section, isCurrent: Bool) -> HTML {
        "<li><a href=\"\(section.path)\" \(attribute: "aria-current", isCurrent ? "page" : nil)>\(visit.t(section.words))</a></li>"
    }

    /// On every page: one click holds everything; the same place says that it is held, by whom and why.
    private var sendingSwitch: HTML {
        guard visit.person != nil else { return .empty }
        switch sending {
        case .held(let hold):
            return """
                <a class="sending sending-held" href="/holds">\(visit.t("Đang dừng gửi", "Sending is held")): \
                \(hold.reason)</a>
                """
        case .notThisInstance:
            return """
                <a class="sending sending-held" href="/holds">\
                \(visit.t("Không gửi: kho dữ liệu này là bản khôi phục", "Not sending: this database was restored"))</a>
                """
        case .on, .nobody, nil:
            guard visit.may(.hold) else { return .empty }
            let form = FormView(visit)
            return """
                <form method="post" action="/holds" class="inline">\(form.token)\(form.hidden("scope", "everything"))\
                \(form.hidden("reason", visit.t("Dừng khẩn cấp từ trang web", "Emergency stop from the web page")))\
                \(form.hidden("back", visit.path))\
                <button class="button button-hold" title="\(visit.t("Dừng mọi bài đang chờ gửi, ngay bây giờ", "Hold everything that waits to be sent, now"))">\
                \(visit.t("Dừng gửi", "Hold sending"))</button></form>
                """
        }
    }

    private var switches: HTML {
        let other: Language = visit.language == .vietnamese ? .english : .vietnamese
        let form = FormView(visit)
        return """
            <form method="post" action="/preferences" class="inline switches">\(form.token)\
            \(form.hidden("back", visit.path))\
            <button class="button button-plain" name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\
            \(other == .english ? "English" : "Tiếng Việt")</button>\
            <button class="button button-plain" name="theme" value="\(visit.theme == .dark ? "light" : "dark")">\
            \(visit.theme == .dark ? visit.t("Nền sáng", "Light") : visit.t("Nền tối", "Dark"))</button></form>
            """
    }

    private var account: HTML {
        visit.person.html { person in
            """
            <details class="account"><summary>\(person.name)</summary><div class="account-menu">\
            <a href="/account">\(visit.t("Tài khoản", "Account"))</a>\(switches)\
            \(FormView(visit).button(visit.t("Đăng xuất", "Log out"), action: "/log-out", css: "button button-plain"))\
            </div></details>
            """
        }
    }

    private var said: HTML {
        visit.said.html { said in
            """
            <div class="notice notice-\(said.kind == .done ? "ok" : "warn")" role="status">\(visit.t(said.message))</div>
            """
        }
    }

    private var foot: HTML {
        """
        <footer class="foot"><p>\(visit.t(
            "Tổng đài quốc gia bảo vệ trẻ em: gọi 111, miễn phí, 24/24.",
            "Vietnam's national child helpline: call 111, free, day and night."))</p></footer>
        """
    }
}
