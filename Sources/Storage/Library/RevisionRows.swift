public import Outreach

extension ReadTransaction {
    public func revision(_ hash: ContentHash) throws -> Revision? {
        try queryOne("SELECT * FROM revisions WHERE hash = ?", [hash]).map(revision)
    }

    /// All revisions of a material, newest first.
    public func revisions(of material: Slug) throws -> [Revision] {
        try query("SELECT * FROM revisions WHERE material = ? ORDER BY number DESC", [material]).map(revision)
    }

    /// The newest approved revision: the one that is used.
    public func approvedRevision(of material: Slug) throws -> Revision? {
        try queryOne(
            "SELECT * FROM revisions WHERE material = ? AND state = 'approved' ORDER BY number DESC LIMIT 1",
            [material]
        ).map(revision)
    }

    /// The newest approved revision of every material, by slug.
    public func approvedRevisions() throws -> [Revision] {
        try query(
            """
            SELECT * FROM revisions r WHERE state = 'approved' AND number =
                (SELECT MAX(number) FROM revisions n WHERE n.material = r.material AND n.state = 'approved')
            ORDER BY material
            """
        ).map(revision)
    }

    /// The newest approved revision of each of these that has one, by slug.
    public func approvedRevisions(of materials: [Slug]) throws -> [Revision] {
        guard !materials.isEmpty else { return [] }
        return try query(
            """
            SELECT * FROM revisions r WHERE state = 'approved' AND number =
                (SELECT MAX(number) FROM revisions n WHERE n.material = r.material AND n.state = 'approved')
                AND material IN (\(repeatElement("?", count: materials.count).joined(separator: ", ")))
            ORDER BY material
            """, materials
        ).map(revision)
    }

    /// Some materials about Hotline 111, whatever their state.
    public func hotlineMaterials(limit: Int) throws -> [Slug] {
        try query(
            """
            SELECT e.material FROM library_labels l JOIN library_entries e ON e.id = l.entry
            WHERE l.label = 'topic' AND l.value = 'hotline-111' LIMIT ?
            """, [limit]
        ).map { try $0.parsed("material") }
    }

    /// The revisions of a material without what they say, newest first.
    public func revisionHeads(of material: Slug) throws -> [RevisionHead] {
        try query(
            "SELECT hash, number, state, author, created_at FROM revisions WHERE material = ? ORDER BY number DESC",
            [material]
        ).map { row in
            RevisionHead(
                hash: try row.parsed("hash"), number: try row.integer("number"), state: try row.word("state"),
                author: try row.text("author"), createdAt: try row.instant("created_at"))
        }
    }

    /// Which material a revision is of.
    public func material(of revision: ContentHash) throws -> Slug? {
        try queryOne("SELECT material FROM revisions WHERE hash = ?", [revision])?.parsed("material")
    }

    /// The materials whose newest revision waits for a decision, by slug.
    public func materialsInReview() throws -> [Slug] {
        try query("SELECT material FROM library_entries WHERE state = 'in-review' ORDER BY material")
            .map { try $0.parsed("material") }
    }

    /// Every decision on a material, newest first.
    public func decisions(on material: Slug) throws -> [RevisionDecision] {
        try query("SELECT * FROM revision_decisions WHERE material = ? ORDER BY number DESC", [material]).map { row in
            RevisionDecision(
                number: try row.integer("number"), revision: try row.parsed("revision"),
                verdict: try row.word("verdict"), by: try row.text("decided_by"),
                at: try row.instant("decided_at"), comment: try row.text("comment"))
        }
    }

    /// The revision that the last import of a material brought, so that an unchanged file does not undo what was
    /// written in a page since.
    public func importedRevision(of material: Slug) throws -> ContentHash? {
        try queryOne("SELECT revision FROM imported_materials WHERE material = ?", [material])?.parsed("revision")
    }

    /// The newest approved revision of every material of these kinds that holds on a day, by slug.
    public func approvedRevisions(of kinds: [MaterialKind], on day: Day, limit: Int) throws -> [Revision] {
        try query(
            """
            SELECT r.* FROM revisions r WHERE r.kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))
                AND r.state = 'approved' AND NOT EXISTS (SELECT 1 FROM revisions n
                    WHERE n.material = r.material AND n.state = 'approved' AND n.number > r.number)
            ORDER BY r.material LIMIT ?
            """,
            kinds.map(\.sql) + [limit] as [any SQLConvertible]
        ).map(revision).filter { $0.content.validity.contains(day) }
    }

    private func revision(_ row: SQLRow) throws -> Revision {
        Revision(
            hash: try row.parsed("hash"), content: try row.json("content"), number: try row.integer("number"),
            state: try row.word("state"), author: try row.text("author"), createdAt: try row.instant("created_at"),
            decidedBy: try row.optional("decided_by", SQLRow.text),
            decidedAt: try row.optional("decided_at", SQLRow.instant))
    }
}

extension WriteTransaction {
    /// Brings a material's content in. The newest content again changes nothing; older content that comes back is the
    /// newest revision again, to be approved anew.
    public func addRevision(
        _ content: MaterialContent, author: String, at instant: Instant
    ) throws -> (effect: ImportEffect, revision: ContentHash) {
        let hash = try content.revisionHash
        let newest = try queryOne(
            "SELECT hash, number FROM revisions WHERE material = ? ORDER BY number DESC LIMIT 1", [content.material])
        if try newest?.text("hash") == hash.description { return (.unchanged, hash) }
        let number = try newest.map { try $0.integer("number") + 1 } ?? 1
        try execute(
            """
            INSERT INTO revisions (hash, material, number, kind, state, author, content, created_at)
            VALUES (?, ?, ?, ?, 'in-review', ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET
                number = excluded.number, state = excluded.state, author = excluded.author,
                created_at = excluded.created_at, decided_by = NULL, decided_at = NULL
            """,
            [hash, content.material, number, content.kind.sql, author, try JSONText.encode(content), instant])
        try index(content, revision: hash, state: .inReview, at: instant)
        return (newest == nil ? .added : .changed, hash)
    }

    /// Records a decision on a revision that is in review; returns whether there was one to decide.
    public func decide(
        _ hash: ContentHash, _ verdict: RevisionVerdict, comment: String = "", by user: String, at instant: Instant
    ) throws -> Bool {
        let changed = try execute(
            "UPDATE revisions SET state = ?, decided_by = ?, decided_at = ? WHERE hash = ? AND state = 'in-review'",
            [verdict.state.sql, user, instant, hash])
        guard changed == 1,
            let row = try queryOne("SELECT material, number FROM revisions WHERE hash = ?", [hash])
        else { return false }
        try execute(
            """
            INSERT INTO revision_decisions (material, number, revision, verdict, decided_by, decided_at, comment)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                try row.text("material"), try row.integer("number"), hash, verdict.sql, user, instant, comment,
            ])
        try reindex(hash, as: verdict.state)
        return true
    }

    public func setImportedRevision(of material: Slug, to revision: ContentHash) throws {
        try execute(
            """
            INSERT INTO imported_materials (material, revision) VALUES (?, ?)
            ON CONFLICT (material) DO UPDATE SET revision = excluded.revision
            """, [material, revision])
    }
}

extension MaterialContent {
    /// The hash it has as a revision.
    public var revisionHash: ContentHash {
        get throws { ContentHash.sha256(of: try JSONText.encode(self)) }
    }
}
