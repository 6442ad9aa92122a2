public import Outreach

extension ReadTransaction {
    /// The units with a mode of their own.
    public func approvalModes() throws -> [Slug: ApprovalModeSetting] {
        let settings = try query("SELECT * FROM approval_modes").map {
            ApprovalModeSetting(
                unit: try $0.parsed("unit"), mode: try $0.word("mode"), by: try $0.text("set_by"),
                at: try $0.instant("set_at"))
        }
        return Dictionary(uniqueKeysWithValues: settings.map { ($0.unit, $0) })
    }

    /// Every step given for any version of a post, in the order they were given.
    public func signatures(of post: Identifier<Post>) throws -> [StepSignature] {
        try query("SELECT * FROM approval_steps WHERE post = ? ORDER BY given_at, step", [post]).map(signature)
    }

    /// The steps given for one version of a post.
    public func signatures(of post: Identifier<Post>, hash: ContentHash) throws -> [StepSignature] {
        try query("SELECT * FROM approval_steps WHERE post = ? AND hash = ? ORDER BY given_at, step", [post, hash])
            .map(signature)
    }

    private func signature(_ row: SQLRow) throws -> StepSignature {
        StepSignature(
            step: try row.word("step"), hash: try row.parsed("hash"), by: try row.text("given_by"),
            at: try row.instant("given_at"))
    }
}

extension WriteTransaction {
    public func put(_ setting: ApprovalModeSetting) throws {
        try execute(
            """
            INSERT INTO approval_modes (unit, mode, set_by, set_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (unit) DO UPDATE SET mode = excluded.mode, set_by = excluded.set_by, set_at = excluded.set_at
            """,
            [setting.unit, setting.mode.rawValue, setting.by, setting.at])
    }

    public func put(_ signature: StepSignature, of post: Identifier<Post>) throws {
        try execute(
            "INSERT INTO approval_steps (post, hash, step, given_by, given_at) VALUES (?, ?, ?, ?, ?)",
            [post, signature.hash, signature.step.rawValue, signature.by, signature.at])
    }

    /// Takes back every step given for a post: what changed, was rejected or submitted anew begins from the start.
    public func removeSignatures(of post: Identifier<Post>) throws {
        try execute("DELETE FROM approval_steps WHERE post = ?", [post])
    }
}
