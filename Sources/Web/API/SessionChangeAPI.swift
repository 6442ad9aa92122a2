import Operations
import Outreach

/// What happens to sessions besides being logged one by one: corrected, withdrawn, brought in as a list.
enum SessionChangeAPI {
    static let endpoints: [Endpoint] = [
        .post(
            "/sessions/:session/corrections", .logSessions, "sessions",
            "Correct a session: all it says now, and why; what it said before is kept. `version` is the one that was read: "
                + "where it is not the last any more, the correction is a conflict (409) and changes nothing",
            [.path("session", .identifier, "the session")],
            body: .closed([
                .required("reason", .pattern("\\S", longest: 300)), .required("session", SessionJSON.schema),
                .optional("version", .integer(1...1_000_000)),
            ]), answer: SessionAPI.one, correct),
        .post(
            "/sessions/:session/withdrawal", .logSessions, "sessions",
            "Take a session out of every count; what it said is kept with the reason",
            [.path("session", .identifier, "the session")],
            body: .closed([.required("reason", .pattern("\\S", longest: 300))]), answer: withdrawal, withdraw),
        .post(
            "/units/:unit/session-imports", .logSessions, "sessions",
            "Import a list of sessions: all of it, or nothing where anything is wrong",
            [
                .path("unit", .slug, "whose sessions they are"),
                .query("dryRun", .boolean, "true: only say what it would do"),
                .query("file", .string, "the name of the file, for the answer"),
                .query("sheet", .string, "which sheet of an Excel file; without it the one that fits best"),
                .query("map", .string, "what columns are: a line “Heading: field” each; kept for the unit"),
            ], body: .table, bodyLimit: 32 * 1_048_576, answer: imported, importList),
    ]

    private static let withdrawal = Schema.object([
        .required("record", .named("SessionRecord")), .required("reason", .string), .required("by", .string),
        .required("at", .instant),
    ])

    private static let imported = Schema.object([
        .required("file", .string), .required("dryRun", .boolean), .required("columns", .array(.anything)),
        .required("sessions", .array(.named("Session"))), .required("turns", .count),
        .required("totals", .anything), .required("statedTotals", .array(.anything)),
        .required("duplicates", .array(.anything)), .required("errors", .array(.anything)),
        .required("refused", .anything), .required("remarks", .array(.string)),
    ])

    private static func correct(_ visit: Visit) async throws -> any Encodable & Sendable {
        let caller = try visit.caller
        let id: Identifier<Session> = try visit.id("session")
        let (record, _) = try await visit.workspace.session(id.description, as: caller)
        var reader = try JSONReader(visit.body)
        let reason = reader.required("reason", reader.text("reason"))
        let seen = reader.integer("version")
        let said = reader.required("session", reader.value("session"))
        let inner = said.flatMap { JSONReader($0, path: "session.") }
        if said != nil, inner == nil { reader.refuse("session", Session.notAnObject) }
        reader.close()
        try reader.finish()
        guard let reason, let inner else { throw FormError.notJSON }
        let amended = try SessionJSON(inner, id: id, zone: record.session.zone).session
        do {
            _ = try await visit.workspace.correctSession(
                id.description, seeing: seen, reason: reason, as: caller, mode: .perform
            ) { _ in amended }
        } catch {
            throw SessionMistakes.told(of: error, of: amended)
        }
        return try await SessionAPI.session(visit)
    }

    private static func withdraw(_ visit: Visit) async throws -> any Encodable & Sendable {
        let id: Identifier<Session> = try visit.id("session")
        var reader = try JSONReader(visit.body)
        let reason = reader.required("reason", reader.text("reason"))
        reader.close()
        try reader.finish()
        return try await visit.workspace.withdrawSession(
            id.description, reason: reason ?? "", as: try visit.caller, mode: .perform)
    }

    /// A dry run tells what is wrong as its answer; an import that was not made is a problem with the same in it.
    private static func importList(_ visit: Visit) async throws -> any Encodable & Sendable {
        let isTrial = try visit.queryFlag("dryRun")
        let report = try await visit.workspace.importSessions(
            visit.body, sheet: visit.query["sheet"], unit: try visit.slug("unit"),
            mapping: try visit.query["map"].map { try SessionMapping(file: $0) } ?? SessionMapping(),
            as: try visit.caller, mode: isTrial ? .rehearse : .perform)
        let said = SessionImportJSON(
            report, file: visit.query["file"] ?? "", isTrial: isTrial, visit.language)
        guard isTrial || report.isSound else { throw SessionImportRefusal(report: said, message: report.outcome) }
        return said
    }
}

/// Why a list was not imported, with everything that was found in it.
struct SessionImportRefusal: ReadableError {
    let report: SessionImportJSON
    let message: Message

    var kind: FailureKind { .badData }
}

extension Visit {
    fileprivate func queryFlag(_ name: String) throws(APIError) -> Bool {
        guard query.has(name) else { return false }
        guard let value = query[name].flatMap({ Bool($0) }) else { throw .badParameter(name) }
        return value
    }
}
