public import Outreach
import Storage

/// What checking the audit log found.
public struct AuditVerification: Sendable, Hashable {
    public let entries: Int
    /// The first entry that does not follow from the one before; nil where the chain is whole.
    public let brokenAt: Int?
}

extension Workspace {
    /// The newest audit entries, newest first.
    public func auditEntries(limit: Int, subject: String?, as caller: Caller) async throws -> [AuditEntry] {
        try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try tx.auditEntries(limit: limit, subject: subject)
        }
    }

    /// Walks the whole chain: a changed, missing or inserted row breaks it. Anyone may check.
    public func verifyAudit() async throws -> AuditVerification {
        try await database.read { tx in
            var sequence = 0
            var previous = AuditEntry.firstPreviousHash
            while true {
                let entries = try tx.auditEntries(after: sequence, limit: 10_000)
                guard !entries.isEmpty else { return AuditVerification(entries: sequence, brokenAt: nil) }
                for entry in entries {
                    guard entry.sequence == sequence + 1, entry.previousHash == previous, entry.isIntact else {
                        return AuditVerification(entries: sequence, brokenAt: sequence + 1)
                    }
                    sequence = entry.sequence
                    previous = entry.hash
                }
            }
        }
    }
}

extension AuditEntry {
    /// Whether the hash is that of the fields.
    fileprivate var isIntact: Bool {
        let text = AuditEntry.canonicalText(
            sequence: sequence, at: at, actor: actor, action: action, subject: subject, detail: detail,
            previousHash: previousHash)
        return ContentHash.sha256(of: text).description == hash
    }
}
