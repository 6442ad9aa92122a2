/// Which changes of a post take back what was counted.
enum SchemaVersion14 {
    static let statements = [ofPosts]

    /// A claim and its outcome change every post that goes out, and each trigger on any change reads the whole post both
    /// times: one trigger in place of two, on the columns alone that what is counted of a post hangs on.
    static let ofPosts = """
        DROP TRIGGER activity_of_posted_post;
        DROP TRIGGER activity_of_changed_post;
        CREATE TRIGGER activity_of_changed_post
            AFTER UPDATE OF state, unit, posted_day, channel_kind, material_kind, channel, campaign, material ON posts
            WHEN OLD.state = 'posted' OR NEW.state = 'posted'
        BEGIN \(takeBack("OLD")) \(takeBack("NEW")) END;
        """

    private static func takeBack(_ row: String) -> String {
        """
        INSERT INTO activity_months (unit, month) SELECT \(row).unit, substr(\(row).posted_day, 1, 7)
            WHERE \(row).state = 'posted' AND \(row).posted_day IS NOT NULL
            ON CONFLICT (unit, month) DO UPDATE SET counts = NULL WHERE activity_months.counts IS NOT NULL;
        """
    }
}
