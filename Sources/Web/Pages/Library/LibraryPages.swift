import Operations
import Outreach

/// The library as a list: search as one types, without diacritics, narrowed by what materials are and where they stand.
struct LibraryPages: RouteGroup {
    var routes: [Route] {
        [.get("/library", .holding(.view)) { .page(try await list($0)) }]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let filter = LibraryFilter(visit.query)
        let taxonomy = try await visit.workspace.taxonomy()
        let page = try await visit.workspace.libraryPage(filter.query(on: visit.workspace.today))
        let counts = try await visit.workspace.libraryCounts()
        let title = visit.t("Thư viện", "Library")
        return Page(
            title, in: .library,
            main: """
                \(visit.heading(title, HTML(text: lead(counts, visit)), actions: actions(counts, visit)))
                \(filter.form(visit, taxonomy))
                \(found(page, filter, LibraryNames(visit, taxonomy), isEmptyLibrary: counts.isEmpty))
                """)
    }

    private func lead(_ counts: [RevisionState: Int], _ visit: Visit) -> String {
        let total = visit.formats.number(counts.values.reduce(0, +))
        return visit.t(
            "\(total) tài liệu. Bản được duyệt mới nhất là bản được dùng.",
            "\(total) materials. The newest approved revision is the one in use.")
    }

    private func actions(_ counts: [RevisionState: Int], _ visit: Visit) -> HTML {
        let waiting = counts[.inReview] ?? 0
        let review: HTML =
            waiting > 0 && visit.may(.approve)
            ? visit.link(
                visit.t("Duyệt \(visit.formats.number(waiting)) bản mới", "Review \(visit.formats.number(waiting))"),
                "/library/review", css: "button")
            : .empty
        let new: HTML =
            visit.may(.edit)
            ? visit.link(visit.t("Viết tài liệu mới", "Write a material"), "/library/new", css: "button button-primary")
            : .empty
        return """
            \(visit.link(visit.t("Ảnh và sự đồng ý", "Pictures and consent"), "/consents", css: "button"))\
            \(visit.link(visit.t("Danh mục và đường dây", "Lists and help lines"), "/library/taxonomy", css: "button"))\
            \(review)\(new)
            """
    }

    private func found(
        _ page: LibraryPage, _ filter: LibraryFilter, _ names: LibraryNames, isEmptyLibrary: Bool
    ) -> HTML {
        let visit = names.visit
        guard !page.entries.isEmpty else {
            let said = visit.t("Không có tài liệu nào phù hợp", "No material fits")
            return """
                <div id="found" data-status="\(said)">\(nothing(filter, visit, isEmptyLibrary: isEmptyLibrary))</div>
                """
        }
        let count = page.entries.count
        let counted =
            page.next == nil && filter.isFirstPage
            ? visit.t("\(count) tài liệu phù hợp", "\(count) materials fit")
            : visit.t("\(count) tài liệu trên trang này", "\(count.of("material", "materials")) on this page")
        return """
            <div id="found" data-status="\(counted)"><p class="hint">\(counted)</p>
            \(TableView(visit.t("Tài liệu", "Materials"), names.columns, rows: page.entries.map(names.row)).html)
            \(pager(page, filter, visit))</div>
            """
    }

    private func pager(_ page: LibraryPage, _ filter: LibraryFilter, _ visit: Visit) -> HTML {
        guard page.next != nil || !filter.isFirstPage else { return .empty }
        let first: HTML =
            filter.isFirstPage
            ? "<span></span>" : visit.link(visit.t("Về đầu", "To the start"), filter.path(after: nil), css: "button")
        let next: HTML = page.next.html {
            visit.link(visit.t("Xem tiếp", "More"), filter.path(after: $0), css: "button button-primary")
        }
        return """
            <nav class="pager" aria-label="\(visit.t("Các trang", "Pages"))">\(first)\(next)</nav>
            """
    }

    private func nothing(_ filter: LibraryFilter, _ visit: Visit, isEmptyLibrary: Bool) -> HTML {
        if isEmptyLibrary {
            return visit.empty(
                visit.t("Thư viện còn trống", "The library is empty"),
                visit.t(
                    "Đây là nơi giữ bài viết, clip, bài phát thanh, áp phích và tài liệu buổi nói chuyện đã được duyệt. "
                        + "Hãy viết tài liệu đầu tiên, hoặc nhập bộ tài liệu có sẵn trong Content/.",
                    "Approved articles, clips, radio scripts, posters and session kits live here. Write the first one, "
                        + "or import those that lie in Content/."),
                action: visit.may(.edit)
                    ? visit.link(
                        visit.t("Viết tài liệu mới", "Write a material"), "/library/new", css: "button button-primary")
                    : .empty)
        }
        return visit.empty(
            visit.t("Không có tài liệu nào phù hợp", "No material fits"),
            visit.t(
                "Thử ít từ hơn, hoặc bỏ bớt điều kiện lọc. Gõ không dấu cũng tìm được.",
                "Try fewer words or fewer filters. Typing without diacritics works too."),
            action: filter.isEmpty
                ? .empty : visit.link(visit.t("Bỏ mọi điều kiện", "Clear everything"), "/library", css: "button"))
    }
}
