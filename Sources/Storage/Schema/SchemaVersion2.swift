/// What logging in needs. Of passwords and of everything secret only hashes are stored.
enum SchemaVersion2 {
    static let statements = [people, machines]

    static let people = """
        CREATE TABLE passwords (
            user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
            hash TEXT NOT NULL,
            set_at BIGINT NOT NULL
        );
        CREATE TABLE web_sessions (
            id TEXT NOT NULL PRIMARY KEY,
            token_hash TEXT NOT NULL UNIQUE,
            user_id TEXT NOT NULL REFERENCES users (id),
            means TEXT NOT NULL,
            address TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            seen_at BIGINT NOT NULL
        );
        CREATE INDEX web_sessions_of_user ON web_sessions (user_id);
        CREATE TABLE log_in_links (
            code_hash TEXT NOT NULL PRIMARY KEY,
            user_id TEXT REFERENCES users (id),
            made_by TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        );
        CREATE TABLE log_in_failures (
            subject TEXT NOT NULL PRIMARY KEY,
            failures BIGINT NOT NULL,
            last_at BIGINT NOT NULL,
            paused_until BIGINT
        );
        CREATE INDEX log_in_failures_by_time ON log_in_failures (last_at);
        """

    static let machines = """
        CREATE TABLE api_tokens (
            name TEXT NOT NULL PRIMARY KEY,
            token_hash TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            unit TEXT,
            made_by TEXT NOT NULL REFERENCES users (id),
            made_at BIGINT NOT NULL,
            expires_at BIGINT,
            used_on TEXT,
            revoked_at BIGINT
        );
        CREATE INDEX api_tokens_of_maker ON api_tokens (made_by);
        CREATE TABLE feeds (
            id TEXT NOT NULL PRIMARY KEY,
            code_hash TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            filter TEXT NOT NULL,
            made_by TEXT NOT NULL REFERENCES users (id),
            made_at BIGINT NOT NULL,
            used_on TEXT,
            revoked_at BIGINT
        );
        CREATE INDEX feeds_of_maker ON feeds (made_by);
        CREATE TABLE keyed_requests (
            caller TEXT NOT NULL,
            key TEXT NOT NULL,
            request_hash TEXT NOT NULL,
            begun_at BIGINT NOT NULL,
            status BIGINT,
            content_type TEXT,
            body TEXT,
            PRIMARY KEY (caller, key)
        );
        CREATE INDEX keyed_requests_by_time ON keyed_requests (begun_at);
        """
}
