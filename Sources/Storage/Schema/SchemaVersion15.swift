/// What each person said of a picture, and the posts that what was said asks to be taken down.
enum SchemaVersion15 {
    static let statements = [marks, marksSoFar, takeDowns]

    /// The strictest that each of them ever said, beside what holds now in `pictures`.
    static let marks = """
        CREATE TABLE picture_marks (
            picture TEXT NOT NULL,
            said_by TEXT NOT NULL,
            children BIGINT NOT NULL,
            shows_victim BIGINT NOT NULL,
            said_at BIGINT NOT NULL,
            PRIMARY KEY (picture, said_by)
        );
        """

    static let marksSoFar = """
        INSERT INTO picture_marks (picture, said_by, children, shows_victim, said_at)
            SELECT hash, said_by, children, shows_victim, said_at FROM pictures;
        """

    /// Posts that were out when somebody said that a picture of them must not be.
    static let takeDowns = """
        CREATE TABLE picture_take_downs (
            post TEXT NOT NULL REFERENCES posts (id),
            picture TEXT NOT NULL,
            asked_at BIGINT NOT NULL,
            done_by TEXT,
            done_at BIGINT,
            PRIMARY KEY (picture, post)
        );
        """
}
