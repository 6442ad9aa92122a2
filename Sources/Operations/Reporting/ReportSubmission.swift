public import Outreach
import Storage

/// A report as it stands now, with everything that belongs to it.
public struct ReportDossier: Sendable {
    /// What it says now: the numbers as they are counted, and the narrative as it was written.
    public let content: ReportContent
    /// Names what was seen, for whoever submits it.
    public let hash: ContentHash
    public let versions: [ReportVersion]
    public let state: ReportState
    /// Whether nothing is taken any more: it was not handed in by the last day for it and not let in again. Who was excused
    /// is not let in by that.
    public let isLocked: Bool
    /// Whether all versions were handed in before the period was over: the whole of it is still to be handed in, even
    /// where nothing was added.
    public let lacksWhole: Bool
    public let exception: ReportException?
    /// What it says otherwise than the version submitted last.
    public let changes: [ReportDifference]
    /// Whether it says anything that the version submitted last does not, or was never submitted.
    public var differs: Bool { versions.isEmpty || !changes.isEmpty }
    /// Where the narrative breaks a safeguarding rule.
    public let findings: [Finding]
    /// Members of the committee whose own reports of the period are still waited for; none where no report of them is
    /// asked for.
    public let missing: [ReportSubject]
}

extension Workspace {
    /// The report of a unit or committee as it stands now: numbers, narrative, versions and state.
    public func reportDossier(
        on subject: Slug, period code: String, as caller: Caller
    ) async throws -> ReportDossier {
        try await countMonthsIfMany()
        return try await database.read { try dossier(on: subject, period: code, as: caller, in: $0) }
    }

    func dossier(
        on subject: Slug, period code: String, as caller: Caller, in tx: ReadTransaction
    ) throws -> ReportDossier {
        let report = try report(on: subject, period: code, as: caller, in: tx)
        let narrative = try tx.narrative(of: subject, period: code) ?? ReportNarrative()
        let content = ReportContent(report: report, narrative: narrative)
        let versions = try tx.reportVersions(of: subject, period: code)
        let exception = try tx.reportExceptions(of: [subject], period: code)[subject]
        let last = try versions.last.flatMap {
            try tx.reportContent(of: subject, period: code, number: $0.number)?.content
        }
        let head = try tx.reportHead(of: subject) ?? tx.unitTree().proposedHead(for: subject, on: today)
        let paper = ReportContent(report: report, narrative: narrative, head: head)
        let state = state(of: report.period, versions, exception)
        return ReportDossier(
            content: content, hash: try content.seenHash(), versions: versions, state: state,
            isLocked: state == .locked || (state == .excused && report.period.isLocked(on: today)),
            lacksWhole: !versions.isEmpty && today >= report.period.range.last
                && versions.allSatisfy { zone.day(of: $0.submittedAt) < report.period.range.last },
            exception: exception,
            changes: last.map(paper.difference(to:)) ?? [],
            findings: try findings(in: narrative, of: subject, in: tx),
            missing: try missingMembers(of: subject, period: code, as: caller, in: tx))
    }

    private func missingMembers(
        of subject: Slug, period code: String, as caller: Caller, in tx: ReadTransaction
    ) throws -> [ReportSubject] {
        guard try tx.unitTree().committees[subject] != nil,
            try tx.documents(ReportingCalendar.self).contains(where: { $0.isRequired && $0.span(named: code) != nil })
        else { return [] }
        return try completeness(of: subject, period: code, as: caller, in: tx).standings.dropFirst()
            .filter { !$0.state.isSettled }.map(\.subject)
    }

    func state(of period: Period, _ versions: [ReportVersion], _ exception: ReportException?) -> ReportState {
        ReportState(
            of: period, submissions: versions.map { zone.day(of: $0.submittedAt) }, exception: exception?.kind,
            today: today)
    }

    /// Keeps what a unit writes beside its numbers; the paper's number and date with it.
    ///
    /// - Parameter seen: what its writer had before them; refused where somebody else wrote meanwhile, so that nobody's
    ///   words are written over unseen. Nil asks nothing.
    /// - Returns: Where it breaks a safeguarding rule; it is kept all the same, and cannot be submitted so.
    public func writeNarrative(
        _ narrative: ReportNarrative, seeing seen: ContentHash? = nil, on subject: Slug, period code: String,
        as caller: Caller, mode: ChangeMode
    ) async throws -> [Finding] {
        let (narrative, now) = (narrative.tidied, now)
        return try await change(mode) { tx in
            try tx.requireUnit(subject)
            try tx.authorise(caller, .report, for: subject)
            let period = try tx.requireSpan(code).period
            let before = try tx.narrative(of: subject, period: period.code) ?? ReportNarrative()
            // The same words sent once more are no other writer's.
            if let seen, seen != before.hash, narrative != before { throw ReportingError.narrativeWrittenMeanwhile }
            try tx.put(narrative, of: subject, period: period.code, by: caller.name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.narrative", subject: "\(subject) \(period.code)",
                detail: "\(narrative.results.count)+\(narrative.difficulties.count)+\(narrative.proposals.count)")
            return try findings(in: narrative, of: subject, in: tx)
        }
    }

    /// Freezes the report as it stands: its first version, or a correction with its reason.
    ///
    /// - Parameters:
    ///   - hash: what the caller saw; nil submits whatever it says now.
    ///   - reason: why it is corrected; the first version needs none.
    ///   - withoutMembers: whether the caller knows that reports of members of the committee have not come in.
    /// - Throws: ``ReportingError`` where the period is locked, nothing changed, a correction has no reason, the
    ///   narrative breaks a rule, members are missing, or the report is not any more what was seen.
    public func submitReport(
        on subject: Slug, period code: String, seeing hash: ContentHash?, reason: String = "",
        withoutMembers: Bool = false, as caller: Caller, mode: ChangeMode
    ) async throws -> ReportVersion {
        let now = now
        return try await change(mode) { tx in
            let dossier = try dossier(on: subject, period: code, as: caller, in: tx)
            try tx.authorise(caller, .report, for: subject)
            let reason = try checkedReportWords(reason, of: subject, in: tx)
            let period = dossier.content.report.period
            try dossier.requireSubmission(seeing: hash, reason: reason, today: today)
            guard withoutMembers || dossier.missing.isEmpty else {
                throw ReportingError.membersMissing(dossier.missing.map(\.name))
            }
            let head = try tx.reportHead(of: subject) ?? tx.unitTree().proposedHead(for: subject, on: today)
            try requireNoFewCases(in: dossier.content.report, head: head, in: tx)
            let anew = try membersCountedAnew(in: dossier.content.report, tx)
            let (builder, indicators) = try reportBuilder(on: subject, period: code, as: caller, in: tx)
            let rows = try builder.rowsToKeep(of: indicators)
            let parts = builder.partsToKeep(of: rows, members: dossier.content.report.members.map(\.id))
            let version = try tx.freeze(
                dossier.contentToKeep(parts, countedAnew: anew), head: head, rows: rows, of: subject,
                period: period.code, reason: dossier.reason(reason), by: caller.name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.submit", subject: "\(subject) \(period.code)",
                detail: "\(version.number) \(version.hash)\(version.reason.map { " \($0)" } ?? "")"
                    + dossier.missingWords)
            return version
        }
    }

    /// A version as it was submitted, and whether it is still what was hashed.
    public func reportVersion(
        _ number: Int, on subject: Slug, period code: String, as caller: Caller
    ) async throws -> (version: ReportVersion, content: ReportContent, isIntact: Bool) {
        try await database.read { tx in
            try tx.requireUnit(subject)
            try tx.authorise(caller, .view, for: subject)
            let period = try tx.requireSpan(code).period
            let versions = try tx.reportVersions(of: subject, period: period.code)
            guard let version = versions.first(where: { $0.number == number }),
                let (content, isIntact) = try tx.reportContent(of: subject, period: period.code, number: number)
            else { throw ReportingError.noVersion(number, last: versions.last?.number) }
            return (version, content, isIntact)
        }
    }
}

extension ReportDossier {
    /// With what opens its parts, the members that had not handed in, and those counted anew since, where there are any.
    fileprivate func contentToKeep(_ parts: KeptParts, countedAnew: [ReportSubject]) -> ReportContent {
        ReportContent(
            report: content.report, narrative: content.narrative, parts: parts,
            missing: missing.isEmpty ? nil : missing, countedAnew: countedAnew.isEmpty ? nil : countedAnew)
    }

    /// For the audit log.
    fileprivate var missingWords: String {
        missing.isEmpty ? "" : " without \(missing.map(\.id.description).joined(separator: ", "))"
    }

    /// Why a version after the first was made; for the whole period after an early one it says so itself.
    fileprivate func reason(_ given: String) -> String? {
        if versions.isEmpty { return nil }
        return given.isEmpty && lacksWhole ? "Nộp số liệu cả kỳ" : given
    }

    fileprivate func requireSubmission(seeing seen: ContentHash?, reason: String, today: Day) throws {
        let period = content.report.period
        guard !versions.isEmpty || period.range.first <= today else { throw ReportingError.notBegun(period) }
        guard versions.isEmpty || differs || lacksWhole else { throw ReportingError.nothingChanged(versions.count) }
        guard seen == nil || seen == hash else { throw ReportingError.changedSinceSeen }
        if isLocked { throw ReportingError.locked(period) }
        if !versions.isEmpty, reason.isEmpty, !lacksWhole { throw ReportingError.noReason }
        let forbidden = ReportNarrative.forbidden(findings)
        guard forbidden.isEmpty else { throw ReportingError.narrative(forbidden.map(\.words)) }
    }
}

extension ReportNarrative {
    /// Changes exactly when a part of it does.
    public var hash: ContentHash {
        let parts = [results, difficulties, proposals, number.map(String.init) ?? "", date?.description ?? ""]
        return ContentHash.sha256(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
    }
}
