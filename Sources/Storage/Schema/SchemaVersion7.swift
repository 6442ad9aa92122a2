/// Lists of a million sessions, their photos, and those that were withdrawn.
enum SchemaVersion7 {
    static let statements = [turns, indexes, counts, countsOfRows, photos, withdrawals, revisions]

    /// What a session adds to totals, beside what it is found by.
    static let turns = """
        ALTER TABLE sessions ADD COLUMN turns BIGINT NOT NULL DEFAULT 0;
        UPDATE sessions SET turns = (SELECT COALESCE(SUM(a.turns), 0) FROM attendance a WHERE a.session = sessions.id);
        """

    /// Each holds a list in its order and the totals over it, without a look at the rows themselves.
    static let indexes = """
        DROP INDEX sessions_by_day;
        DROP INDEX sessions_counted;
        CREATE INDEX sessions_by_day ON sessions (day, id, form, level, turns);
        CREATE INDEX sessions_counted ON sessions (unit, day, id, form, level, turns);
        CREATE INDEX sessions_of_form ON sessions (form, day, id, level, turns);
        CREATE INDEX sessions_of_level ON sessions (level, day, id, turns) WHERE level IS NOT NULL;
        CREATE INDEX sessions_of_campaign ON sessions (campaign, day, id, unit, form, level, turns)
            WHERE campaign IS NOT NULL;
        CREATE INDEX sessions_of_person ON sessions (logged_by, day, id, form, level, turns);
        """

    /// Sessions and turns of each unit and month, and of all units together under an empty name; kept up with every
    /// change, so that totals need no count.
    static let counts = """
        CREATE TABLE session_counts (
            unit TEXT NOT NULL,
            month TEXT NOT NULL,
            form TEXT NOT NULL,
            level TEXT NOT NULL,
            sessions BIGINT NOT NULL,
            turns BIGINT NOT NULL,
            PRIMARY KEY (unit, month, form, level)
        );
        """

    static let countsOfRows = """
        INSERT INTO session_counts (unit, month, form, level, sessions, turns)
            SELECT unit, substr(day, 1, 7), form, COALESCE(level, ''), COUNT(*), SUM(turns) FROM sessions
            GROUP BY unit, substr(day, 1, 7), form, COALESCE(level, '')
            UNION ALL
            SELECT '', substr(day, 1, 7), form, COALESCE(level, ''), COUNT(*), SUM(turns) FROM sessions
            GROUP BY substr(day, 1, 7), form, COALESCE(level, '');
        """

    /// A removed photo leaves its line, without what would lead to the picture.
    static let photos = """
        CREATE TABLE session_photos (
            id TEXT NOT NULL PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id),
            sent_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            media_type TEXT NOT NULL,
            width BIGINT NOT NULL,
            height BIGINT NOT NULL,
            added_by TEXT NOT NULL,
            added_at BIGINT NOT NULL,
            removed_at BIGINT
        );
        CREATE INDEX session_photos_of_session ON session_photos (session, added_at);
        """

    static let withdrawals = """
        CREATE TABLE withdrawn_sessions (
            id TEXT NOT NULL PRIMARY KEY,
            unit TEXT NOT NULL,
            body TEXT NOT NULL
        );
        """

    /// What a form offers to choose from: the kits and leaflets in use.
    static let revisions = """
        CREATE INDEX revisions_of_kind ON revisions (kind, state, material, number);
        """
}
