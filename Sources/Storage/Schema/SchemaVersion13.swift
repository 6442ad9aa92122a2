/// What units did in each month, counted once and kept, so that a report over a country need not go over a million rows;
/// and the rows behind a submitted report.
enum SchemaVersion13 {
    static let statements = [postsOfUnits, months, monthsOfRows, ofSessions, ofPosts, ofSamples, frozenRows]

    /// Without statistics SQLite takes the few values of a post's state for many, and goes over every post by the index of
    /// those that are due. This one is found by the day, so that counting may hide the state from that choice.
    static let postsOfUnits = """
        DROP INDEX posts_counted;
        CREATE INDEX posts_reported ON posts
            (unit, posted_day, state, channel_kind, material_kind, channel, campaign, material, id)
            WHERE posted_day IS NOT NULL;
        """

    /// A month without counts is still to be counted, and until then its rows are gone over. Kinds are what rows are
    /// told apart by, each combination under a number.
    static let months = """
        CREATE TABLE activity_months (
            unit TEXT NOT NULL,
            month TEXT NOT NULL,
            counts TEXT,
            PRIMARY KEY (unit, month)
        );
        CREATE INDEX activity_months_to_count ON activity_months (month, unit) WHERE counts IS NULL;
        CREATE TABLE activity_kinds (
            id BIGINT NOT NULL PRIMARY KEY,
            words TEXT NOT NULL UNIQUE
        );
        """

    static let monthsOfRows = """
        INSERT INTO activity_months (unit, month)
            SELECT DISTINCT unit, substr(day, 1, 7) FROM sessions
            UNION SELECT DISTINCT unit, substr(posted_day, 1, 7) FROM posts
                WHERE state = 'posted' AND posted_day IS NOT NULL
            ORDER BY 1, 2;
        """

    /// The database itself takes back the counts of a month that something changes in, so that nothing can forget it.
    /// Attendance and handouts change with their session alone.
    static let ofSessions = """
        CREATE TRIGGER activity_of_added_session AFTER INSERT ON sessions
        BEGIN \(takeBack("NEW.unit", "NEW.day")) END;
        CREATE TRIGGER activity_of_changed_session AFTER UPDATE ON sessions
        BEGIN \(takeBack("OLD.unit", "OLD.day")) \(takeBack("NEW.unit", "NEW.day")) END;
        CREATE TRIGGER activity_of_removed_session AFTER DELETE ON sessions
        BEGIN \(takeBack("OLD.unit", "OLD.day")) END;
        """

    static let ofPosts = """
        CREATE TRIGGER activity_of_added_post AFTER INSERT ON posts
            WHEN NEW.state = 'posted' AND NEW.posted_day IS NOT NULL
        BEGIN \(takeBack("NEW.unit", "NEW.posted_day")) END;
        CREATE TRIGGER activity_of_posted_post AFTER UPDATE ON posts
            WHEN NEW.state = 'posted' AND NEW.posted_day IS NOT NULL
        BEGIN \(takeBack("NEW.unit", "NEW.posted_day")) END;
        CREATE TRIGGER activity_of_changed_post AFTER UPDATE ON posts
            WHEN OLD.state = 'posted' AND OLD.posted_day IS NOT NULL
        BEGIN \(takeBack("OLD.unit", "OLD.posted_day")) END;
        CREATE TRIGGER activity_of_removed_post AFTER DELETE ON posts
            WHEN OLD.state = 'posted' AND OLD.posted_day IS NOT NULL
        BEGIN \(takeBack("OLD.unit", "OLD.posted_day")) END;
        """

    static let ofSamples = """
        CREATE TRIGGER activity_of_added_sample AFTER INSERT ON samples
        BEGIN \(takeBack(ofPost: "NEW.post")) END;
        CREATE TRIGGER activity_of_changed_sample
            AFTER UPDATE OF post, metric, value, source, is_estimated ON samples
        BEGIN \(takeBack(ofPost: "OLD.post")) \(takeBack(ofPost: "NEW.post")) END;
        CREATE TRIGGER activity_of_removed_sample AFTER DELETE ON samples
        BEGIN \(takeBack(ofPost: "OLD.post")) END;
        """

    /// The rows of one indicator as one JSON text, whose hash the version has.
    static let frozenRows = """
        CREATE TABLE report_version_rows (
            subject TEXT NOT NULL,
            period TEXT NOT NULL,
            number BIGINT NOT NULL,
            indicator TEXT NOT NULL,
            rows TEXT NOT NULL,
            PRIMARY KEY (subject, period, number, indicator),
            FOREIGN KEY (subject, period, number) REFERENCES report_versions (subject, period, number)
        );
        CREATE TRIGGER report_version_rows_unchanged BEFORE UPDATE ON report_version_rows
        BEGIN SELECT RAISE(ABORT, 'a submitted report is frozen'); END;
        CREATE TRIGGER report_version_rows_undeleted BEFORE DELETE ON report_version_rows
        BEGIN SELECT RAISE(ABORT, 'a submitted report is frozen'); END;
        """

    private static func takeBack(_ unit: String, _ day: String) -> String {
        """
        INSERT INTO activity_months (unit, month) VALUES (\(unit), substr(\(day), 1, 7))
            ON CONFLICT (unit, month) DO UPDATE SET counts = NULL WHERE activity_months.counts IS NOT NULL;
        """
    }

    private static func takeBack(ofPost post: String) -> String {
        """
        UPDATE activity_months SET counts = NULL
            WHERE unit = (SELECT unit FROM posts WHERE id = \(post))
                AND month = (SELECT substr(posted_day, 1, 7) FROM posts WHERE id = \(post))
                AND counts IS NOT NULL;
        """
    }
}
