import Foundation
public import Outreach
import Storage

/// The posts of a campaign that wait to be approved, as one thing to read and to approve.
public struct CampaignReading: Sendable {
    public let campaign: Slug
    public let posts: [(post: Post, hash: ContentHash)]
    /// Over every post and its own hash: whoever names it has seen exactly these.
    public let hash: ContentHash
}

extension Workspace {
    /// Everything of a campaign that is in review, to be read before ``approveCampaign(_:seeing:comment:as:mode:)``.
    public func campaignToApprove(_ id: Slug, as caller: Caller) async throws -> CampaignReading {
        try await database.read { try campaignToApprove(id, as: caller, in: $0) }
    }

    /// Approves every post of a campaign that is in review, each pinned to its own hash, where they are still those
    /// that were read.
    public func approveCampaign(
        _ id: Slug, seeing seen: ContentHash, comment: String, as caller: Caller, mode: ChangeMode
    ) async throws -> [Post] {
        try await change(mode) { tx in
            let reading = try campaignToApprove(id, as: caller, in: tx)
            guard !reading.posts.isEmpty else { throw PublishingError.nothingChosen }
            guard reading.hash == seen else { throw PublishingError.campaignChangedSinceSeen }
            let posts = reading.posts.map { SeenPost($0.post.id.description, hash: $0.hash) }
            return try approve(posts, comment: comment, as: caller, in: tx)
        }
    }

    private func campaignToApprove(_ id: Slug, as caller: Caller, in tx: ReadTransaction) throws -> CampaignReading {
        let campaign = try tx.requireCampaign(id, namedBy: caller)
        try tx.authorise(caller, .view, for: campaign.owner)
        var filter = PostFilter()
        filter.campaign = id
        filter.states = [.inReview]
        filter.limit = 100_000
        let check = try ApprovalCheck(self, in: tx)
        let posts = try tx.posts(filter).map { post in
            (post, try check.hash(of: post, on: channels.require(post.channel, in: tx)))
        }
        let lines = posts.map { "\($0.0.id) \($0.1)" }.sorted()
        return CampaignReading(
            campaign: id, posts: posts, hash: ContentHash.sha256(of: lines.joined(separator: "\n")))
    }
}
