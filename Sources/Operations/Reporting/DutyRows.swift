public import Outreach
import Storage

/// The rows behind the two numbers of a duty in a report.
public struct DutyRows: Sendable {
    public let duty: Duty
    public let posts: [IndicatorRow]
    public let sessions: [IndicatorRow]
}

extension Workspace {
    /// The rows behind the numbers of a duty in the report of a committee; their values add up to them.
    public func dutyRows(
        _ reference: DutyReference, on committee: Slug, period code: String, as caller: Caller
    ) async throws -> DutyRows {
        try await database.read { tx in
            let (builder, _) = try reportBuilder(on: committee, period: code, as: caller, in: tx)
            let duties = try builder.plans().flatMap { plan in
                plan.duties.map { (reference: DutyReference(plan: plan.id, duty: $0.id), duty: $0) }
            }
            guard let duty = duties.first(where: { $0.reference == reference })?.duty else {
                throw ReportingError.unknownDuty(reference, known: duties.map(\.reference))
            }
            return try builder.rows(behind: duty)
        }
    }
}

extension ReportBuilder {
    fileprivate func rows(behind duty: Duty) throws -> DutyRows {
        let (posts, sessions) = try tx.rows(behind: duty, during: span.period.range)
        return DutyRows(
            duty: duty, posts: duty.posts.map { indicator in posts.map { $0.named(for: indicator, names) } } ?? [],
            sessions: sessions)
    }
}

/// The same as data.
public struct DutyRowsJSON: Encodable, Sendable {
    let posts: [IndicatorRow]
    let sessions: [IndicatorRow]

    public init(_ rows: DutyRows) {
        posts = rows.posts
        sessions = rows.sessions
    }
}
