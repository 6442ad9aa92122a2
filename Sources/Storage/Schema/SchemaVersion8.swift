/// What keeps a post in: the rules it was held against, findings somebody let pass, steps of approval, consent for
/// pictures, and the end of the audit log.
enum SchemaVersion8 {
    static let statements = [rules, overrides, approval, pictures, consents, takeDowns, auditEnd, auditEndOfRows]

    static let rules = "ALTER TABLE posts ADD COLUMN approval_rules TEXT"

    static let overrides = """
        CREATE TABLE overrides (
            subject TEXT NOT NULL,
            finding TEXT NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            given_by TEXT NOT NULL,
            given_at BIGINT NOT NULL,
            PRIMARY KEY (subject, finding, text)
        );
        """

    static let approval = """
        CREATE TABLE approval_modes (
            unit TEXT NOT NULL PRIMARY KEY,
            mode TEXT NOT NULL,
            set_by TEXT NOT NULL,
            set_at BIGINT NOT NULL
        );
        CREATE TABLE approval_steps (
            post TEXT NOT NULL REFERENCES posts (id),
            hash TEXT NOT NULL,
            step TEXT NOT NULL,
            given_by TEXT NOT NULL,
            given_at BIGINT NOT NULL,
            PRIMARY KEY (post, hash, step)
        );
        """

    /// What a person said about a picture or film, by its bytes.
    static let pictures = """
        CREATE TABLE pictures (
            hash TEXT NOT NULL PRIMARY KEY,
            children BIGINT NOT NULL CHECK (children >= 0),
            shows_victim BIGINT NOT NULL,
            said_by TEXT NOT NULL,
            said_at BIGINT NOT NULL
        );
        """

    /// A reference to the signed paper, never a child's name.
    static let consents = """
        CREATE TABLE consents (
            id TEXT NOT NULL PRIMARY KEY,
            unit TEXT NOT NULL,
            reference TEXT NOT NULL,
            age TEXT NOT NULL,
            child_agreed BIGINT NOT NULL,
            guardian_agreed BIGINT NOT NULL,
            signed_on TEXT NOT NULL,
            expires_on TEXT NOT NULL,
            recorded_by TEXT NOT NULL,
            recorded_at BIGINT NOT NULL,
            withdrawn_by TEXT,
            withdrawn_at BIGINT,
            withdrawal_reason TEXT,
            UNIQUE (unit, reference)
        );
        CREATE TABLE consent_pictures (
            consent TEXT NOT NULL REFERENCES consents (id),
            picture TEXT NOT NULL,
            PRIMARY KEY (picture, consent)
        );
        CREATE INDEX consent_pictures_of_consent ON consent_pictures (consent);
        """

    /// Posts that were out when a consent they rested on was withdrawn.
    static let takeDowns = """
        CREATE TABLE take_downs (
            post TEXT NOT NULL REFERENCES posts (id),
            consent TEXT NOT NULL REFERENCES consents (id),
            asked_at BIGINT NOT NULL,
            done_by TEXT,
            done_at BIGINT,
            PRIMARY KEY (consent, post)
        );
        """

    /// Where the log ends, kept by every entry: rows cut off the end are missed.
    static let auditEnd = """
        CREATE TABLE audit_end (
            log TEXT NOT NULL PRIMARY KEY,
            sequence BIGINT NOT NULL,
            hash TEXT NOT NULL
        );
        """

    static let auditEndOfRows = """
        INSERT INTO audit_end (log, sequence, hash)
            SELECT 'audit', sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1;
        """
}
