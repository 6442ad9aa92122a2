/// Which changes of a post take back what was counted.
enum SchemaVersion14 {
    static let statements = [ofPosts]

    /// A claim and its outcome change every post that goes out, and a trigger on any change reads the whole post both
    /// times. What is counted of a post hangs on these columns alone; whatever makes it posted sets the day, too.
    static let ofPosts = """
        DROP TRIGGER activity_of_posted_post;
        CREATE TRIGGER activity_of_posted_post
            AFTER UPDATE OF unit, posted_day, channel_kind, material_kind, channel, campaign, material ON posts
            WHEN NEW.state = 'posted' AND NEW.posted_day IS NOT NULL
        BEGIN \(SchemaVersion13.takeBack("NEW.unit", "NEW.posted_day")) END;
        DROP TRIGGER activity_of_changed_post;
        CREATE TRIGGER activity_of_changed_post
            AFTER UPDATE OF unit, posted_day, channel_kind, material_kind, channel, campaign, material ON posts
            WHEN OLD.state = 'posted' AND OLD.posted_day IS NOT NULL
        BEGIN \(SchemaVersion13.takeBack("OLD.unit", "OLD.posted_day")) END;
        """
}
