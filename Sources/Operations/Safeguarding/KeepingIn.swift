public import Outreach
import Storage

/// Why posts with a picture do not go out any more.
enum PictureObstacle {
    case withdrawn(Consent)
    /// It shows a victim, or more children than there are consents.
    case said(PictureMark)

    var pictures: [ContentHash] {
        switch self {
        case .withdrawn(let consent): consent.pictures
        case .said(let mark): [mark.hash]
        }
    }

    func takeDown(of post: Post, askedAt now: Instant) -> TakeDown {
        switch self {
        case .withdrawn(let consent): TakeDown(post: post.id, consent: consent.id, picture: nil, askedAt: now)
        case .said(let mark): TakeDown(post: post.id, consent: nil, picture: mark.hash, askedAt: now)
        }
    }

    /// What happened, for whoever finds the post a draft again.
    var words: Message {
        switch self {
        case .withdrawn(let consent):
            Message(
                vi: "Sự đồng ý \(consent.reference) cho ảnh trong bài đã được rút.",
                en: "The consent \(consent.reference) for a picture in it was withdrawn.")
        case .said(let mark) where mark.showsVictim:
            Message(
                vi: "Một ảnh trong bài có nạn nhân, không bao giờ được đăng.",
                en: "A picture in it shows a victim and never goes out.")
        case .said(let mark):
            Message(
                vi: "Một ảnh trong bài nhận ra được \(mark.children) trẻ em mà chưa đủ bản đồng ý.",
                en: "A picture in it has \(mark.children) recognisable children, and not each has a consent.")
        }
    }
}

/// What keeping a picture in did to the posts that have it.
public struct PostsKeptIn: Sendable {
    /// Posts that were on their way and are drafts again.
    public internal(set) var pulled: [Post] = []
    /// Posts that are out, or may be: somebody has to take them down.
    public internal(set) var toTakeDown: [Post] = []

    public var all: [Post] { pulled + toTakeDown }

    public var words: Message {
        Message(
            vi: "\(pulled.count) bài thành nháp, \(toTakeDown.count) bài đã ra hoặc có thể đã ra kênh phải gỡ.",
            en: "\(pulled.count) posts are drafts again, \(toTakeDown.count) are out or may be, and have to be taken "
                + "down.")
    }
}

extension Workspace {
    /// Takes back every post with the picture that is on its way, and lists those that are out to be taken down.
    func keepIn(
        because obstacle: PictureObstacle, as caller: Caller, in tx: WriteTransaction
    ) throws -> PostsKeptIn {
        var kept = PostsKeptIn()
        for post in try tx.posts(showing: obstacle.pictures) {
            var post = post
            let mayBeOut = try tx.mayBeOut(post)
            // What is no longer on its way passes the gate again before it can go out.
            if [.inReview, .approved, .retrying].contains(post.state) {
                post = try pull(post, because: obstacle, mayBeOut: mayBeOut, as: caller, in: tx)
                if post.state == .draft { kept.pulled.append(post) }
            }
            if mayBeOut || [.posted, .unknown, .sending].contains(post.state) {
                try tx.ask(obstacle.takeDown(of: post, askedAt: now))
                kept.toTakeDown.append(post)
            }
        }
        return kept
    }

    /// The same where what was just said of a picture keeps it in; nothing where it may still be seen.
    func keepIn(_ mark: PictureMark, as caller: Caller, in tx: WriteTransaction) throws -> PostsKeptIn {
        guard try tx.isKeptIn(mark, on: today) else { return PostsKeptIn() }
        return try keepIn(because: .said(mark), as: caller, in: tx)
    }

    private func pull(
        _ post: Post, because obstacle: PictureObstacle, mayBeOut: Bool, as caller: Caller, in tx: WriteTransaction
    ) throws -> Post {
        var changed = try takenBack(post, .reject, mayBeOut: mayBeOut)
        let words = obstacle.words
        changed.reason =
            changed.state == .unknown
            ? PostDoubt.takenBack(words)
            : Message(
                vi: "\(words.vietnamese) Thay ảnh rồi gửi duyệt lại.",
                en: "\(words.english) Put another, then submit it again.")
        // Whoever says so need not have a right for every unit that used the picture.
        try save(changed, from: post.state, comment: "", action: "posts.pull", as: caller, in: tx)
        return changed
    }
}

extension ReadTransaction {
    /// Whether a picture of which this was said must not be seen on a day.
    func isKeptIn(_ mark: PictureMark, on day: Day) throws -> Bool {
        mark.isKeptIn(consents: try consents(for: mark.hash).count { $0.holds(on: day) })
    }
}
