/// Of the clicks of a post, a figure that somebody measured stands before the total of Loa's own links, whichever is newer.
enum SchemaVersion19 {
    static let statements = [latest, latestOfRows, countedAnew]

    /// Of a post and metric one sample is the newest, kept up by the database with every sample that comes or goes.
    static let latest = """
        DROP TRIGGER samples_added;
        CREATE TRIGGER samples_added AFTER INSERT ON samples
        BEGIN
            UPDATE samples SET is_latest = 0
                WHERE post = NEW.post AND metric = NEW.metric AND is_latest = 1 AND id <> NEW.id
                    AND (\(isMeasured("samples")), captured_at) < (\(isMeasured("NEW")), NEW.captured_at);
            UPDATE samples SET is_latest = 1
                WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM samples n
                    WHERE n.post = NEW.post AND n.metric = NEW.metric AND n.is_latest = 1 AND n.id <> NEW.id);
        END;
        DROP TRIGGER samples_removed;
        CREATE TRIGGER samples_removed AFTER DELETE ON samples WHEN OLD.is_latest = 1
        BEGIN
            UPDATE samples SET is_latest = 1 WHERE id = \(newest(of: "OLD"));
        END;
        """

    static let latestOfRows = """
        UPDATE samples SET is_latest = CASE WHEN id = \(newest(of: "samples")) THEN 1 ELSE 0 END
            WHERE metric = 'clicks' AND post IN
                (SELECT c.post FROM samples c WHERE c.metric = 'clicks' AND c.source = 'counted');
        """

    /// Reports of these months had lost such clicks.
    static let countedAnew = """
        UPDATE activity_months SET counts = NULL WHERE (unit, month) IN
            (SELECT p.unit, substr(p.posted_day, 1, 7) FROM posts p JOIN samples c ON c.post = p.id
                WHERE c.metric = 'clicks' AND c.source = 'counted' AND p.posted_day IS NOT NULL);
        """

    private static func isMeasured(_ row: String) -> String {
        "(\(row).metric <> 'clicks' OR \(row).source <> 'counted')"
    }

    private static func newest(of row: String) -> String {
        """
        (SELECT n.id FROM samples n WHERE n.post = \(row).post AND n.metric = \(row).metric
            ORDER BY \(isMeasured("n")) DESC, n.captured_at DESC LIMIT 1)
        """
    }
}
