public import Outreach
import Storage

/// A post as one reads it before deciding about it: exactly what would be sent, and everything done with it so far.
public struct PostReading: Sendable {
    public let post: Post
    /// Nil where the channel is in the register no more.
    public let channel: ResolvedChannel?
    /// What an approval of exactly this is pinned to; nil without a channel.
    public let hash: ContentHash?
    public let sending: PostSending
    /// Every version that was submitted or approved.
    public let versions: [PostVersion]
    /// The post as it stands now, to compare versions with.
    public let current: PostVersion?
    /// Who did what with it, oldest first.
    public let steps: [Comment]
    public let attempts: [AttemptRecord]
    /// Whether it may be out, wholly or in part, and nobody has looked since.
    public let mayBeOut: Bool
    public let holds: [Hold]
    public let samples: [Sample]
    /// Other posts of the same repetition.
    public let siblings: [Post]
    /// What a careful reader would notice about where and when.
    public let remarks: [PostRemark]
    /// What the safeguarding rules found in it, and what was let pass.
    public let judgement: PostJudgement
    public let approval: PostApproval
    public let rights: PostRights
}

/// What the rules say about a post as it stands.
public struct PostJudgement: Sendable {
    /// Nil where there are no rules to hold it against.
    public let judged: JudgedText?
    public let unchecked: Message?
    /// What was said about each of its pictures.
    public let pictures: [PictureMark]
}

/// How far a post has come on the way its unit asks for.
public struct PostApproval: Sendable, Hashable {
    public let mode: ApprovalMode
    /// The steps given for exactly this version.
    public let signatures: [StepSignature]
    public let nextStep: ApprovalStep
}

/// What the one who reads a post may do with it.
public struct PostRights: Sendable, Hashable {
    public let mayEdit: Bool
    public let mayHold: Bool
    /// Why this reader cannot approve it; nil where they can.
    public let approvalObstacle: Message?
    /// Rejecting is open to approvers who had a hand in it, too.
    public let mayReject: Bool
    public let mayOverride: Bool
}

/// A post as its channel would get it.
public struct PostSending: Sendable, Hashable {
    /// The requests, in order, secrets replaced; empty for a channel by hand.
    public let requests: [RequestPreview]
    /// Why it cannot be sent as it stands.
    public let defect: Message?
    /// The text in the pieces in which the channel takes it.
    public let parts: [String]
    /// The text as a web page shows it, for channels that take HTML.
    public let html: String?
}

extension Workspace {
    /// One post to be read; another unit's post is as if it did not exist.
    public func readPost(_ reference: String, as caller: Caller) async throws -> PostReading {
        try await database.read { tx in
            try reading(of: try tx.requirePost(reference, visibleTo: caller), as: caller, in: tx)
        }
    }

    func reading(of post: Post, as caller: Caller, in tx: ReadTransaction) throws -> PostReading {
        let tree = try tx.unitTree()
        let channel = try channels.channels(in: tx)[post.channel]
        let check = try ApprovalCheck(self, in: tx)
        let current = try channel.map { try check.version(of: post, on: $0) }
        let holds = try tx.holds().filter { $0.scope.covers(post, in: tree) }
        let approval = PostApproval(
            mode: check.signers.mode(of: post.unit),
            signatures: try current.map { try check.signers.signatures(of: post, hash: $0.hash) } ?? [],
            nextStep: try current.map { try check.signers.nextStep(of: post, hash: $0.hash) } ?? .approval)
        return PostReading(
            post: post, channel: channel, hash: current?.hash,
            sending: sending(of: post, on: channel, protecting: try tx.helpLineNumbers()),
            versions: try tx.versions(of: post.id), current: current, steps: try tx.steps(of: post.id),
            attempts: try tx.attempts(of: post.id), mayBeOut: try tx.mayBeOut(post), holds: holds,
            samples: try tx.samples(of: post.id),
            siblings: try siblings(of: post, in: tx),
            remarks: try remarks(on: post, channel: channel, holds: holds, in: tx),
            judgement: try judgement(of: post, by: check.judge, in: tx), approval: approval,
            rights: PostRights(
                mayEdit: try tx.may(caller, .edit, for: post.unit, in: tree),
                mayHold: try tx.may(caller, .hold, for: post.unit, in: tree),
                approvalObstacle: check.signers.obstacle(
                    for: caller, approval.nextStep, of: post, hash: current?.hash),
                mayReject: try [.approve, .check].contains {
                    try tx.may(caller, $0, for: post.unit, in: tree)
                },
                mayOverride: try tx.may(caller, .override, for: post.unit, in: tree)))
    }

    /// What the rules say now; that there are none is told, not thrown.
    private func judgement(of post: Post, by judge: Judge, in tx: ReadTransaction) throws -> PostJudgement {
        let pictures = try post.media.compactMap { try tx.pictureMark($0.hash) }
        do {
            return PostJudgement(judged: try judge.judged(post), unchecked: nil, pictures: pictures)
        } catch let error as SafeguardingError {
            return PostJudgement(judged: nil, unchecked: error.message, pictures: pictures)
        }
    }

    /// What would be sent; whatever keeps it from being filled in is told, not thrown.
    func sending(of post: Post, on channel: ResolvedChannel?, protecting numbers: [String]) -> PostSending {
        guard let channel else {
            return PostSending(
                requests: [], defect: PublishingError.unknownChannel(post.channel, known: []).message,
                parts: [post.text], html: nil)
        }
        let values = values(of: post, on: channel)
        var parts = [values.text]
        var defect: Message?
        let limit = channel.preset.text?.limit(withMedia: channel.takesMedia(of: values))
        switch limit?.fit(values.text, protecting: numbers) {
        case .parts(let pieces): parts = pieces
        case .tooLong(let length, let maximum):
            defect = PublishingError.tooLong(length: length, maximum: maximum).message
        case .fits, nil: break
        }
        var requests: [RequestPreview] = []
        if channel.webhook != nil {
            do {
                requests = try previewRequests(of: post, on: channel, protecting: numbers)
            } catch {
                defect = defect ?? (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
            }
        }
        return PostSending(
            requests: requests, defect: defect, parts: parts, html: values.html)
    }

    private func siblings(of post: Post, in tx: ReadTransaction) throws -> [Post] {
        guard let series = post.series else { return [] }
        var filter = PostFilter()
        filter.series = series
        return try tx.posts(filter, order: .soonestFirst, after: nil, limit: Recurrence.limit).filter {
            $0.id != post.id
        }
    }
}

extension SignerCheck {
    /// Why this caller cannot give the step, as a sentence; nil where nothing stands in the way.
    func obstacle(for caller: Caller, _ step: ApprovalStep, of post: Post, hash: ContentHash?) -> Message? {
        do {
            try require(caller, for: step, of: post, hash: hash)
            return nil
        } catch {
            return (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
        }
    }
}
