extension ReadTransaction {
    /// Whether there is any post at all.
    public func hasPosts() throws -> Bool { try queryOne("SELECT 1 AS one FROM posts LIMIT 1") != nil }

    /// Whether a post that was submitted or is out has these words in its text or its link; reads every one of them.
    public func hasReviewedPost(naming words: String) throws -> Bool {
        try queryOne(
            """
            SELECT 1 AS one FROM posts WHERE state NOT IN ('draft', 'cancelled')
                AND (text LIKE '%' || ? || '%' OR link LIKE '%' || ? || '%') LIMIT 1
            """,
            [words, words]) != nil
    }
}
