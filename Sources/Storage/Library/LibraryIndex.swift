import Outreach

/// Keeps the entry, the labels and the search text of a material at its newest revision.
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
        let labels = LibraryLabel.all(of: content)
        for label in labels {
            try execute(
                "INSERT INTO library_labels (entry, label, value) VALUES (?, ?, ?)", [entry, label.name, label.value])
        }
        try indexText(entry, content, labels: labels, state)
    }

    private func forget(_ material: Slug) throws {
        guard let old = try queryOne("SELECT id FROM library_entries WHERE material = ?", [material]) else { return }
        let id = try old.integer("id")
        try execute("DELETE FROM library_search WHERE rowid = ?", [id])
        try execute("DELETE FROM library_labels WHERE entry = ?", [id])
        try execute("DELETE FROM library_entries WHERE id = ?", [id])
    }

    private func indexText(
        _ entry: Int, _ content: MaterialContent, labels: [LibraryLabel], _ state: RevisionState
    ) throws {
        let title = [content.title.vi, content.title.en].joined(separator: " ")
        let text = ([title, content.summary, content.body] + content.variants.map(\.text)).joined(separator: "\n")
        try execute(
            """
            INSERT INTO library_search (rowid, title_exact, text_exact, title, text, labels)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                entry, SearchText.exact(title), SearchText.exact(text), SearchText.folded(title),
                SearchText.folded(text), LibraryLabel.tokens(labels, content.kind, state),
            ])
    }

    /// The entry follows its newest revision into another state.
    func reindex(_ revision: ContentHash, kind: MaterialKind, as state: RevisionState) throws {
        guard let entry = try queryOne("SELECT id FROM library_entries WHERE revision = ?", [revision])?.integer("id")
        else { return }
        try execute("UPDATE library_entries SET state = ? WHERE id = ?", [state.sql, entry])
        let labels = try query("SELECT label, value FROM library_labels WHERE entry = ? ORDER BY label, value", [entry])
            .map { LibraryLabel(name: try $0.text("label"), value: try $0.text("value")) }
        try execute(
            "UPDATE library_search SET labels = ? WHERE rowid = ?", [LibraryLabel.tokens(labels, kind, state), entry])
    }
}

/// One thing a listing can be narrowed by. Kept as a row for counting, and as a token within the full text.
struct LibraryLabel {
    let name: String
    let value: String

    /// One word for the full-text index: `audienceøprimaryøpupils`.
    var token: String { "\(name)ø\(value.replacing("-", with: "ø"))" }

    static func all(of content: MaterialContent) -> [LibraryLabel] {
        content.audiences.map { LibraryLabel(name: "audience", value: $0.description) }
            + content.topics.map { LibraryLabel(name: "topic", value: $0.description) }
            + content.variants.map { LibraryLabel(name: "channel", value: $0.channelKind.rawValue) }
    }

    static func tokens(_ labels: [LibraryLabel], _ kind: MaterialKind, _ state: RevisionState) -> String {
        let own = [LibraryLabel(name: "kind", value: kind.rawValue), LibraryLabel(name: "state", value: state.rawValue)]
        return (own + labels).map(\.token).joined(separator: " ")
    }
}
