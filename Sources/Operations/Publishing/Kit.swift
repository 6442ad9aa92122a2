public import Foundation
public import Outreach
import Storage

/// Everything a person needs to post by hand: the text, the files, the steps, and what to write down afterwards.
public struct PostKit: Sendable {
    public let post: Post
    public let channel: LocalizedText
    public let steps: [LocalizedText]
    public let record: ByHandDelivery.Record
    public let files: [(name: String, alternativeText: String, location: URL)]
}

extension Workspace {
    /// The copy-and-post kit of an approved post on a by-hand channel.
    public func kit(for reference: String, as caller: Caller) async throws -> PostKit {
        try await database.read { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            let channel = try channels.require(post.channel, in: tx)
            guard let byHand = channel.byHand else { throw PublishingError.notByHand(channel.slug) }
            guard post.state == .approved || post.state == .posted else {
                throw PostTransitionError(state: post.state, event: .resolvePosted)
            }
            let tree = try tx.unitTree()
            if post.state == .approved, let hold = try tx.holds().first(where: { $0.scope.covers(post, in: tree) }) {
                throw PublishingError.held(by: hold.by, reason: hold.reason)
            }
            if post.state == .approved,
                let defect = try ApprovalCheck(self, in: tx).defect(of: post, on: channel)
            {
                throw PublishingError.cannotRender(defect.message)
            }
            return PostKit(
                post: post, channel: channel.channel.name, steps: byHand.steps, record: byHand.waitFor,
                files: post.media.map { ($0.name, $0.alternativeText, media.location(of: $0.hash)) })
        }
    }
}
