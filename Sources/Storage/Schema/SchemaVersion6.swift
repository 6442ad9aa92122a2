/// What reading, deciding and finding posts needs: the versions that were submitted and approved, who switched a
/// channel off, and orders by moment that no change of state touches.
enum SchemaVersion6 {
    static let statements = [versions, channels, orders]

    static let versions = """
        CREATE TABLE channel_versions (
            hash TEXT NOT NULL PRIMARY KEY,
            description TEXT NOT NULL
        );
        CREATE TABLE post_versions (
            post TEXT NOT NULL REFERENCES posts (id),
            hash TEXT NOT NULL,
            content TEXT NOT NULL,
            channel TEXT NOT NULL REFERENCES channel_versions (hash),
            submitted_by TEXT,
            submitted_at BIGINT,
            approved_by TEXT,
            approved_at BIGINT,
            PRIMARY KEY (post, hash)
        );
        """

    static let channels = "ALTER TABLE channel_states ADD COLUMN disabled_by TEXT"

    static let orders = """
        CREATE INDEX posts_by_unit ON posts (unit, moment);
        """
}
