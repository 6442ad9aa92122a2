public import Outreach
import Storage

/// A picture or film of the library, with what was said about it.
public struct LibraryPicture: Sendable, Hashable {
    public let file: MediaFile
    /// The materials that have it.
    public let materials: [Slug]
    /// Nil where nobody said yet what it shows.
    public let mark: PictureMark?
    /// Consents that hold today.
    public let consents: Int
    /// The session it was taken at; nil for what the library has.
    public let session: Identifier<Session>?
    public let photo: Identifier<SessionPhoto>?

    /// Whether posts with it are kept in.
    public var isKeptIn: Bool { mark?.isKeptIn(consents: consents) ?? true }
}

/// What saying what a picture shows did.
public struct PictureMarked: Sendable {
    public let mark: PictureMark
    public let posts: PostsKeptIn
}

extension Workspace {
    /// Says whether children can be recognised in a picture, and how many: each needs a consent. What it takes back of
    /// another's word needs the right to override. Where it keeps the picture in, every post with it that is not out
    /// becomes a draft again, and those that are out are listed to be taken down.
    public func markPicture(
        _ hash: ContentHash, children: Int, showsVictim: Bool, as caller: Caller, mode: ChangeMode
    ) async throws -> PictureMarked {
        try await change(mode) { [media] tx in
            try tx.authorise(caller, .edit)
            guard media.has(hash) else { throw MediaError.unknown(hash) }
            guard (0...1000).contains(children) else { throw ConsentError.childrenOutOfRange }
            let mark = PictureMark(
                hash: hash, children: children, showsVictim: showsVictim, by: caller.name, at: now)
            try tx.requireMay(caller, say: mark)
            try tx.put(mark)
            try tx.audit(
                at: now, actor: caller.name, action: "pictures.mark", subject: hash.description,
                detail: "children \(children)" + (showsVictim ? ", victim" : ""))
            let kept = try keepIn(mark, as: caller, in: tx)
            return PictureMarked(mark: mark, posts: kept)
        }
    }

    /// Every picture and film of the newest revisions and the photos of sessions on which children can be recognised;
    /// those that are kept in first.
    public func libraryPictures(as caller: Caller) async throws -> [LibraryPicture] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            var order: [ContentHash] = []
            var files: [ContentHash: (MediaFile, Set<Slug>)] = [:]
            for content in try tx.newestContentsWithMedia() {
                for file in content.media {
                    if files[file.hash] == nil { order.append(file.hash) }
                    files[file.hash, default: (file, [])].1.insert(content.material)
                }
            }
            let pictures =
                try order.compactMap { hash -> LibraryPicture? in
                    guard let (file, materials) = files[hash] else { return nil }
                    return LibraryPicture(
                        file: file, materials: materials.sorted(), mark: try tx.pictureMark(hash),
                        consents: try tx.consents(for: hash).count { $0.holds(on: today) }, session: nil, photo: nil)
                } + tx.picturesOfSessions(on: today, visibleTo: caller)
            return pictures.filter(\.isKeptIn) + pictures.filter { !$0.isKeptIn }
        }
    }
}

extension ReadTransaction {
    /// Whether this caller may say so: that it shows a victim, or more children than this as somebody else ever saw
    /// them, is taken back only with the right to override. Whoever wants to post a picture does not unlock it alone,
    /// nor by saying more first.
    func requireMay(_ caller: Caller, say mark: PictureMark) throws {
        guard let before = try pictureMark(mark.hash) else { return }
        // Whoever holds the right may have settled on fewer than some saw; from there on, more may be said by anybody.
        let others = try ([before] + pictureMarks(mark.hash)).filter { $0.by != caller.name }
        let isFewer = mark.children < before.children && others.contains { mark.children < $0.children }
        if isFewer || before.showsVictim && !mark.showsVictim { try authorise(caller, .override) }
    }

    fileprivate func picturesOfSessions(on today: Day, visibleTo caller: Caller) throws -> [LibraryPicture] {
        let tree = try unitTree()
        return try sessionPhotosWithChildren(limit: 500).compactMap { photo in
            guard let session = try self.session(photo.session)?.session,
                try may(caller, .logSessions, for: session.unit, in: tree)
            else { return nil }
            let standing = try standing(of: photo, on: today)
            let name = "\(session.day.written), \(session.place)"
            return LibraryPicture(
                file: MediaFile(name: name, alternativeText: name, hash: photo.hash), materials: [],
                mark: standing.mark, consents: standing.consents, session: session.id, photo: photo.id)
        }
    }
}
