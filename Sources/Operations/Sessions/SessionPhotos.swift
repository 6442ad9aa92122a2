import Documents
public import Outreach
import Storage

/// What adding a photo did.
public struct PhotoAdded: Sendable {
    /// Nil where it had been added before and was removed since.
    public let photo: SessionPhoto?
    /// False where the same photo was sent before.
    public let isNew: Bool
}

/// A photo of a session with what was said about it: it needs consents as a picture of the library does.
public struct PhotoStanding: Sendable {
    public let photo: SessionPhoto
    /// Nil where nobody said yet whether children can be recognised.
    public let mark: PictureMark?
    /// Consents that hold today.
    public let consents: Int

    /// Whether only those who log for the unit see it.
    public var isKeptIn: Bool { mark?.isKeptIn(consents: consents) ?? true }
}

extension Workspace {
    /// A session has so many photos at most, each smaller than this on its longest edge.
    public static let mostPhotos = 12
    public static let longestPhotoEdge = 1600

    var photoStore: SessionPhotoStore { SessionPhotoStore(media: folder.media) }

    /// Adds a photo to a session. Its id was made by whoever took it, so sending it again changes nothing.
    ///
    /// The picture is made anew from its pixels before it is kept: nothing else of the file survives.
    ///
    /// - Throws: ``SessionError``, `PhotoError`.
    public func addPhoto(
        _ bytes: [UInt8], id: Identifier<SessionPhoto>, to session: Identifier<Session>, as caller: Caller
    ) async throws -> PhotoAdded {
        guard !id.isReserved else { throw SessionError.reservedPhotoID }
        let sentHash = ContentHash.sha256(of: bytes)
        let known = try await database.read { tx in
            try tx.authorisePhotos(of: session, as: caller)
            return try tx.known(id, of: session, sentHash: sentHash)
        }
        if let known { return known }
        let encoded = try await PhotoQueue.encode(bytes, fitting: Workspace.longestPhotoEdge)
        let photo = SessionPhoto(
            id: id, session: session, sentHash: sentHash, hash: ContentHash.sha256(of: encoded.bytes),
            mediaType: encoded.kind.mediaType, width: encoded.width, height: encoded.height, addedBy: caller.name,
            addedAt: now)
        return try await database.write { [photoStore] tx in
            try tx.authorisePhotos(of: session, as: caller)
            if let known = try tx.known(id, of: session, sentHash: sentHash) { return known }
            try tx.add(photo)
            try tx.audit(
                at: photo.addedAt, actor: caller.name, action: "sessions.add-photo", subject: session.description,
                detail: "\(id) \(photo.hash.short)")
            // Last, so that a refusal leaves no file; a file without its line is never shown.
            try photoStore.store(encoded.bytes, as: id)
            return PhotoAdded(photo: photo, isNew: true)
        }
    }

    /// The photos of a session, in the order they were added.
    public func photos(of session: Identifier<Session>, as caller: Caller) async throws -> [SessionPhoto] {
        try await database.read { tx in
            _ = try tx.requireSession(session.description, visibleTo: caller)
            return try tx.photos(of: session)
        }
    }

    /// The photos of a session with what was said about each.
    public func photoStandings(of session: Identifier<Session>, as caller: Caller) async throws -> [PhotoStanding] {
        let today = today
        return try await database.read { tx in
            _ = try tx.requireSession(session.description, visibleTo: caller)
            return try tx.photos(of: session).map { try tx.standing(of: $0, on: today) }
        }
    }

    /// Says how many children can be recognised in a photo: each needs a consent, or the photo is seen by nobody but
    /// those who log for the unit.
    public func markPhoto(
        _ id: Identifier<SessionPhoto>, of session: Identifier<Session>, children: Int, as caller: Caller
    ) async throws {
        let now = now
        try await database.write { tx in
            try tx.authorisePhotos(of: session, as: caller)
            let photo = try tx.requirePhoto(id, of: session)
            guard (0...1000).contains(children) else { throw ConsentError.childrenOutOfRange }
            let victim = try tx.pictureMark(photo.hash)?.showsVictim ?? false
            let mark = PictureMark(
                hash: photo.hash, children: children, showsVictim: victim, by: caller.name, at: now)
            try tx.requireMay(caller, say: mark)
            try tx.put(mark)
            try tx.audit(
                at: now, actor: caller.name, action: "sessions.mark-photo", subject: session.description,
                detail: "\(id) children \(children)")
            // A photo that was given to the library as well has the same name there.
            _ = try keepIn(mark, as: caller, in: tx)
        }
    }

    /// A photo with its bytes; another unit's is as if it did not exist.
    ///
    /// - Throws: ``SessionError/photoKeptIn`` for whoever only looks, while its consents are missing.
    public func photo(
        _ id: Identifier<SessionPhoto>, of session: Identifier<Session>, as caller: Caller
    ) async throws -> (photo: SessionPhoto, bytes: [UInt8]) {
        let today = today
        let photo = try await database.read { tx in
            let record = try tx.requireSession(session.description, visibleTo: caller)
            let photo = try tx.requirePhoto(id, of: session)
            let mayLog = try tx.may(caller, .logSessions, for: record.session.unit, in: tx.unitTree())
            guard try mayLog || !tx.standing(of: photo, on: today).isKeptIn else { throw SessionError.photoKeptIn }
            return photo
        }
        return (photo, try photoStore.bytes(of: photo))
    }

    /// Deletes a photo that should not be there, such as one that shows a child's face.
    public func removePhoto(
        _ id: Identifier<SessionPhoto>, of session: Identifier<Session>, reason: String, as caller: Caller
    ) async throws {
        let now = now
        try await database.write { tx in
            try tx.authorisePhotos(of: session, as: caller)
            let photo = try tx.requirePhoto(id, of: session)
            let reason = try checkedNote(SessionError.reason(reason), in: tx)
            try tx.removePhoto(photo.id, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "sessions.remove-photo", subject: session.description,
                detail: "\(id) \(reason)")
        }
        photoStore.remove(id)
    }
}

extension Identifier where Subject == SessionPhoto {
    /// The id of a photo that came in a form, where no phone made one: of the same bytes always the same, so that a form
    /// sent twice adds it once.
    public static func of(_ bytes: [UInt8], in session: Identifier<Session>) -> Identifier<SessionPhoto> {
        var numbers = HashNumbers(ContentHash.sha256(of: Array(session.description.utf8) + bytes))
        let milliseconds = Int64(session.description.filter { $0 != "-" }.prefix(12), radix: 16) ?? 0
        return Identifier(at: Instant(milliseconds: milliseconds), using: &numbers)
    }
}

/// The digits of a hash, one number after the other.
private struct HashNumbers: RandomNumberGenerator {
    private var digits: Substring

    init(_ hash: ContentHash) { digits = hash.description[...] }

    mutating func next() -> UInt64 {
        let number = UInt64(digits.prefix(16), radix: 16) ?? 0
        digits = digits.dropFirst(16)
        return number
    }
}

extension ReadTransaction {
    func standing(of photo: SessionPhoto, on today: Day) throws -> PhotoStanding {
        PhotoStanding(
            photo: photo, mark: try pictureMark(photo.hash),
            consents: try consents(for: photo.hash).count { $0.holds(on: today) })
    }

    fileprivate func authorisePhotos(of id: Identifier<Session>, as caller: Caller) throws {
        if let withdrawal = try withdrawal(of: id) {
            try authorise(caller, .logSessions, for: withdrawal.record.session.unit)
            throw SessionError.withdrawn(id.description, Withdrawn(withdrawal))
        }
        let record = try requireSession(id.description, visibleTo: caller)
        try authorise(caller, .logSessions, for: record.session.unit)
    }

    fileprivate func requirePhoto(_ id: Identifier<SessionPhoto>, of session: Identifier<Session>) throws
        -> SessionPhoto
    {
        guard let photo = try sessionPhoto(id), photo.session == session else {
            throw SessionError.unknownPhoto(id.description)
        }
        return photo
    }

    /// What is known of a photo that is sent; nil where it is new and there is room for it.
    fileprivate func known(
        _ id: Identifier<SessionPhoto>, of session: Identifier<Session>, sentHash: ContentHash
    ) throws -> PhotoAdded? {
        guard let sent = try sentPhoto(id) else {
            guard try photos(of: session).count < Workspace.mostPhotos else {
                throw SessionError.tooManyPhotos(limit: Workspace.mostPhotos)
            }
            return nil
        }
        guard sent.session == session, sent.sentHash == sentHash else {
            throw SessionError.photoIDTaken(id.description)
        }
        return PhotoAdded(photo: try sessionPhoto(id), isNew: false)
    }
}
