/// What a person has settled about a post that may have been out, and since when it is sent under a key of its own.
enum SchemaVersion9 {
    static let statements = [columns, settled]

    static let columns = """
        ALTER TABLE posts ADD COLUMN settled_attempts BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE posts ADD COLUMN keyed_after BIGINT NOT NULL DEFAULT 0;
        """

    /// What stands in these states got there by a person's word or the receiver's.
    static let settled = """
        UPDATE posts SET settled_attempts = attempts WHERE state IN ('approved', 'failed', 'missed') AND attempts > 0;
        """
}
