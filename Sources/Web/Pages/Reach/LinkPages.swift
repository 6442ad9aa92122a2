import Documents
import Operations
import Outreach

/// Tracked links: the list, making one, and one with its QR code and its clicks by day.
struct LinkPages: RouteGroup {
    var routes: [Route] {
        [.get("/reach/links", .holding(.view)) { .page(try await list($0)) }]
            + Route.form("/reach/links/new", .holding(.recordReach), show: form, save: make)
            + [
                .get("/reach/links/:code", .holding(.view)) { .page(try await one($0, nil)) },
                .get("/reach/links/:code/qr.svg", .holding(.view)) { try await picture($0, .svg) },
                .get("/reach/links/:code/qr.png", .holding(.view)) { try await picture($0, .png) },
                .post("/reach/links/:code/end", .holding(.recordReach), on: one, save: end),
            ]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Liên kết có đếm", "Counted links")
        let links = try await visit.workspace.links(within: nil, as: try visit.caller)
        let add =
            visit.may(.recordReach)
            ? visit.link(visit.t("Tạo liên kết", "Make a link"), "/reach/links/new", css: "button button-primary")
            : .empty
        return Page(
            title, in: .reach,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Địa chỉ ngắn và mã QR cho tờ rơi, bảng tin, áp phích. Lượt mở của máy được đếm riêng; không giữ gì về người mở.",
                    "Short addresses and QR codes for leaflets, notice boards and posters. Programs are counted apart; nothing about visitors is kept.")), actions: add))
                \(links.isEmpty ? visit.empty(
                    visit.t("Chưa có liên kết nào", "No links yet"),
                    visit.t("Tạo liên kết rồi in mã QR lên tờ rơi.", "Make one and print its QR code on a leaflet."),
                    action: add) : table(links, visit))
                """)
    }

    private func table(_ links: [LinkCount], _ visit: Visit) -> HTML {
        TableView(
            title(visit),
            [
                .init(name: visit.t("Nơi đặt", "Put up")), .init(name: visit.t("Mã", "Code")),
                .init(name: visit.t("Lượt mở", "Clicks"), isNumber: true),
                .init(name: visit.t("Máy", "Programs"), isNumber: true, isMinor: true),
                .init(name: visit.t("Đích", "Leads to"), isMinor: true), .init(name: visit.t("Tạo ngày", "Made")),
            ],
            rows: links.map { count in
                [
                    visit.link(count.link.title, "/reach/links/\(count.link.code)"),
                    """
                    <code>/go/\(count.link.code)</code>\
                    \(count.link.endedAt == nil ? .empty : " " + visit.badge(visit.t("đã đóng", "closed"), .quiet))
                    """,
                    HTML(text: visit.formats.number(count.people)), HTML(text: visit.formats.number(count.bots)),
                    HTML(text: count.link.target), visit.formats.stamp(count.link.madeAt),
                ]
            }
        ).html
    }

    private func title(_ visit: Visit) -> String { visit.t("Liên kết, mới nhất trước", "Links, the newest first") }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Tạo liên kết", "Make a link")
        let form = FormView(visit, refusal)
        var posted = PostFilter()
        posted.from = visit.workspace.now - .seconds(120 * 86_400)
        let posts = try await visit.workspace.posts(posted, as: try visit.caller).reversed().prefix(200)
        return Page(
            title, in: .reach,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Đích không đổi được sau khi tạo: mã đã in luôn dẫn tới cùng một chỗ.",
                    "Where it leads cannot be changed later: what is printed always leads to the same place."))))
                <section class="card">\(form(action: "/reach/links/new", submit: visit.t("Tạo", "Make"), """
                    \(form.input("target", visit.t("Đích (https://…)", "Leads to (https://…)"), type: "url", required: true))
                    \(form.input("title", visit.t("Nơi đặt", "Put up at"), required: true))
                    \(form.select("unit", visit.t("Đơn vị", "Unit"), try await visit.unitChoices(), required: true))
                    \(form.select(
                        "post", visit.t("Lượt mở thuộc về bài", "Its clicks belong to the post"),
                        posts.map { Choice(value: $0.id.description, label: "\($0.channel) · \($0.title)") },
                        empty: visit.t("Không bài nào", "None")))
                    """))</section>
                """)
    }

    private func make(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let target = reader.required("target")
        let title = reader.required("title")
        let unit = try reader.requiredSlug("unit")
        let post = reader.optional("post", longest: 60)
        try reader.finish()
        let link = try await visit.workspace.makeLink(
            to: target, title: title, unit: unit, post: post, as: try visit.caller, mode: .perform)
        return .done("/reach/links/\(link.code)", "Đã tạo liên kết.", "The link is made.")
    }

    private func one(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let code = try visit.parameter("code")
        let (link, visits) = try await visit.workspace.link(code, as: try visit.caller)
        let people = visits.reduce(0) { $0 + $1.people }
        let bots = visits.reduce(0) { $0 + $1.bots }
        let path = "/reach/links/\(link.code)"
        let end =
            link.endedAt == nil && visit.may(.recordReach)
            ? FormView(visit).button(visit.t("Đóng liên kết", "Close the link"), action: "\(path)/end", css: "button")
            : .empty
        return Page(
            link.title, in: .reach,
            main: """
                \(visit.heading(link.title, HTML(text: visit.publicAddress("/go/\(link.code)")), actions: end))
                \(refusal.html { visit.notice(.bad, HTML(text: visit.t($0.message))) })
                \(visit.localAddressWarning)
                <div class="figures">\(visit.figure(visit.formats.number(people), visit.t("lượt mở", "clicks")))\
                \(visit.figure(visit.formats.number(bots), visit.t("lượt của máy, đếm riêng", "by programs, counted apart")))</div>
                <section class="card"><p>\(visit.t("Dẫn tới", "Leads to")): <code>\(link.target)</code></p>
                <p><img src="\(path)/qr.svg" width="200" height="200" alt="\(visit.t("Mã QR của liên kết", "QR code of the link"))"></p>
                <p>\(visit.link(visit.t("Tải SVG", "Download SVG"), "\(path)/qr.svg", css: "button")) \
                \(visit.link(visit.t("Tải PNG", "Download PNG"), "\(path)/qr.png", css: "button"))</p></section>
                \(visits.isEmpty ? .empty : days(visits, visit))
                """)
    }

    private func days(_ visits: [LinkVisits], _ visit: Visit) -> HTML {
        let words = visit.t("lượt mở", "clicks")
        let chart = LineChart(
            ChartCaption(title: visit.t("Lượt mở từng ngày", "Clicks by day"), unit: words, language: visit.language),
            days: visits.map(\.day),
            series: [ChartSeries(name: words, values: visits.map { Double($0.people) })])
        let table = TableView(
            visit.t("Lượt mở từng ngày", "Clicks by day"),
            [
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Lượt mở", "Clicks"), isNumber: true),
                .init(name: visit.t("Máy", "Programs"), isNumber: true),
            ],
            rows: visits.reversed().map { day in
                [
                    visit.formats.stamp(day.day), HTML(text: visit.formats.number(day.people)),
                    HTML(text: visit.formats.number(day.bots)),
                ]
            })
        return visits.count > 1 ? visit.chart(chart, id: "by-day") + table.html : table.html
    }

    private func picture(_ visit: Visit, _ picture: LinkPicture) async throws -> Reply {
        let code = try visit.parameter("code")
        let bytes = try await visit.workspace.linkPicture(
            code, address: visit.publicAddress("/go/\(code)"), as: picture, by: try visit.caller)
        return .download(
            Download(
                bytes: bytes, type: picture == .svg ? "image/svg+xml" : "image/png",
                name: "qr-\(code).\(picture.rawValue)"))
    }

    private func end(_ visit: Visit) async throws -> Reply {
        let code = try visit.parameter("code")
        _ = try await visit.workspace.endLink(code, as: try visit.caller, mode: .perform)
        return .done("/reach/links/\(code)", "Đã đóng liên kết.", "The link is closed.")
    }
}
