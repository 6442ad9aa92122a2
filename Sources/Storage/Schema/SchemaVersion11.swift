/// What is said of the columns of imported lists; links whose clicks are counted; figures that channels push.
enum SchemaVersion11 {
    static let statements = [mappings, links, pushes]

    static let mappings = """
        CREATE TABLE import_mappings (
            unit TEXT NOT NULL,
            heading TEXT NOT NULL,
            field TEXT NOT NULL,
            PRIMARY KEY (unit, heading)
        );
        """

    /// Visits are counted by day and kept without anything about who came.
    static let links = """
        CREATE TABLE tracked_links (
            code TEXT NOT NULL PRIMARY KEY,
            target TEXT NOT NULL,
            title TEXT NOT NULL,
            unit TEXT NOT NULL,
            post TEXT REFERENCES posts (id),
            made_by TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            ended_at BIGINT
        );
        CREATE INDEX tracked_links_of_unit ON tracked_links (unit, made_at);
        CREATE INDEX tracked_links_of_post ON tracked_links (post) WHERE post IS NOT NULL;
        CREATE TABLE link_visits (
            code TEXT NOT NULL REFERENCES tracked_links (code),
            day TEXT NOT NULL,
            people BIGINT NOT NULL DEFAULT 0,
            bots BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (code, day)
        );
        """

    /// The ids of messages that arrived, so that none is taken twice.
    static let pushes = """
        CREATE TABLE received_pushes (
            channel TEXT NOT NULL,
            id TEXT NOT NULL,
            received_at BIGINT NOT NULL,
            PRIMARY KEY (channel, id)
        );
        CREATE INDEX received_pushes_by_time ON received_pushes (received_at);
        CREATE INDEX posts_of_receipt ON posts (channel, receipt_id) WHERE receipt_id IS NOT NULL;
        """
}
