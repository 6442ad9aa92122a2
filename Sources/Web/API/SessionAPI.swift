import Operations
import Outreach

/// Sessions: list, one with its corrections. They are logged by `PUT /sessions/{id}`, as phones do.
enum SessionAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/sessions", .view, "sessions", "Sessions of one's units, the newest first",
            [
                .query("unit", .slug, "of this unit or committee and below"), .query("from", .day, "from this day on"),
                .query("until", .day, "up to and with this day"),
                .query("form", .choice(SessionForm.self), "of this form"),
                .query("limit", .integer(1...500), "at most so many"),
            ], answer: APISchemas.page("SessionRecord"), list),
        .get(
            "/sessions/:session", .view, "sessions", "One session with what it said before each correction",
            [.path("session", .identifier, "the session")], answer: one, session),
    ]

    static let one = Schema.object([
        .required("record", .named("SessionRecord")), .required("corrections", .array(.anything)),
    ])

    private static func list(_ visit: Visit) async throws -> any Encodable & Sendable {
        var filter = SessionFilter()
        let today = visit.workspace.today
        let from = try visit.queryDay("from")
        let until = try visit.queryDay("until")
        if from != nil || until != nil {
            // Between a day and one before it lies nothing.
            guard let range = DayRange(from ?? today - 36_500, until ?? today + 36_500) else {
                return APIPage<SessionRecord>(items: [])
            }
            filter.range = range
        }
        filter.form = try visit.queryWord("form")
        filter.limit = try visit.limit()
        return APIPage(
            items: try await visit.workspace.sessions(
                filter, within: try visit.querySlug("unit"), as: try visit.caller))
    }

    private struct View: Encodable, Sendable {
        let record: SessionRecord
        let corrections: [Correction]
    }

    static func session(_ visit: Visit) async throws -> any Encodable & Sendable {
        let found = try await visit.workspace.session(try visit.parameter("session"), as: try visit.caller)
        return View(record: found.record, corrections: found.corrections)
    }
}
