public import Outreach
import Storage

/// A post that was moved, and what the person should know.
public struct PostMoved: Sendable {
    public let post: Post
    /// Whose approval was given up by moving it: the moment is part of what is approved.
    public let lostApproval: Approval?
    /// About the new moment: outside posting hours, close to another post, beyond the daily limit.
    public let notes: [Message]
}

extension Workspace {
    /// Moves a post to another moment. An approval does not survive it; on request the post is sent for review again in
    /// the same step, so that it is not forgotten as a draft.
    ///
    /// - Parameters:
    ///   - seen: the moment at which the person saw the post; where it has changed since, nothing is done.
    ///   - resubmit: whether a post that was in review or approved goes back for review.
    public func movePost(
        _ reference: String, to day: Day, _ time: TimeOfDay, seen: Instant?, resubmit: Bool, as caller: Caller,
        mode: ChangeMode
    ) async throws -> PostMoved {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            if let seen, seen != post.moment { throw PublishingError.changedMeanwhile }
            guard post.zone.instant(day, time) != post.moment else { throw PublishingError.nothingToDo(standsThere) }
            var change = PostEdit()
            (change.day, change.time) = (day, time)
            var moved = try edit(post, change, as: caller, in: tx)
            if resubmit, post.state == .inReview || post.state == .approved {
                moved = try review(moved, .submit, comment: "", as: caller, in: tx)
            }
            return PostMoved(
                post: moved, lostApproval: post.approval, notes: try moveNotes(for: moved, at: day, time, in: tx))
        }
    }

    private func moveNotes(
        for post: Post, at day: Day, _ time: TimeOfDay, in tx: ReadTransaction
    ) throws -> [Message] {
        let channel = PlanningChannel(try channels.require(post.channel, in: tx))
        var filter = PostFilter()
        filter.channel = post.channel
        filter.from = post.zone.instant(day - 1, .midnight)
        filter.before = post.zone.instant(day + 2, .midnight)
        let others = try tx.calendarPosts(filter).filter { $0.id != post.id && $0.state != .cancelled }.map { other in
            OccupiedPlace(channel: other.channel, day: other.place.day, time: other.place.time, material: nil)
        }
        return MoveNotes.about(day, time, on: channel, others: others)
    }
}

private let standsThere = Message(
    vi: "Bài đã ở đúng ngày giờ đó. Không thay đổi gì.", en: "The post stands there already. Nothing was changed.")
