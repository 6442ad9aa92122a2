public import Outreach
import Storage

/// A campaign as it is shown: its slots, what became of them, and what clashes.
public struct CampaignView: Sendable {
    public let campaign: Campaign
    /// By day and key, dropped ones included.
    public let slots: [Slot]
    /// The newest post of each slot that became one, by the slot's key.
    public let posts: [String: CalendarPost]
    public let clashes: [CampaignClash]
    /// Of the materials the slots use.
    public let titles: [Slug: LocalizedText]

    /// The keys of slots that have become posts.
    public var posted: Set<String> { Set(posts.keys) }
}

/// One slot as it is shown.
public struct SlotView: Sendable {
    public let campaign: Campaign
    public let slot: Slot
    /// What it became.
    public let post: CalendarPost?
    /// What clashes about it, in the order they are found.
    public let clashes: [CampaignClash]
    /// Why there is no public text yet, or the text.
    public let text: SlotText
    /// Where it may go: channels of the campaign that are switched on.
    public let channels: [ResolvedChannel]
}

/// The public text of a slot as it will be sent.
public enum SlotText: Sendable, Hashable {
    case ready(Revision, Variant)
    /// A session sends nothing; its material is what is handed out or shown.
    case session(Revision)
    case missing(Message)
}

extension Workspace {
    /// How many posts of each of these campaigns are in which state; of those the caller may see.
    public func postCounts(of campaigns: [Slug], as caller: Caller) async throws -> [Slug: [PostState: Int]] {
        try await database.read { tx in
            let visible = Set(try tx.campaigns(visibleTo: caller).map(\.id))
            return try tx.postCounts(of: campaigns.filter(visible.contains))
        }
    }

    /// A campaign with its slots, the posts they became, and what clashes.
    ///
    /// - Throws: ``PlanningError/unknownCampaign(_:known:)``, also where the caller may not see it.
    public func campaign(_ id: Slug, as caller: Caller) async throws -> CampaignView {
        try await database.read { tx in
            let campaign = try tx.requireCampaign(id, visibleTo: caller)
            let slots = try tx.slots(of: id)
            let found = try clashes(in: slots, of: campaign, in: tx)
            return CampaignView(
                campaign: campaign, slots: slots, posts: try tx.slotPosts(of: id), clashes: found.clashes,
                titles: found.titles)
        }
    }

    /// One slot; whoever works at the slot's unit sees it too, for it is theirs to carry out.
    public func slot(_ key: String, of id: Slug, as caller: Caller) async throws -> SlotView {
        try await database.read { tx in
            let unknown = PlanningError.unknownSlot(key, campaign: id)
            guard let campaign = try tx.campaign(id), let slot = try tx.slot(key, of: id) else { throw unknown }
            let tree = try tx.unitTree()
            guard
                try tx.may(caller, .view, for: campaign.owner, in: tree)
                    || tx.may(caller, .view, for: slot.unit, in: tree)
            else { throw unknown }
            let found = try clashes(in: try tx.slots(of: id), of: campaign, in: tx).clashes
            return SlotView(
                campaign: campaign, slot: slot, post: try tx.slotPosts(of: id)[key],
                clashes: found.filter { $0.slots.contains(key) }, text: try tx.text(of: slot),
                channels: try openChannels(of: campaign, in: tx))
        }
    }
}

extension ReadTransaction {
    /// The posts of a campaign by the key of their slot; of several the one that was not cancelled, else the last.
    func slotPosts(of campaign: Slug) throws -> [String: CalendarPost] {
        var filter = PostFilter()
        filter.campaign = campaign
        filter.limit = 100_000
        let posts = try calendarPosts(filter).compactMap { post in post.slotKey.map { ($0, post) } }
        return Dictionary(posts) { first, second in second.state == .cancelled ? first : second }
    }

    /// The text that a slot would send now.
    fileprivate func text(of slot: Slot) throws -> SlotText {
        guard let material = slot.material else {
            return .missing(
                Message(
                    vi: "Mục này chưa có tài liệu nên chưa có nội dung. Chọn một tài liệu bên dưới.",
                    en: "The slot has no material and so no text yet. Choose one below."))
        }
        guard let revision = try approvedRevision(of: material) else {
            return .missing(LibraryError.noApprovedRevision(material).message)
        }
        switch slot.place {
        case .session: return .session(revision)
        case .channel(_, let kind):
            guard let variant = revision.content.variant(for: kind) else {
                return .missing(PublishingError.noVariant(material: material, kind: kind).message)
            }
            return .ready(revision, variant)
        }
    }
}
