/// Sending many posts at once: the queue of each channel, texts in pieces, and what is known of channels and hosts.
enum SchemaVersion3 {
    static let statements = [queue, parts, health]

    /// When a waiting post falls due, kept by the database itself, so that nothing that changes a post can forget it.
    static let queue = """
        ALTER TABLE posts ADD COLUMN due_at BIGINT GENERATED ALWAYS AS (
            CASE WHEN state IN ('approved', 'retrying') THEN MAX(moment, COALESCE(next_attempt_at, moment)) END
        ) VIRTUAL;
        CREATE INDEX posts_queue ON posts (channel, due_at, id) WHERE due_at IS NOT NULL;
        """

    static let parts = """
        ALTER TABLE posts ADD COLUMN parts_sent BIGINT NOT NULL DEFAULT 0;
        """

    static let health = """
        ALTER TABLE channel_states ADD COLUMN failing_since BIGINT;
        CREATE TABLE host_states (
            host TEXT NOT NULL PRIMARY KEY,
            failures BIGINT NOT NULL,
            open_until BIGINT,
            noted_at BIGINT NOT NULL
        );
        """
}
