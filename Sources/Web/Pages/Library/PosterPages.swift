import Documents
import Operations
import Outreach

/// A poster or leaflet of a material on one A4 page to print, with a QR code that leads on.
struct PosterPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/library/:material/poster", .holding(.view)) { .page(try await page($0)) },
            .get("/library/:material/poster.svg", .holding(.view)) { try await file($0, asPDF: false) },
            .get("/library/:material/poster.pdf", .holding(.view)) { try await file($0, asPDF: true) },
        ]
    }

    private func page(_ visit: Visit) async throws -> Page {
        let material = try visit.slug("material")
        let view = try await visit.workspace.material(material)
        let form = FormView(visit)
        let units = try await visit.unitChoices()
        let (unit, link) = try await asked(visit)
        let query = "unit=\(unit)" + (link.map { "&link=\(LocalPath.encoded($0))" } ?? "")
        let links = try await visit.workspace.links(within: nil, as: try visit.caller).filter { $0.link.endedAt == nil }
        let title = visit.t("Trang in có mã QR", "Page to print with a QR code")
        let refusal = try await refusal(visit, material, unit, link)
        return Page(
            title, in: .library,
            main: """
                \(visit.heading(
                    title, HTML(text: visit.t((view.approved ?? view.newest)?.content.title ?? LocalizedText(vi: "", en: ""))),
                    actions: visit.link(visit.t("Về tài liệu", "Back to the material"), "/library/\(material)", css: "button")))
                <form method="get" action="/library/\(material)/poster" class="filters">
                \(form.select("unit", visit.t("Đơn vị phát hành", "Who puts it up"), units, chosen: unit.description))
                \(form.select(
                    "link", visit.t("Mã QR dẫn tới liên kết có đếm", "The QR code leads to the counted link"),
                    links.map { Choice(value: visit.publicAddress("/go/\($0.link.code)"), label: $0.link.title) },
                    chosen: link, empty: visit.t("Không có mã QR", "No QR code")))
                <button class="button button-primary">\(visit.t("Xem trang in", "Show the page"))</button></form>
                <p class="hint">\(visit.t(
                    "Liên kết có đếm tạo ở mục Tiếp cận: lượt quét mã được tính.",
                    "Counted links are made under Reach: scans of the code are counted."))</p>
                \(link == nil ? .empty : visit.localAddressWarning)
                \(refusal.map { visit.notice(.bad, HTML(text: visit.t($0))) } ?? sheet(material, query, visit))
                """)
    }

    private func sheet(_ material: Slug, _ query: String, _ visit: Visit) -> HTML {
        """
        <p>\(visit.link(visit.t("Tải PDF", "Download PDF"), "/library/\(material)/poster.pdf?\(query)", css: "button")) \
        \(visit.link(visit.t("Tải SVG", "Download SVG"), "/library/\(material)/poster.svg?\(query)", css: "button"))</p>
        <p><img src="/library/\(material)/poster.svg?\(query)" width="420" height="594" alt="\(visit.t("Trang in", "The page"))"></p>
        """
    }

    /// Why there is no page; nil where there is.
    private func refusal(_ visit: Visit, _ material: Slug, _ unit: Slug, _ link: String?) async throws -> Message? {
        do {
            _ = try await drawing(visit, material, unit, link)
            return nil
        } catch let error as any ReadableError {
            return error.message
        }
    }

    private func file(_ visit: Visit, asPDF: Bool) async throws -> Reply {
        let material = try visit.slug("material")
        let (unit, link) = try await asked(visit)
        let svg = try await drawing(visit, material, unit, link)
        let bytes = asPDF ? try await visit.workspace.posterPDF(of: svg) : Array(svg.utf8)
        return .download(
            Download(
                bytes: bytes, type: asPDF ? "application/pdf" : "image/svg+xml",
                name: "\(material).\(asPDF ? "pdf" : "svg")"))
    }

    private func drawing(_ visit: Visit, _ material: Slug, _ unit: Slug, _ link: String?) async throws -> String {
        try await visit.workspace.poster(
            of: material, for: unit, link: link, language: visit.language, as: try visit.caller
        ).svg()
    }

    /// Who puts it up, by default the person's own unit, and where the code leads.
    private func asked(_ visit: Visit) async throws -> (unit: Slug, link: String?) {
        let chosen = visit.query["unit"].flatMap(Slug.init)
        let choices = try await visit.unitChoices()
        guard let unit = chosen ?? choices.first.flatMap({ Slug($0.value) }) else {
            throw WebError.noPage
        }
        return (unit, visit.query["link"].flatMap { $0.isEmpty ? nil : $0 })
    }
}
