import Foundation
import Hummingbird
import Outreach

/// Long work under way: a page that follows it by server-sent events, or by reloading where there is no script.
struct JobPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/jobs/:job", .signedIn) { .page(try show($0)) },
            .get("/jobs/:job/events", .signedIn, events),
        ]
    }

    private func show(_ visit: Visit) throws -> Page {
        let id = try visit.parameter("job")
        guard let person = visit.person, let state = visit.jobs.state(id, for: person.id) else { throw WebError.noPage }
        let title = visit.t("Tiến độ", "Progress")
        return Page(
            title,
            main: """
                \(visit.heading(title))
                <div class="card" data-job="/jobs/\(id)/events" aria-live="polite">\(draw(state, visit))</div>
                """)
    }

    private func draw(_ state: Jobs.State, _ visit: Visit) -> HTML {
        switch state.end {
        case nil:
            return """
                <p>\(visit.t(state.progress))</p><progress></progress>
                <p><a class="button" href="\(visit.path)">\(visit.t("Xem lại", "Look again"))</a></p>
                """
        case .done(let message, let path):
            return """
                \(visit.notice(.ok, HTML(text: visit.t(message))))
                <p>\(visit.link(visit.t("Xem kết quả", "See the result"), path, css: "button button-primary"))</p>
                """
        case .found(let draw): return draw(visit)
        case .failed(let message): return visit.notice(.bad, HTML(text: visit.t(message)))
        }
    }

    /// Each state as the markup that replaces the one before (HTML standard, 9.2).
    private func events(_ visit: Visit) async throws -> Reply {
        let id = try visit.parameter("job")
        guard let person = visit.person, let states = visit.jobs.states(id, for: person.id) else {
            throw WebError.noPage
        }
        let body = ResponseBody { writer in
            for await state in states {
                let markup = draw(state, visit).markup.replacing("\n", with: " ")
                let name = state.end == nil ? "progress" : "end"
                try await writer.write(ByteBuffer(string: "event: \(name)\ndata: \(markup)\n\n"))
            }
            try await writer.finish(nil)
        }
        return .response(
            Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body))
    }
}
