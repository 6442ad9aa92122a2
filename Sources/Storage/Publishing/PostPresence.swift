extension ReadTransaction {
    /// Whether there is any post at all.
    public func hasPosts() throws -> Bool { try queryOne("SELECT 1 AS one FROM posts LIMIT 1") != nil }
}
