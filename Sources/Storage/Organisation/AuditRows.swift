public import Outreach

extension ReadTransaction {
    /// The newest entries, newest first; those about one subject where it is given.
    public func auditEntries(limit: Int, subject: String? = nil) throws -> [AuditEntry] {
        let condition = subject == nil ? "" : "WHERE subject = ?"
        let arguments: [any SQLConvertible] = subject.map { [$0, limit] } ?? [limit]
        return try query("SELECT * FROM audit \(condition) ORDER BY sequence DESC LIMIT ?", arguments).map(auditEntry)
    }

    /// The entries after a sequence number, oldest first, to walk the chain in stretches.
    public func auditEntries(after sequence: Int, limit: Int) throws -> [AuditEntry] {
        try query("SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?", [sequence, limit])
            .map(auditEntry)
    }

    /// Where the log ends by its own account; nil before the first entry.
    public func auditEnd() throws -> AuditEnd? {
        try queryOne("SELECT sequence, hash FROM audit_end WHERE log = 'audit'").map {
            AuditEnd(sequence: try $0.integer("sequence"), hash: try $0.text("hash"))
        }
    }

    /// Whether something of this kind was ever done.
    public func hasAuditEntry(of action: String) throws -> Bool {
        try queryOne("SELECT 1 AS one FROM audit WHERE action = ? LIMIT 1", [action]) != nil
    }

    private func auditEntry(_ row: SQLRow) throws -> AuditEntry {
        AuditEntry(
            sequence: try row.integer("sequence"), at: try row.instant("at"), actor: try row.text("actor"),
            action: try row.text("action"), subject: try row.text("subject"), detail: try row.text("detail"),
            previousHash: try row.text("previous_hash"), hash: try row.text("hash"))
    }
}

extension WriteTransaction {
    /// Adds an entry to the end of the chain.
    public func audit(at instant: Instant, actor: String, action: String, subject: String, detail: String) throws {
        let last = try knownAuditEnd ?? auditEnd()
        let sequence = (last?.sequence ?? 0) + 1
        let previous = last?.hash ?? AuditEntry.firstPreviousHash
        let text = AuditEntry.canonicalText(
            sequence: sequence, at: instant, actor: actor, action: action, subject: subject, detail: detail,
            previousHash: previous)
        let hash = ContentHash.sha256(of: text)
        try execute(
            """
            INSERT INTO audit (sequence, at, actor, action, subject, detail, previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [sequence, instant, actor, action, subject, detail, previous, hash])
        try execute(
            """
            INSERT INTO audit_end (log, sequence, hash) VALUES ('audit', ?, ?)
            ON CONFLICT (log) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
            """,
            [sequence, hash])
        knownAuditEnd = AuditEnd(sequence: sequence, hash: hash.description)
    }
}
