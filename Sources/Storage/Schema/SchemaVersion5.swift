/// What plans, campaigns and calendars ask for often: slots by day, posts of a campaign, counts by form, and how often
/// something changed.
enum SchemaVersion5 {
    static let statements = [planning, counting, changes]

    static let planning = """
        CREATE INDEX slots_by_day ON slots (day);
        CREATE INDEX posts_by_campaign ON posts (campaign, slot_key, state) WHERE campaign IS NOT NULL;
        """

    /// Begins with the columns of the index it takes the place of, and holds the rest, so that counting reads no post.
    static let counting = """
        DROP INDEX posts_counted;
        CREATE INDEX posts_counted ON posts (unit, posted_day, channel_kind, material_kind) WHERE state = 'posted';
        """

    static let changes = """
        CREATE INDEX audit_by_subject ON audit (subject, sequence, at);
        """
}
