/// Where a material was used, as far as the one who asks may see it.
public struct MaterialUses: Sendable, Hashable {
    /// How often each revision became a post.
    public let postCounts: [ContentHash: Int]
    /// The newest by their moment, whatever their revision.
    public let posts: [PostUse]
    /// How often each revision was used at a session.
    public let sessionCounts: [ContentHash: Int]
    /// Sessions that name the material and no revision of it.
    public let sessionsWithoutRevision: Int
    /// The newest by their day; those where it was handed out too.
    public let sessions: [SessionUse]

    public init(
        postCounts: [ContentHash: Int], posts: [PostUse], sessionCounts: [ContentHash: Int],
        sessionsWithoutRevision: Int, sessions: [SessionUse]
    ) {
        self.postCounts = postCounts
        self.posts = posts
        self.sessionCounts = sessionCounts
        self.sessionsWithoutRevision = sessionsWithoutRevision
        self.sessions = sessions
    }

    public var totalPosts: Int { postCounts.values.reduce(0, +) }
    public var totalSessions: Int { sessionCounts.values.reduce(sessionsWithoutRevision, +) }
}

/// A post that a material became.
public struct PostUse: Sendable, Hashable {
    public let post: Identifier<Post>
    public let channel: Slug
    public let moment: Instant
    public let state: PostState
    public let revision: ContentHash?

    public init(
        post: Identifier<Post>, channel: Slug, moment: Instant, state: PostState, revision: ContentHash?
    ) {
        self.post = post
        self.channel = channel
        self.moment = moment
        self.state = state
        self.revision = revision
    }
}

/// A session at which a material was used or handed out.
public struct SessionUse: Sendable, Hashable {
    public let session: Identifier<Session>
    public let unit: Slug
    public let day: Day
    public let place: String
    public let form: SessionForm
    public let revision: ContentHash?
    /// How many were handed out; nil where it was what the session was about.
    public let handedOut: Int?

    public init(
        session: Identifier<Session>, unit: Slug, day: Day, place: String, form: SessionForm,
        revision: ContentHash?, handedOut: Int?
    ) {
        self.session = session
        self.unit = unit
        self.day = day
        self.place = place
        self.form = form
        self.revision = revision
        self.handedOut = handedOut
    }
}
