import Operations
import Outreach

/// The first page: what is due, what waits for me, what went wrong.
struct TodayPages: RouteGroup {
    var routes: [Route] {
        [.get("/", .signedIn) { .page(try await today($0)) }]
    }

    private func today(_ visit: Visit) async throws -> Page {
        let title = visit.t("Hôm nay", "Today")
        return Page(title, in: .today, main: visit.heading(title, visit.formats.stamp(visit.workspace.today)))
    }
}
