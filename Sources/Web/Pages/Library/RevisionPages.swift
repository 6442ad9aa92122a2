import Operations
import Outreach

/// What changed from one revision of a material to another.
struct RevisionPages: RouteGroup {
    var routes: [Route] {
        [.get("/library/:material/changes", .holding(.view)) { .page(try await changes($0)) }]
    }

    private func changes(_ visit: Visit) async throws -> Page {
        let view = try await visit.workspace.material(try visit.slug("material"))
        guard let to = chosen("to", visit, view) ?? view.newest,
            let from = chosen("from", visit, view) ?? view.predecessor(of: to)
        else { throw WebError.noPage }
        let names = LibraryNames(visit, try await visit.workspace.taxonomy())
        let title = visit.t("Khác nhau giữa hai bản", "Differences between two revisions")
        let difference = DifferenceView(names, from: from.content, to: to.content, below: 1)
        return Page(
            title, in: .library,
            main: """
                \(visit.heading(
                    visit.t(to.content.title),
                    "\(visit.t("Bản \(from.number) → bản \(to.number)", "Revision \(from.number) → \(to.number)")). \(difference.summary)",
                    actions: visit.link(
                        visit.t("Về tài liệu", "Back to the material"), "/library/\(view.slug)", css: "button")))
                <p class="legend"><del>\(visit.t("chữ bỏ đi", "taken out"))</del> <ins>\(visit.t(
                    "chữ thêm vào", "put in"))</ins></p>
                <section class="card" aria-label="\(title)">\(difference.html)</section>
                """)
    }

    private func chosen(_ name: String, _ visit: Visit, _ view: MaterialView) -> Revision? {
        visit.query[name].flatMap { Int($0) }.flatMap(view.revision)
    }
}
