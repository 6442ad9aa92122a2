public import Outreach
import Storage

extension Workspace {
    /// What stands around the text of a unit's reports on paper: as somebody wrote it, else as its name proposes.
    public func reportHead(of subject: Slug, as caller: Caller) async throws -> ReportHead {
        let today = today
        return try await database.read { tx in
            let tree = try tx.requireUnit(subject)
            try tx.authorise(caller, .view, for: subject)
            return try tx.reportHead(of: subject) ?? tree.proposedHead(for: subject, on: today)
        }
    }

    public func setReportHead(
        _ head: ReportHead, of subject: Slug, as caller: Caller, mode: ChangeMode
    ) async throws {
        let now = now
        try await change(mode) { tx in
            try tx.requireUnit(subject)
            try tx.authorise(caller, .report, for: subject)
            guard !head.issuer.trimmed.isEmpty else { throw ReportingError.noIssuer }
            // Each by itself: a signer beside the name of an office is no child beside a case.
            for words in head.words { _ = try checkedReportWords(words, of: subject, in: tx) }
            try tx.put(head, of: subject)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.head", subject: subject.description,
                detail: "\(head.issuer); \(head.symbol); \(head.signing.joined(separator: ", "))")
        }
    }
}
