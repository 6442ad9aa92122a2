import Documents
import Operations
import Outreach

/// Reports, and the rows behind each number.
enum ReportingAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/periods", .view, "reporting", "The periods of every reporting calendar", answer: APISchemas.items, periods
        ),
        .get(
            "/reports/:subject/:period", .view, "reporting", "The report of a unit or committee for a period", place,
            answer: .named("Report"), report),
        .get(
            "/reports/:subject/:period/rows/:indicator", .view, "reporting", "The rows behind one number",
            place + [
                .path("indicator", .slug, "the indicator"),
                .query(
                    "part", .pattern("^[A-Za-z0-9:=._-]+$", longest: 120),
                    "member:UNIT, form:…, audience:…, channel:…, campaign:…, quality:…, priority; or the number beside "
                        + "it: before, cumulative"),
                .query(
                    "version", .integer(1...1_000_000),
                    "a submitted version, for the rows it was submitted with; those of now if left out"),
            ], answer: rowsSchema, rows),
        .get(
            "/reports/:subject/:period/duties/:plan/:duty", .view, "reporting",
            "The posts and sessions behind the numbers of a duty of a plan",
            place + [.path("plan", .slug, "the plan"), .path("duty", .slug, "the duty")],
            answer: .object([
                .required("posts", .array(.anything)), .required("sessions", .array(.anything)),
            ]), duty),
        .get(
            "/reports/:subject/:period/versions", .view, "reporting", "The submitted versions of a report", place,
            answer: APISchemas.items, versions),
        .get(
            "/reports/:subject/:period/status", .view, "reporting", "Whose report of a period came in, is due or late",
            place, answer: .anything, status),
        .post(
            "/reports/:subject/:period/versions", .report, "reporting",
            "Submit a report: frozen as a version; a correction needs a reason, a committee’s report without those of "
                + "all members withoutMembers", place,
            body: .object([
                .optional("seen", .pattern("^[0-9a-f]{64}$", longest: 64)), .optional("reason", .string),
                .optional("withoutMembers", .boolean),
            ]),
            answer: .anything, submit),
    ]

    static let place: [Endpoint.Parameter] = [
        .path("subject", .slug, "a unit or committee"),
        .path(
            "period", .pattern("^[A-Za-z0-9.-]+$", longest: 60), "a period's code, or two days: 2026-06-01..2026-06-30"),
    ]

    private static let rowsSchema = Schema.object([
        .required("indicator", .anything), .required("rows", .array(.anything)),
    ])

    private struct PeriodView: Encodable, Sendable {
        let calendar: Slug
        let period: Period
    }

    private static func periods(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(
            items: try await visit.workspace.periods().flatMap { calendar, periods in
                periods.map { PeriodView(calendar: calendar.id, period: $0) }
            })
    }

    private static func report(_ visit: Visit) async throws -> any Encodable & Sendable {
        ReportJSON(
            try await visit.workspace.report(
                on: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller))
    }

    private static func versions(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(
            items: try await visit.workspace.reportDossier(
                on: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller
            ).versions)
    }

    private static func status(_ visit: Visit) async throws -> any Encodable & Sendable {
        try await visit.workspace.completeness(
            of: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller)
    }

    private static func submit(_ visit: Visit) async throws -> any Encodable & Sendable {
        var reader = try JSONReader(visit.body)
        let seen = reader.text("seen")
        let reason = reader.text("reason") ?? ""
        let withoutMembers = reader.boolean("withoutMembers") ?? false
        if let seen, ContentHash(seen) == nil {
            reader.refuse("seen", Message(vi: "Cần một mã băm SHA-256.", en: "A SHA-256 hash is needed."))
        }
        try reader.finish()
        return try await visit.workspace.submitReport(
            on: try visit.slug("subject"), period: try visit.parameter("period"),
            seeing: seen.flatMap(ContentHash.init), reason: reason, withoutMembers: withoutMembers,
            as: try visit.caller, mode: .perform)
    }

    private struct Rows: Encodable, Sendable {
        let indicator: Indicator
        let rows: [IndicatorRow]
    }

    private static func rows(_ visit: Visit) async throws -> any Encodable & Sendable {
        let found = try await visit.workspace.reportRows(
            on: try visit.slug("subject"), period: try visit.parameter("period"),
            indicator: try visit.slug("indicator"), slice: try slice(visit), version: try version(visit),
            as: try visit.caller)
        return Rows(indicator: found.indicator, rows: found.rows)
    }

    private static func duty(_ visit: Visit) async throws -> any Encodable & Sendable {
        let reference = DutyReference(plan: try visit.slug("plan"), duty: try visit.slug("duty"))
        return DutyRowsJSON(
            try await visit.workspace.dutyRows(
                reference, on: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller))
    }

    private static func version(_ visit: Visit) throws -> Int? {
        guard visit.query.has("version") else { return nil }
        return try visit.queryInteger("version", in: 1...1_000_000, otherwise: 1)
    }

    /// What is no part by its form is a mistake; a part that no number has is not there.
    private static func slice(_ visit: Visit) throws -> ReportSlice {
        guard visit.query.has("part") else { return .everything }
        guard let text = visit.query["part"], !text.isEmpty else { throw APIError.badParameter("part") }
        guard let slice = ReportSlice(text) else { throw WebError.noPage }
        return slice
    }
}
