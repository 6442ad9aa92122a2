/// What tells whether a list names a session again: who held it with whom, and the words of the row it came from.
enum SchemaVersion18 {
    static let statements = [coHosts, coHostsSoFar, listWords, countedAnew]

    /// Units that held a session together with its owner, on its day.
    static let coHosts = """
        CREATE TABLE session_co_hosts (
            session TEXT NOT NULL REFERENCES sessions (id),
            unit TEXT NOT NULL,
            day TEXT NOT NULL,
            PRIMARY KEY (session, unit)
        );
        CREATE INDEX session_co_hosts_of_unit ON session_co_hosts (unit, day);
        """

    static let coHostsSoFar = """
        INSERT INTO session_co_hosts (session, unit, day)
            SELECT DISTINCT s.id, h.value, s.day FROM sessions s, json_each(s.body, '$.coHosts') h
            WHERE s.body LIKE '%"coHosts":["%';
        """

    /// The hash over classes and subjects as the list has them; never the words themselves.
    static let listWords = "ALTER TABLE sessions ADD COLUMN list_words TEXT"

    /// Estimates that came with a list were counted as imported alone.
    static let countedAnew = """
        UPDATE activity_months SET counts = NULL WHERE (unit, month) IN
            (SELECT DISTINCT unit, substr(day, 1, 7) FROM sessions WHERE origin = 'imported' AND method = 'estimated');
        """
}
