/// Visits through tracked links count as clicks on their day: what takes back the counts of months they are in.
enum SchemaVersion16 {
    static let statements = [ofVisits, ofPostsOfLinks, ofClicks, countedAnew]

    static let ofVisits = """
        CREATE TRIGGER activity_of_added_visits AFTER INSERT ON link_visits WHEN NEW.people > 0
        BEGIN \(takeBack("NEW")) END;
        CREATE TRIGGER activity_of_changed_visits AFTER UPDATE ON link_visits
            WHEN OLD.people <> NEW.people OR OLD.day <> NEW.day OR OLD.code <> NEW.code
        BEGIN \(takeBack("OLD")) \(takeBack("NEW")) END;
        CREATE TRIGGER activity_of_removed_visits AFTER DELETE ON link_visits WHEN OLD.people > 0
        BEGIN \(takeBack("OLD")) END;
        """

    /// Visits through a post's links are told apart by what the post was.
    static let ofPostsOfLinks = """
        CREATE TRIGGER activity_of_links_of_changed_post
            AFTER UPDATE OF channel_kind, material_kind, channel, campaign, material ON posts
            WHEN EXISTS (SELECT 1 FROM tracked_links WHERE post = NEW.id)
        BEGIN \(takeBack(linksOf: "NEW.id")) END;
        """

    /// A channel's own count of a post's clicks stands in place of the visits through its links.
    static let ofClicks = """
        CREATE TRIGGER activity_of_added_clicks AFTER INSERT ON samples WHEN NEW.metric = 'clicks'
        BEGIN \(takeBack(linksOf: "NEW.post")) END;
        CREATE TRIGGER activity_of_changed_clicks AFTER UPDATE OF post, metric, source ON samples
            WHEN OLD.metric = 'clicks' OR NEW.metric = 'clicks'
        BEGIN \(takeBack(linksOf: "OLD.post")) \(takeBack(linksOf: "NEW.post")) END;
        CREATE TRIGGER activity_of_removed_clicks AFTER DELETE ON samples WHEN OLD.metric = 'clicks'
        BEGIN \(takeBack(linksOf: "OLD.post")) END;
        """

    /// Months that have visits, or clicks that are counted as visits now.
    static let countedAnew = """
        INSERT INTO activity_months (unit, month)
            SELECT l.unit, substr(v.day, 1, 7) FROM link_visits v JOIN tracked_links l ON l.code = v.code
                WHERE v.people > 0
            UNION SELECT p.unit, substr(p.posted_day, 1, 7) FROM posts p JOIN samples x ON x.post = p.id
                WHERE x.metric = 'clicks' AND x.source = 'counted' AND p.state = 'posted' AND p.posted_day IS NOT NULL
            ON CONFLICT (unit, month) DO UPDATE SET counts = NULL;
        """

    private static func takeBack(_ row: String) -> String {
        """
        INSERT INTO activity_months (unit, month)
            SELECT unit, substr(\(row).day, 1, 7) FROM tracked_links WHERE code = \(row).code
            ON CONFLICT (unit, month) DO UPDATE SET counts = NULL WHERE activity_months.counts IS NOT NULL;
        """
    }

    private static func takeBack(linksOf post: String) -> String {
        """
        UPDATE activity_months SET counts = NULL WHERE counts IS NOT NULL AND (unit, month) IN
            (SELECT l.unit, substr(v.day, 1, 7) FROM tracked_links l JOIN link_visits v ON v.code = l.code
                WHERE l.post = \(post));
        """
    }
}
