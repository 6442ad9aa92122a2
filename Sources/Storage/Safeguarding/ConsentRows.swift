public import Outreach

extension ReadTransaction {
    public func consent(_ id: Identifier<Consent>) throws -> Consent? {
        try queryOne("SELECT * FROM consents WHERE id = ?", [id]).map(consent)
    }

    /// The newest first.
    public func consents() throws -> [Consent] {
        try query("SELECT * FROM consents ORDER BY recorded_at DESC, id DESC").map(consent)
    }

    /// Every consent ever given for a picture.
    public func consents(for picture: ContentHash) throws -> [Consent] {
        try query(
            """
            SELECT c.* FROM consent_pictures p JOIN consents c ON c.id = p.consent
            WHERE p.picture = ? ORDER BY c.recorded_at, c.id
            """,
            [picture]
        ).map(consent)
    }

    public func pictureMark(_ hash: ContentHash) throws -> PictureMark? {
        try queryOne("SELECT * FROM pictures WHERE hash = ?", [hash]).map {
            PictureMark(
                hash: hash, children: try $0.integer("children"), showsVictim: try $0.boolean("shows_victim"),
                by: try $0.text("said_by"), at: try $0.instant("said_at"))
        }
    }

    /// What each person said of a picture: the most children that they ever saw, and a victim if they ever saw one.
    public func pictureMarks(_ hash: ContentHash) throws -> [PictureMark] {
        try query("SELECT * FROM picture_marks WHERE picture = ? ORDER BY said_at, said_by", [hash]).map {
            PictureMark(
                hash: hash, children: try $0.integer("children"), showsVictim: try $0.boolean("shows_victim"),
                by: try $0.text("said_by"), at: try $0.instant("said_at"))
        }
    }

    /// Posts that carry any of the pictures, in order of their moment.
    public func posts(showing pictures: [ContentHash]) throws -> [Post] {
        guard !pictures.isEmpty else { return [] }
        let conditions = pictures.map { _ in "media LIKE '%' || ? || '%'" }.joined(separator: " OR ")
        return try posts("WHERE media <> '[]' AND (\(conditions)) ORDER BY moment, posts.id", pictures)
    }

    public func takeDowns() throws -> [TakeDown] {
        try query(
            """
            SELECT post, consent, NULL AS picture, asked_at, done_by, done_at FROM take_downs
            UNION ALL
            SELECT post, NULL AS consent, picture, asked_at, done_by, done_at FROM picture_take_downs
            ORDER BY asked_at, post
            """
        ).map {
            TakeDown(
                post: try $0.parsed("post"), consent: try $0.optionalParsed("consent"),
                picture: try $0.optionalParsed("picture"), askedAt: try $0.instant("asked_at"),
                doneBy: try $0.optional("done_by", SQLRow.text), doneAt: try $0.optional("done_at", SQLRow.instant))
        }
    }

    private func consent(_ row: SQLRow) throws -> Consent {
        let id: Identifier<Consent> = try row.parsed("id")
        let pictures = try query("SELECT picture FROM consent_pictures WHERE consent = ? ORDER BY picture", [id])
        let withdrawal = try row.optional("withdrawn_by", SQLRow.text).map {
            ConsentWithdrawal(by: $0, at: try row.instant("withdrawn_at"), reason: try row.text("withdrawal_reason"))
        }
        return Consent(
            id: id, unit: try row.parsed("unit"), reference: try row.text("reference"), age: try row.word("age"),
            childAgreed: try row.boolean("child_agreed"), guardianAgreed: try row.boolean("guardian_agreed"),
            signedOn: try row.parsed("signed_on"), expiresOn: try row.parsed("expires_on"),
            pictures: try pictures.map { try $0.parsed("picture") }, recordedBy: try row.text("recorded_by"),
            recordedAt: try row.instant("recorded_at"), withdrawal: withdrawal)
    }
}

extension WriteTransaction {
    /// - Throws: ``StorageError/duplicate(detail:)`` where the unit has a paper of this number already.
    public func add(_ consent: Consent) throws {
        try execute(
            """
            INSERT INTO consents
                (id, unit, reference, age, child_agreed, guardian_agreed, signed_on, expires_on, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                consent.id, consent.unit, consent.reference, consent.age.rawValue, consent.childAgreed,
                consent.guardianAgreed, consent.signedOn, consent.expiresOn, consent.recordedBy, consent.recordedAt,
            ])
        for picture in Set(consent.pictures).sorted() {
            try execute("INSERT INTO consent_pictures (consent, picture) VALUES (?, ?)", [consent.id, picture])
        }
    }

    public func withdraw(_ consent: Identifier<Consent>, _ withdrawal: ConsentWithdrawal) throws {
        try execute(
            "UPDATE consents SET withdrawn_by = ?, withdrawn_at = ?, withdrawal_reason = ? WHERE id = ?",
            [withdrawal.by, withdrawal.at, withdrawal.reason, consent])
    }

    /// Keeps what was said of a picture last, and of each person the strictest they ever said.
    public func put(_ mark: PictureMark) throws {
        try execute(
            """
            INSERT INTO pictures (hash, children, shows_victim, said_by, said_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET
                children = excluded.children, shows_victim = excluded.shows_victim, said_by = excluded.said_by,
                said_at = excluded.said_at
            """,
            [mark.hash, mark.children, mark.showsVictim, mark.by, mark.at])
        try execute(
            """
            INSERT INTO picture_marks (picture, said_by, children, shows_victim, said_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (picture, said_by) DO UPDATE SET
                children = max(picture_marks.children, excluded.children),
                shows_victim = max(picture_marks.shows_victim, excluded.shows_victim), said_at = excluded.said_at
            """,
            [mark.hash, mark.by, mark.children, mark.showsVictim, mark.at])
    }

    /// Asks for a post to be taken down; asked before for the same consent or picture, it stays as it stands.
    public func ask(_ takeDown: TakeDown) throws {
        if let consent = takeDown.consent {
            try execute(
                """
                INSERT INTO take_downs (post, consent, asked_at) VALUES (?, ?, ?)
                ON CONFLICT (consent, post) DO NOTHING
                """,
                [takeDown.post, consent, takeDown.askedAt])
        }
        if let picture = takeDown.picture {
            try execute(
                """
                INSERT INTO picture_take_downs (post, picture, asked_at) VALUES (?, ?, ?)
                ON CONFLICT (picture, post) DO NOTHING
                """,
                [takeDown.post, picture, takeDown.askedAt])
        }
    }

    /// Writes down that a post is gone from its channel.
    ///
    /// - Returns: whether anybody had asked for it and nobody had done it.
    public func settleTakeDowns(of post: Identifier<Post>, by person: String, at instant: Instant) throws -> Bool {
        let settled = try ["take_downs", "picture_take_downs"].map { table in
            try execute(
                "UPDATE \(table) SET done_by = ?, done_at = ? WHERE post = ? AND done_at IS NULL",
                [person, instant, post])
        }
        return settled.contains { $0 > 0 }
    }
}

extension ReadTransaction {
    /// What the newest revision of each material says, for the materials that have media.
    public func newestContentsWithMedia() throws -> [MaterialContent] {
        try query(
            """
            SELECT r.content FROM library_entries e JOIN revisions r ON r.hash = e.revision
            WHERE json_array_length(json_extract(r.content, '$.media')) > 0 ORDER BY e.updated_at DESC, e.material
            """
        ).map { try $0.json("content") }
    }

    /// Materials with an approved revision that has one of the pictures.
    public func approvedMaterials(showing pictures: [ContentHash]) throws -> [Slug] {
        guard !pictures.isEmpty else { return [] }
        let conditions = pictures.map { _ in "content LIKE '%' || ? || '%'" }.joined(separator: " OR ")
        return try query(
            "SELECT DISTINCT material FROM revisions WHERE state = 'approved' AND (\(conditions)) ORDER BY material",
            pictures
        ).map { try $0.parsed("material") }
    }
}
