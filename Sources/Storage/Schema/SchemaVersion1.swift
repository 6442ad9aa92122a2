/// The first schema, stage by stage. Instants are milliseconds since 1970 UTC, days ISO 8601 texts.
enum SchemaVersion1 {
    static let statements = [organisation, library, planning, publishing, sessions, reach, reporting]

    static let organisation = """
        CREATE TABLE workspace (
            key TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        );
        CREATE TABLE documents (
            kind TEXT NOT NULL,
            slug TEXT NOT NULL,
            position BIGINT NOT NULL,
            hash TEXT NOT NULL,
            body TEXT NOT NULL,
            imported_at BIGINT NOT NULL,
            PRIMARY KEY (kind, slug)
        );
        CREATE TABLE users (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            is_active BIGINT NOT NULL DEFAULT 1
        );
        CREATE TABLE grants (
            user_id TEXT NOT NULL REFERENCES users (id),
            role TEXT NOT NULL,
            unit TEXT NOT NULL,
            PRIMARY KEY (user_id, role, unit)
        );
        CREATE TABLE audit (
            sequence BIGINT NOT NULL PRIMARY KEY,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE
        );
        CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """

    static let library = """
        CREATE TABLE revisions (
            hash TEXT NOT NULL PRIMARY KEY,
            material TEXT NOT NULL,
            number BIGINT NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            author TEXT NOT NULL,
            content TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            decided_by TEXT,
            decided_at BIGINT,
            UNIQUE (material, number)
        );
        CREATE TABLE library_entries (
            id INTEGER NOT NULL PRIMARY KEY,
            material TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            title_vi TEXT NOT NULL,
            title_en TEXT NOT NULL,
            revision TEXT NOT NULL REFERENCES revisions (hash),
            valid_from TEXT,
            valid_until TEXT,
            updated_at BIGINT NOT NULL
        );
        CREATE TABLE library_labels (
            entry BIGINT NOT NULL REFERENCES library_entries (id),
            label TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (label, value, entry)
        );
        CREATE INDEX library_labels_of_entry ON library_labels (entry);
        CREATE VIRTUAL TABLE library_search USING fts5(
            title_exact, text_exact, title, text,
            tokenize="unicode61 remove_diacritics 0", prefix='2 3'
        );
        """

    static let planning = """
        CREATE TABLE campaigns (
            id TEXT NOT NULL PRIMARY KEY,
            owner TEXT NOT NULL,
            year BIGINT NOT NULL,
            body TEXT NOT NULL,
            created_at BIGINT NOT NULL
        );
        CREATE TABLE slots (
            campaign TEXT NOT NULL REFERENCES campaigns (id),
            key TEXT NOT NULL,
            unit TEXT NOT NULL,
            day TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (campaign, key)
        );
        """

    static let publishing = """
        CREATE TABLE posts (
            id TEXT NOT NULL PRIMARY KEY,
            unit TEXT NOT NULL,
            channel TEXT NOT NULL,
            channel_kind TEXT NOT NULL,
            campaign TEXT REFERENCES campaigns (id),
            slot_key TEXT,
            series TEXT,
            material TEXT,
            revision TEXT REFERENCES revisions (hash),
            material_kind TEXT,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            link TEXT,
            media TEXT NOT NULL,
            audiences TEXT NOT NULL,
            moment BIGINT NOT NULL,
            zone TEXT NOT NULL,
            not_after BIGINT NOT NULL,
            state TEXT NOT NULL,
            author TEXT NOT NULL,
            editors TEXT NOT NULL DEFAULT '[]',
            approved_by TEXT,
            approved_at BIGINT,
            approval_hash TEXT,
            attempts BIGINT NOT NULL DEFAULT 0,
            next_attempt_at BIGINT,
            receipt_id TEXT,
            receipt_link TEXT,
            posted_at BIGINT,
            posted_day TEXT,
            reason TEXT,
            created_at BIGINT NOT NULL,
            claim_token TEXT,
            claim_lease BIGINT
        );
        CREATE UNIQUE INDEX posts_of_slot ON posts (campaign, slot_key, channel, moment)
            WHERE campaign IS NOT NULL AND state <> 'cancelled';
        CREATE UNIQUE INDEX posts_of_series ON posts (series, channel, moment)
            WHERE series IS NOT NULL AND state <> 'cancelled';
        CREATE INDEX posts_due ON posts (state, moment);
        CREATE INDEX posts_by_moment ON posts (moment);
        CREATE INDEX posts_by_channel ON posts (channel, moment);
        CREATE INDEX posts_counted ON posts (unit, posted_day) WHERE state = 'posted';
        CREATE TABLE attempts (
            post TEXT NOT NULL REFERENCES posts (id),
            number BIGINT NOT NULL,
            token TEXT NOT NULL,
            claimed_at BIGINT NOT NULL,
            ended_at BIGINT,
            outcome TEXT,
            status BIGINT,
            bytes_left BIGINT,
            request TEXT,
            answer TEXT,
            PRIMARY KEY (post, number)
        );
        CREATE TABLE comments (
            post TEXT NOT NULL REFERENCES posts (id),
            at BIGINT NOT NULL,
            author TEXT NOT NULL,
            action TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX comments_of_post ON comments (post, at);
        CREATE TABLE holds (
            scope TEXT NOT NULL,
            subject TEXT NOT NULL,
            reason TEXT NOT NULL,
            held_by TEXT NOT NULL,
            held_at BIGINT NOT NULL,
            PRIMARY KEY (scope, subject)
        );
        CREATE TABLE channel_states (
            channel TEXT NOT NULL PRIMARY KEY,
            disabled_reason TEXT,
            disabled_at BIGINT
        );
        """

    static let sessions = """
        CREATE TABLE sessions (
            id TEXT NOT NULL PRIMARY KEY,
            unit TEXT NOT NULL,
            day TEXT NOT NULL,
            form TEXT NOT NULL,
            level TEXT,
            place TEXT NOT NULL,
            place_unit TEXT,
            minutes BIGINT NOT NULL,
            method TEXT NOT NULL,
            campaign TEXT,
            version BIGINT NOT NULL DEFAULT 1,
            origin TEXT NOT NULL,
            body TEXT NOT NULL,
            logged_by TEXT NOT NULL,
            logged_at BIGINT NOT NULL
        );
        CREATE INDEX sessions_counted ON sessions (unit, day, form);
        CREATE INDEX sessions_by_day ON sessions (day);
        CREATE INDEX sessions_by_place ON sessions (unit, day, place);
        CREATE TABLE session_topics (
            session TEXT NOT NULL REFERENCES sessions (id),
            topic TEXT NOT NULL,
            PRIMARY KEY (session, topic)
        );
        CREATE TABLE attendance (
            session TEXT NOT NULL REFERENCES sessions (id),
            audience TEXT NOT NULL,
            turns BIGINT NOT NULL CHECK (turns >= 0),
            female BIGINT,
            male BIGINT,
            PRIMARY KEY (session, audience)
        );
        CREATE TABLE handouts (
            session TEXT NOT NULL REFERENCES sessions (id),
            material TEXT NOT NULL,
            material_kind TEXT,
            quantity BIGINT NOT NULL CHECK (quantity > 0),
            PRIMARY KEY (session, material)
        );
        CREATE TABLE corrections (
            session TEXT NOT NULL REFERENCES sessions (id),
            version BIGINT NOT NULL,
            reason TEXT NOT NULL,
            corrected_by TEXT NOT NULL,
            corrected_at BIGINT NOT NULL,
            before TEXT NOT NULL,
            PRIMARY KEY (session, version)
        );
        """

    static let reach = """
        CREATE TABLE samples (
            id TEXT NOT NULL PRIMARY KEY,
            post TEXT NOT NULL REFERENCES posts (id),
            metric TEXT NOT NULL,
            value BIGINT NOT NULL CHECK (value >= 0),
            captured_at BIGINT NOT NULL,
            captured_day TEXT NOT NULL,
            source TEXT NOT NULL,
            is_estimated BIGINT NOT NULL DEFAULT 0,
            recorded_by TEXT NOT NULL
        );
        CREATE UNIQUE INDEX samples_of_post ON samples (post, metric, captured_at);
        """

    static let reporting = """
        CREATE TABLE targets (
            unit TEXT NOT NULL,
            indicator TEXT NOT NULL,
            period TEXT NOT NULL,
            value TEXT NOT NULL,
            registered_by TEXT NOT NULL,
            registered_at BIGINT NOT NULL,
            PRIMARY KEY (unit, indicator, period)
        );
        """
}
