public import Outreach

extension ReadTransaction {
    /// Everything ever let pass about a post or revision, in any text of it, oldest first.
    public func overrides(of subject: JudgedSubject) throws -> [Override] {
        try query("SELECT * FROM overrides WHERE subject = ? ORDER BY given_at, finding", [subject.description]).map {
            Override(
                finding: try $0.parsed("finding"), text: try $0.parsed("text"), reason: try $0.text("reason"),
                by: try $0.text("given_by"), at: try $0.instant("given_at"))
        }
    }

    /// The kind of the material a post was made from; nil for one written freely.
    public func materialKind(of post: Identifier<Post>) throws -> MaterialKind? {
        try queryOne("SELECT material_kind FROM posts WHERE id = ?", [post])?.optionalWord("material_kind")
    }
}

extension WriteTransaction {
    /// Keeps an override; one for the same finding of the same text is replaced.
    public func put(_ override: Override, of subject: JudgedSubject) throws {
        try execute(
            """
            INSERT INTO overrides (subject, finding, text, reason, given_by, given_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, finding, text) DO UPDATE SET
                reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at
            """,
            [
                subject.description, override.finding.description, override.text, override.reason, override.by,
                override.at,
            ])
    }

    /// - Returns: whether there was one.
    public func removeOverride(
        _ finding: FindingReference, of subject: JudgedSubject, text: ContentHash
    ) throws -> Bool {
        try execute(
            "DELETE FROM overrides WHERE subject = ? AND finding = ? AND text = ?",
            [subject.description, finding.description, text]) == 1
    }
}
