public import Outreach
import Storage

/// What a person found out about a post that Loa cannot see for itself.
public enum PostFinding: Sendable, Hashable {
    /// It is out: where, when it was seen, and how often it was played or printed.
    case posted(link: String?, at: Instant?, figure: (metric: Metric, value: Int)?)
    /// It is not out: send it again. One that was taken back meanwhile is a draft instead.
    case sendAgain
    /// Nothing of it is out: a draft again, to be changed or dropped.
    case notOut

    public static func == (left: PostFinding, right: PostFinding) -> Bool {
        switch (left, right) {
        case (.posted(let a, let b, let c), .posted(let d, let e, let f)):
            a == d && b == e && c?.metric == f?.metric && c?.value == f?.value
        case (.sendAgain, .sendAgain), (.notOut, .notOut): true
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        if case .posted(let link, let at, let figure) = self {
            hasher.combine(link)
            hasher.combine(at)
            hasher.combine(figure?.value)
        }
    }
}

extension Workspace {
    /// Settles an unknown, missed or by-hand post in one step.
    public func resolvePost(
        _ reference: String, _ finding: PostFinding, comment: String, as caller: Caller, mode: ChangeMode
    ) async throws -> Post {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            try tx.authorise(caller, .edit, for: post.unit)
            let channel = try channels.require(post.channel, in: tx)
            let comment = try checkedNote(comment, in: tx)
            var changed = post
            switch finding {
            case .sendAgain where post.approval != nil:
                changed.state = try post.state.after(.resolveAgain, mayBeOut: false)
                changed.settledAttempts = post.attempts
                changed = try rescheduled(changed)
            case .sendAgain, .notOut: changed = try notOut(post)
            case .posted(let link, let at, let figure):
                // An automatic channel's approved post goes out by the engine; only a person posts by hand.
                guard post.state != .approved || channel.byHand != nil else {
                    throw PostTransitionError(state: post.state, event: .resolvePosted)
                }
                if post.state == .approved, let defect = try approvalDefect(of: post, on: channel, in: tx) {
                    throw PublishingError.cannotRender(defect)
                }
                if let record = channel.byHand?.waitFor, !record.isGiven(link: link, figure: figure?.metric) {
                    throw PublishingError.recordMissing(record)
                }
                let postedAt = at ?? now
                guard postedAt <= now else { throw ReachError.inFuture }
                guard post.zone.day(of: postedAt) >= post.zone.day(of: post.moment) else {
                    throw PublishingError.tooEarly(post.zone.written(post.moment))
                }
                changed.state = try post.state.after(.resolvePosted, mayBeOut: false)
                changed.receipt = Receipt(remoteID: nil, link: link, at: postedAt)
            }
            changed.reason = comment.isEmpty ? nil : Message(verbatim: comment)
            try save(changed, from: post.state, comment: comment, action: "posts.resolve", as: caller, in: tx)
            if case .posted(_, _, let figure?) = finding {
                let entry = SampleEntry(post: post.id.description, metric: figure.metric, value: figure.value)
                _ = try tx.record(entry, id: makeID(), source: .typed, as: caller, at: now)
            }
            return changed
        }
    }

    /// A post of which nothing is out, as a person found. Where pieces had been out and are gone, the whole of it goes
    /// out anew, under a key the receiver does not take for what it had.
    private func notOut(_ post: Post) throws(PostTransitionError) -> Post {
        var changed = post
        changed.state = try post.state.after(.resolveNotOut, mayBeOut: false)
        changed.settledAttempts = post.attempts
        changed.approval = nil
        changed.nextAttemptAt = nil
        if post.partsSent > 0 { (changed.partsSent, changed.keyedAfter) = (0, post.attempts) }
        return changed
    }

    private func approvalDefect(
        of post: Post, on channel: ResolvedChannel, in tx: ReadTransaction
    ) throws -> Message? {
        try ApprovalCheck(self, in: tx).defect(of: post, on: channel)?.message
    }
}

extension ByHandDelivery.Record {
    fileprivate func isGiven(link: String?, figure: Metric?) -> Bool {
        switch self {
        case .link: link != nil
        case .playLog: figure == .plays
        case .quantity: figure == .prints
        }
    }
}
