public import Outreach
import Storage

extension Workspace {
    /// Where the reports of a committee's members, or of the units below a unit, stand for a period; its own first.
    public func completeness(
        of subject: Slug, period code: String, as caller: Caller
    ) async throws -> ReportCompleteness {
        try await database.read { try completeness(of: subject, period: code, as: caller, in: $0) }
    }

    func completeness(
        of subject: Slug, period code: String, as caller: Caller, in tx: ReadTransaction
    ) throws -> ReportCompleteness {
        let tree = try tx.requireUnit(subject)
        try tx.authorise(caller, .view, for: subject)
        let period = try tx.requireSpan(code).period
        let subjects = [subject] + tree.members(of: subject, during: period.range)
        let versions = try tx.reportVersions(of: subjects, period: period.code)
        let exceptions = try tx.reportExceptions(of: subjects, period: period.code)
        let standings = subjects.map { id in
            ReportStanding(
                subject: tree.reportSubject(id, on: period.range.last),
                state: tree.isThere(id, during: period.range)
                    ? state(of: period, versions[id] ?? [], exceptions[id]) : .absent,
                latest: versions[id]?.last,
                exception: exceptions[id])
        }
        return ReportCompleteness(
            subject: tree.reportSubject(subject, on: period.range.last), period: period, standings: standings)
    }

    /// Excuses a unit from a period, or lets it report after the period was locked; the reason is kept.
    ///
    /// Whoever the unit reports to decides: those who write the reports of the unit above it, or of a committee it is a
    /// member of, and administrators.
    public func decideReport(
        _ kind: ReportException.Kind, on subject: Slug, period code: String, reason: String, as caller: Caller,
        mode: ChangeMode
    ) async throws -> ReportException {
        let now = now
        return try await change(mode) { tx in
            let tree = try tx.requireUnit(subject)
            let period = try tx.requireSpan(code).period
            try tx.authorise(caller, overReportsOf: subject, in: tree)
            let reason = try checkedNote(reason, in: tx)
            guard !reason.isEmpty else { throw ReportingError.noReason }
            let exception = ReportException(
                subject: subject, period: period.code, kind: kind, reason: reason, by: caller.name, at: now)
            try tx.put(exception)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.\(kind.rawValue)", subject: "\(subject) \(period.code)",
                detail: reason)
            return exception
        }
    }
}

extension UnitTree {
    /// Whether a unit or committee exists on any day of the range.
    func isThere(_ subject: Slug, during range: DayRange) -> Bool {
        (committees[subject]?.validity ?? units[subject]?.validity)?.overlaps(range) ?? false
    }
}

extension ReadTransaction {
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)`` for whoever the unit does not report to.
    func authorise(_ caller: Caller, overReportsOf subject: Slug, in tree: UnitTree) throws {
        let above =
            [tree.units[subject]?.parent].compactMap(\.self)
            + tree.committees.values.filter { $0.members.contains(subject) }.map(\.id)
        for superior in above {
            if try may(caller, .report, for: superior, in: tree) { return }
        }
        try authorise(caller, .administer, for: subject)
    }
}
