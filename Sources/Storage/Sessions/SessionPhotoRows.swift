public import Outreach

extension ReadTransaction {
    /// A photo that is kept; nil for one that was removed.
    public func sessionPhoto(_ id: Identifier<SessionPhoto>) throws -> SessionPhoto? {
        try queryOne("SELECT * FROM session_photos WHERE id = ? AND removed_at IS NULL", [id]).map(sessionPhoto)
    }

    /// Of which session and which bytes a photo was made, kept or removed.
    public func sentPhoto(
        _ id: Identifier<SessionPhoto>
    ) throws -> (session: Identifier<Session>, sentHash: ContentHash)? {
        try queryOne("SELECT session, sent_hash FROM session_photos WHERE id = ?", [id]).map { row in
            (try row.parsed("session"), try row.parsed("sent_hash"))
        }
    }

    /// In the order they were added.
    public func photos(of session: Identifier<Session>) throws -> [SessionPhoto] {
        try query(
            "SELECT * FROM session_photos WHERE session = ? AND removed_at IS NULL ORDER BY added_at, id", [session]
        ).map(sessionPhoto)
    }

    /// A kept photo of these bytes.
    public func sessionPhoto(hash: ContentHash) throws -> SessionPhoto? {
        try queryOne(
            "SELECT * FROM session_photos WHERE hash = ? AND removed_at IS NULL ORDER BY added_at LIMIT 1", [hash]
        ).map(sessionPhoto)
    }

    /// Kept photos on which somebody recognised children, the newest first.
    public func sessionPhotosWithChildren(limit: Int) throws -> [SessionPhoto] {
        try query(
            """
            SELECT p.* FROM session_photos p JOIN pictures m ON m.hash = p.hash
            WHERE p.removed_at IS NULL AND m.children > 0 ORDER BY p.added_at DESC, p.id LIMIT ?
            """, [limit]
        ).map(sessionPhoto)
    }

    private func sessionPhoto(_ row: SQLRow) throws -> SessionPhoto {
        SessionPhoto(
            id: try row.parsed("id"), session: try row.parsed("session"), sentHash: try row.parsed("sent_hash"),
            hash: try row.parsed("hash"), mediaType: try row.text("media_type"), width: try row.integer("width"),
            height: try row.integer("height"), addedBy: try row.text("added_by"), addedAt: try row.instant("added_at"))
    }
}

extension WriteTransaction {
    public func add(_ photo: SessionPhoto) throws {
        try execute(
            """
            INSERT INTO session_photos
                (id, session, sent_hash, hash, media_type, width, height, added_by, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                photo.id, photo.session, photo.sentHash, photo.hash, photo.mediaType, photo.width, photo.height,
                photo.addedBy, photo.addedAt,
            ])
    }

    /// Leaves a line behind, so that a phone that sends the photo once more does not bring it back.
    public func removePhoto(_ id: Identifier<SessionPhoto>, at instant: Instant) throws {
        try execute("UPDATE session_photos SET removed_at = ? WHERE id = ?", [instant, id])
    }
}
