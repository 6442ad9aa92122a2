import Outreach

/// Keeps the entry, the labels and the search terms of a material at its newest revision.
///
/// Each revision gives the entry a new, higher id, so that walking down the ids is walking from the newest change to
/// the oldest.
extension WriteTransaction {
    func index(
        _ content: MaterialContent, revision: ContentHash, state: RevisionState, at instant: Instant
    ) throws {
        // Asked before the old entry goes: a highest id that was deleted would come again.
        let highest = try queryOne("SELECT COALESCE(MAX(id), 0) AS id FROM library_entries")?.integer("id") ?? 0
        try forget(content.material)
        let entry = highest + 1
        try execute(
            """
            INSERT INTO library_entries
                (id, material, kind, state, title_vi, title_en, summary, revision, valid_from, valid_until, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry, content.material, content.kind.sql, state.sql, content.title.vi, content.title.en,
                content.summary, revision, content.validity.from, content.validity.until, instant,
            ])
        for label in LibraryLabel.all(of: content) {
            try execute(
                "INSERT INTO library_labels (entry, label, value) VALUES (?, ?, ?)", [entry, label.name, label.value])
        }
        try insertTerms(of: content, state, entry: entry)
    }

    private func forget(_ material: Slug) throws {
        guard let old = try queryOne("SELECT id FROM library_entries WHERE material = ?", [material]) else { return }
        let id = try old.integer("id")
        try execute("DELETE FROM library_search WHERE rowid = ?", [id])
        try execute("DELETE FROM library_labels WHERE entry = ?", [id])
        try execute("DELETE FROM library_entries WHERE id = ?", [id])
    }

    private func insertTerms(of content: MaterialContent, _ state: RevisionState, entry: Int) throws {
        try execute(
            "INSERT INTO library_search (rowid, terms) VALUES (?, ?)", [entry, LibraryTerms.all(of: content, state)])
    }

    /// The entry follows its newest revision out of review.
    func reindex(_ revision: ContentHash, as state: RevisionState) throws {
        guard let entry = try queryOne("SELECT id FROM library_entries WHERE revision = ?", [revision])?.integer("id")
        else { return }
        try execute("UPDATE library_entries SET state = ? WHERE id = ?", [state.sql, entry])
        try execute(
            "UPDATE library_search SET terms = replace(terms, ?, ?) WHERE rowid = ?",
            [LibraryLabel.state(.inReview).term, LibraryLabel.state(state).term, entry])
    }

    /// Fills the search terms of every entry anew, as a migration that changes their form has to.
    func fillLibrarySearch() throws {
        var last = 0
        while true {
            let rows = try query(
                """
                SELECT e.id, e.state, r.content FROM library_entries e JOIN revisions r ON r.hash = e.revision
                WHERE e.id > ? ORDER BY e.id LIMIT 500
                """, [last])
            guard !rows.isEmpty else { return }
            for row in rows {
                last = try row.integer("id")
                try insertTerms(of: try row.json("content"), try row.word("state"), entry: last)
            }
        }
    }
}
