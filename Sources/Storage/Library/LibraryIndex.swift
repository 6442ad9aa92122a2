import Outreach

/// Keeps the entry, the labels and the search text of a material at its newest revision.
extension WriteTransaction {
    func index(
        _ content: MaterialContent, revision: ContentHash, state: RevisionState, at instant: Instant
    ) throws {
        try execute(
            """
            INSERT INTO library_entries
                (material, kind, state, title_vi, title_en, revision, valid_from, valid_until, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (material) DO UPDATE SET
                kind = excluded.kind, state = excluded.state, title_vi = excluded.title_vi,
                title_en = excluded.title_en, revision = excluded.revision, valid_from = excluded.valid_from,
                valid_until = excluded.valid_until, updated_at = excluded.updated_at
            """,
            [
                content.material, content.kind.sql, state.sql, content.title.vi, content.title.en, revision,
                content.validity.from, content.validity.until, instant,
            ])
        guard let entry = try queryOne("SELECT id FROM library_entries WHERE material = ?", [content.material])
        else { return }
        let id = try entry.integer("id")
        try relabel(id, content)
        try indexText(id, content)
    }

    private func relabel(_ entry: Int, _ content: MaterialContent) throws {
        try execute("DELETE FROM library_labels WHERE entry = ?", [entry])
        let labels =
            content.audiences.map { ("audience", $0.description) }
            + content.topics.map { ("topic", $0.description) }
            + content.variants.map { ("channel", $0.channelKind.rawValue) }
        for (label, value) in labels {
            try execute("INSERT INTO library_labels (entry, label, value) VALUES (?, ?, ?)", [entry, label, value])
        }
    }

    private func indexText(_ entry: Int, _ content: MaterialContent) throws {
        let title = [content.title.vi, content.title.en].joined(separator: " ")
        let text = ([title, content.summary, content.body] + content.variants.map(\.text)).joined(separator: "\n")
        try execute("DELETE FROM library_search WHERE rowid = ?", [entry])
        try execute(
            "INSERT INTO library_search (rowid, title_exact, text_exact, title, text) VALUES (?, ?, ?, ?, ?)",
            [entry, SearchText.exact(title), SearchText.exact(text), SearchText.folded(title), SearchText.folded(text)])
    }
}
