/// Reports: the version of the unit tree, indexes that hold what is counted, the latest samples, frozen versions.
enum SchemaVersion12 {
    static let statements = [tree, counting, latest, latestOfRows, versions, drafts, deadlines, heads, reminders]

    /// A new version with every change of a unit or committee, made here so that nothing that changes one can forget it.
    static let tree = """
        CREATE TABLE unit_tree_version (
            only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
            version TEXT NOT NULL
        );
        INSERT INTO unit_tree_version (only_row, version) VALUES (1, lower(hex(randomblob(16))));
        CREATE TRIGGER units_added AFTER INSERT ON documents WHEN NEW.kind IN ('unit', 'committee')
        BEGIN UPDATE unit_tree_version SET version = lower(hex(randomblob(16))); END;
        CREATE TRIGGER units_changed AFTER UPDATE ON documents WHEN NEW.kind IN ('unit', 'committee')
        BEGIN UPDATE unit_tree_version SET version = lower(hex(randomblob(16))); END;
        CREATE TRIGGER units_removed AFTER DELETE ON documents WHEN OLD.kind IN ('unit', 'committee')
        BEGIN UPDATE unit_tree_version SET version = lower(hex(randomblob(16))); END;
        """

    /// Each holds all that a report counts, in the order it is asked for, so that counting reads no row itself.
    static let counting = """
        CREATE INDEX sessions_reported ON sessions
            (unit, day, form, level, campaign, method, origin, minutes, place_unit, place, id);
        CREATE INDEX attendance_reported ON attendance (session, audience, turns);
        DROP INDEX posts_counted;
        CREATE INDEX posts_counted ON posts
            (unit, posted_day, channel_kind, material_kind, channel, campaign, material, id) WHERE state = 'posted';
        """

    /// Which sample of a post and metric is its newest, kept up by the database with every sample that comes or goes.
    static let latest = """
        ALTER TABLE samples ADD COLUMN is_latest BIGINT NOT NULL DEFAULT 0;
        CREATE TRIGGER samples_added AFTER INSERT ON samples
        BEGIN
            UPDATE samples SET is_latest = 0
                WHERE post = NEW.post AND metric = NEW.metric AND is_latest = 1 AND captured_at < NEW.captured_at;
            UPDATE samples SET is_latest = 1
                WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM samples n
                    WHERE n.post = NEW.post AND n.metric = NEW.metric AND n.captured_at > NEW.captured_at);
        END;
        CREATE TRIGGER samples_removed AFTER DELETE ON samples WHEN OLD.is_latest = 1
        BEGIN
            UPDATE samples SET is_latest = 1 WHERE post = OLD.post AND metric = OLD.metric AND captured_at =
                (SELECT MAX(n.captured_at) FROM samples n WHERE n.post = OLD.post AND n.metric = OLD.metric);
        END;
        """

    static let markLatest = """
        UPDATE samples SET is_latest = 1 WHERE NOT EXISTS (SELECT 1 FROM samples n
            WHERE n.post = samples.post AND n.metric = samples.metric AND n.captured_at > samples.captured_at);
        """

    static let latestOfRows = """
        \(markLatest)
        CREATE INDEX samples_latest ON samples (post, metric, value, is_estimated, source) WHERE is_latest = 1;
        """

    /// What was handed in stays as it was handed in.
    static let versions = """
        CREATE TABLE report_versions (
            subject TEXT NOT NULL,
            period TEXT NOT NULL,
            number BIGINT NOT NULL,
            hash TEXT NOT NULL,
            reason TEXT,
            submitted_by TEXT NOT NULL,
            submitted_at BIGINT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (subject, period, number)
        );
        CREATE INDEX report_versions_of_period ON report_versions (period, subject, number, submitted_at);
        CREATE TRIGGER report_versions_unchanged BEFORE UPDATE ON report_versions
        BEGIN SELECT RAISE(ABORT, 'a submitted report is frozen'); END;
        CREATE TRIGGER report_versions_undeleted BEFORE DELETE ON report_versions
        BEGIN SELECT RAISE(ABORT, 'a submitted report is frozen'); END;
        """

    static let drafts = """
        CREATE TABLE report_narratives (
            subject TEXT NOT NULL,
            period TEXT NOT NULL,
            body TEXT NOT NULL,
            written_by TEXT NOT NULL,
            written_at BIGINT NOT NULL,
            PRIMARY KEY (subject, period)
        );
        """

    /// Why a unit need not report, or may still report after the period was locked.
    static let deadlines = """
        CREATE TABLE report_exceptions (
            subject TEXT NOT NULL,
            period TEXT NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            made_by TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            PRIMARY KEY (subject, period)
        );
        """

    static let heads = """
        CREATE TABLE report_heads (
            subject TEXT NOT NULL PRIMARY KEY,
            body TEXT NOT NULL
        );
        """

    static let reminders = """
        CREATE TABLE reminder_addresses (
            unit TEXT NOT NULL PRIMARY KEY,
            address TEXT NOT NULL
        );
        CREATE TABLE reminders_sent (
            unit TEXT NOT NULL,
            day TEXT NOT NULL,
            sent_at BIGINT NOT NULL,
            PRIMARY KEY (unit, day)
        );
        """
}
