/// What the pages of the library need: filters within the full text, the history of decisions, what was imported last,
/// and where a material was used.
enum SchemaVersion4 {
    static let statements = [search, history, uses]

    /// The search terms are filled in by the program, which alone can fold them.
    static let search = """
        ALTER TABLE library_entries ADD COLUMN summary TEXT NOT NULL DEFAULT '';
        UPDATE library_entries SET summary = COALESCE(
            (SELECT json_extract(r.content, '$.summary') FROM revisions r WHERE r.hash = library_entries.revision), '');
        CREATE INDEX library_entries_by_state ON library_entries (state);
        DROP TABLE library_search;
        CREATE VIRTUAL TABLE library_search USING fts5(
            terms, tokenize="unicode61 remove_diacritics 0", prefix='3 4', columnsize=0
        );
        """

    /// Until now every revision came from an import.
    static let history = """
        CREATE TABLE revision_decisions (
            material TEXT NOT NULL,
            number BIGINT NOT NULL,
            revision TEXT NOT NULL,
            verdict TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_at BIGINT NOT NULL,
            comment TEXT NOT NULL,
            PRIMARY KEY (material, number)
        );
        INSERT INTO revision_decisions (material, number, revision, verdict, decided_by, decided_at, comment)
            SELECT material, number, hash, state, decided_by, decided_at, '' FROM revisions
            WHERE state <> 'in-review' AND decided_by IS NOT NULL AND decided_at IS NOT NULL;
        CREATE TABLE imported_materials (
            material TEXT NOT NULL PRIMARY KEY,
            revision TEXT NOT NULL
        );
        INSERT INTO imported_materials (material, revision)
            SELECT material, revision FROM library_entries;
        """

    /// The indexes hold all that is counted, so that a leaflet of a hundred thousand sessions is counted without a look
    /// at any of them.
    static let uses = """
        ALTER TABLE sessions ADD COLUMN material TEXT;
        ALTER TABLE sessions ADD COLUMN revision TEXT;
        UPDATE sessions SET
            material = json_extract(body, '$.material'), revision = json_extract(body, '$.revision');
        CREATE INDEX sessions_of_material ON sessions (material, day, unit, revision) WHERE material IS NOT NULL;
        CREATE INDEX handouts_of_material ON handouts (material, session);
        CREATE INDEX posts_of_material ON posts (material, moment, unit, state, revision) WHERE material IS NOT NULL;
        """
}
