import Operations
import Outreach

/// The closed lists other content refers to, and the help lines with the days on which they are right.
struct TaxonomyPages: RouteGroup {
    var routes: [Route] {
        [.get("/library/taxonomy", .holding(.view)) { .page(try await show($0)) }]
    }

    private func show(_ visit: Visit) async throws -> Page {
        let taxonomy = try await visit.workspace.taxonomy()
        let title = visit.t("Danh mục và đường dây hỗ trợ", "Lists and help lines")
        return Page(
            title, in: .library,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Ở đây chỉ để xem. Sửa trong các tệp Content/ rồi nhập lại, hoặc nhờ quản trị.",
                    "For reading only. Change the files in Content/ and import them, or ask an administrator."))))
                <section><h2>\(visit.t("Đường dây hỗ trợ", "Help lines"))</h2>\(helpLines(taxonomy.helpLines, visit))</section>
                <section><h2>\(visit.t("Đối tượng", "Audiences"))</h2>\(audiences(taxonomy.audiences, visit))</section>
                <section><h2>\(visit.t("Chủ đề", "Topics"))</h2>\(topics(taxonomy.topics, visit))</section>
                """)
    }

    private func helpLines(_ lines: [HelpLine], _ visit: Visit) -> HTML {
        guard !lines.isEmpty else { return none(visit, "Content/help-lines.yaml") }
        let today = visit.workspace.today
        let names = LibraryNames(visit, .empty)
        return TableView(
            visit.t("Đường dây hỗ trợ", "Help lines"),
            [
                .init(name: visit.t("Số", "Number")), .init(name: visit.t("Tên", "Name")),
                .init(name: visit.t("Đọc là", "Spoken")), .init(name: visit.t("Giờ", "Hours")),
                .init(name: visit.t("Hiệu lực", "Validity")),
                .init(name: visit.t("Căn cứ", "Source"), isMinor: true),
            ],
            rows: lines.map { line in
                let isRight = line.validity.contains(today)
                let replaced = line.replacedBy.map {
                    visit.t(", thay bằng \($0)", ", replaced by \($0)")
                }
                return [
                    "<strong>\(line.number)</strong>",
                    """
                    <div>\(visit.t(line.name))\(line.also.isEmpty
                        ? .empty : "<p class=\"hint\">\(line.also.joined(separator: ", "))</p>" as HTML)</div>
                    """,
                    HTML(text: line.spoken),
                    HTML(text: line.hours + (line.isFree ? visit.t(", miễn phí", ", free") : "")),
                    """
                    <div>\(isRight ? visit.badge(visit.t("đúng", "right"), .ok)
                        : visit.badge(visit.t("không dùng", "not in use"), .bad)) \
                    <span class="hint">\(names.validityWords(line.validity))\(replaced)</span></div>
                    """,
                    HTML(text: line.source),
                ]
            }
        ).html
    }

    private func audiences(_ audiences: [Audience], _ visit: Visit) -> HTML {
        guard !audiences.isEmpty else { return none(visit, "Content/audiences.yaml") }
        return TableView(
            visit.t("Đối tượng", "Audiences"),
            [
                .init(name: visit.t("Tên", "Name")), .init(name: visit.t("Là trẻ em", "Children")),
                .init(name: visit.t("Mã", "Identifier"), isMinor: true),
            ],
            rows: audiences.map { audience in
                [
                    visit.link(visit.t(audience.name), "/library?audience=\(audience.id)"),
                    HTML(text: audience.isChildren ? visit.t("có", "yes") : visit.t("không", "no")),
                    "<code>\(audience.id)</code>",
                ]
            }
        ).html
    }

    private func topics(_ topics: [Topic], _ visit: Visit) -> HTML {
        guard !topics.isEmpty else { return none(visit, "Content/topics.yaml") }
        return TableView(
            visit.t("Chủ đề", "Topics"),
            [.init(name: visit.t("Tên", "Name")), .init(name: visit.t("Mã", "Identifier"), isMinor: true)],
            rows: topics.map { topic in
                [visit.link(visit.t(topic.name), "/library?topic=\(topic.id)"), "<code>\(topic.id)</code>"]
            }
        ).html
    }

    private func none(_ visit: Visit, _ file: String) -> HTML {
        """
        <p class="hint">\(visit.t("Chưa có mục nào; thêm vào", "Nothing yet; add it to")) <code>\(file)</code>.</p>
        """
    }
}
