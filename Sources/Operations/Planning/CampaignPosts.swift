public import Outreach
import Storage

/// What submitting a campaign made, and what it could not make.
public struct CampaignSubmitted: Sendable {
    public let posts: [Post]
    /// Slots that did not become posts, each with the reason: no material yet, in the past, no right for the channel.
    public let left: [(slot: Slot, reason: Message)]
}

extension Workspace {
    /// Turns the slots of a campaign into posts and sends them all for review. Slots that are posts already are left
    /// alone, so asking again makes nothing twice. A slot's note goes with its post, for whoever approves it.
    ///
    /// - Parameter progress: told after each slot how many of how many were looked at.
    public func submitCampaign(
        _ id: Slug, as caller: Caller, mode: ChangeMode,
        progress: @Sendable @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> CampaignSubmitted {
        try await change(mode) { tx in
            let campaign = try tx.requireCampaign(id, namedBy: caller)
            try tx.authorise(caller, .plan, for: campaign.owner)
            let posted = try tx.postedSlotKeys(of: id)
            var posts: [Post] = []
            var left: [(Slot, Message)] = []
            let open = try tx.slots(of: id).filter { $0.isOpen(besides: posted) }
            for (number, slot) in open.enumerated() {
                progress(number, open.count)
                guard let channel = slot.channel, let material = slot.material else {
                    left.append((slot, CampaignSubmitted.noMaterial))
                    continue
                }
                var draft = PostDraft(channel: channel, material: material, day: slot.day, time: slot.time)
                draft.campaign = id
                draft.slotKey = slot.key
                draft.audiences = slot.audiences
                do {
                    // A slot that cannot be submitted stays a slot, so that it is found and put right there.
                    let post = try tx.together {
                        let post = try create(draft, series: nil, as: caller, in: tx)
                        return try review(post, .submit, comment: slot.note ?? "", as: caller, in: tx)
                    }
                    posts.append(post)
                } catch let error as any ReadableError where !(error is StorageError) {
                    left.append((slot, error.message))
                }
            }
            try tx.audit(
                at: now, actor: caller.name, action: "campaigns.submit", subject: id.description,
                detail: "\(posts.count) posts")
            return CampaignSubmitted(posts: posts, left: left)
        }
    }
}

extension Slot {
    /// Whether it is to become a post and is none yet.
    public func isOpen(besides posted: Set<String>) -> Bool {
        channel != nil && !isDropped && !posted.contains(key)
    }
}

extension CampaignSubmitted {
    fileprivate static let noMaterial = Message(
        vi: "Chưa có tài liệu phù hợp. Viết thêm hoặc chọn tài liệu cho mục này.",
        en: "No material suits it yet. Write one or choose one for this slot.")
}
