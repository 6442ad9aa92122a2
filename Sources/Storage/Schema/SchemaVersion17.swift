/// Claims in a table of their own.
enum SchemaVersion17 {
    static let statements = [claims, claimsSoFar, claimedPosts, columns]

    /// A post that is being sent has a row here, and for as long as it has, that is its state, whatever its own row says.
    /// The table stays as small as the number of posts under way, so a claim touches neither the post's long row nor the
    /// indexes of all posts; these change once, with the outcome.
    static let claims = """
        CREATE TABLE claims (
            post TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
            number BIGINT NOT NULL,
            token TEXT NOT NULL,
            leased_until BIGINT NOT NULL,
            claimed_at BIGINT NOT NULL
        );
        """

    static let claimsSoFar = """
        INSERT INTO claims (post, number, token, leased_until, claimed_at)
            SELECT id, attempts, COALESCE(claim_token, ''), COALESCE(claim_lease, moment), COALESCE(claimed_at, moment)
            FROM posts WHERE state = 'sending' ORDER BY id;
        """

    static let claimedPosts = """
        UPDATE posts SET state = CASE WHEN attempts > 1 THEN 'retrying' ELSE 'approved' END, attempts = attempts - 1
            WHERE state = 'sending';
        """

    static let columns = """
        ALTER TABLE posts DROP COLUMN claim_token;
        ALTER TABLE posts DROP COLUMN claim_lease;
        ALTER TABLE posts DROP COLUMN claimed_at;
        """
}
