public import Outreach
import Storage

/// What a person wants of a slot; what is nil stays as it is.
public struct SlotChange: Sendable, Hashable {
    public var day: Day?
    public var time: TimeOfDay?
    public var material: Slug?
    /// For slots that are posted; a session takes place at its unit.
    public var channel: Slug?
    public var isDropped: Bool?
    /// An empty one takes the note away.
    public var note: String?

    public init() {}
}

extension Workspace {
    /// Changes one slot by hand; planning again leaves it as it is from now on.
    ///
    /// - Parameter seen: the ``Slot/mark`` of the slot as the person saw it; where it has changed since, nothing is done. Nil asks nothing.
    public func changeSlot(
        _ key: String, of id: Slug, to change: SlotChange, seen: String? = nil, as caller: Caller, mode: ChangeMode
    ) async throws -> Slot {
        try await self.change(mode) { tx in
            let campaign = try tx.requireCampaign(id, namedBy: caller)
            try tx.authorise(caller, .plan, for: campaign.owner)
            guard let known = try tx.slot(key, of: id) else { throw PlanningError.unknownSlot(key, campaign: id) }
            guard try !tx.postedSlotKeys(of: id).contains(key) else { throw PlanningError.slotIsPosted(key) }
            if let seen, seen != known.mark { throw PlanningError.slotChangedMeanwhile(by: known.changedBy ?? "loa") }
            var slot = known
            slot.day = change.day ?? slot.day
            slot.time = change.time ?? slot.time
            slot.isDropped = change.isDropped ?? slot.isDropped
            if let note = change.note {
                let checked = try checkedNote(note, in: tx)
                slot.note = checked.isEmpty ? nil : checked
            }
            if let channel = change.channel, channel != slot.channel {
                try move(&slot, to: channel, of: campaign, in: tx)
            }
            if let material = change.material, material != slot.material {
                try tx.requireApproved(material)
                slot.material = material
            }
            try requireAhead(slot, since: known)
            slot.changedBy = caller.name
            try tx.update(slot, of: id)
            try tx.audit(
                at: now, actor: caller.name, action: "campaigns.slot", subject: "\(id) \(key)",
                detail: slot.isDropped ? "dropped" : slot.summary)
            return slot
        }
    }

    /// What has passed stays where it was; nothing is moved there.
    private func requireAhead(_ slot: Slot, since known: Slot) throws {
        let isMoved = (slot.day, slot.time) != (known.day, known.time)
        guard isMoved, !slot.isDropped, zone.instant(slot.day, slot.time) <= now else { return }
        throw PublishingError.inPast(slot.time.written(on: slot.day))
    }

    private func move(_ slot: inout Slot, to channel: Slug, of campaign: Campaign, in tx: ReadTransaction) throws {
        guard slot.channel != nil else { throw PlanningError.sessionHasNoChannel }
        let open = try openChannels(of: campaign, in: tx)
        guard let target = open.first(where: { $0.slug == channel }) else {
            throw PlanningError.channelNotInCampaign(channel, known: open.map(\.slug))
        }
        slot.place = .channel(channel, target.kind)
        slot.unit = target.channel.unit
    }
}

extension ReadTransaction {
    fileprivate func requireApproved(_ material: Slug) throws {
        guard try approvedRevision(of: material) == nil else { return }
        throw try revisions(of: material).isEmpty
            ? LibraryError.unknownMaterial(material, suggestions: []) : LibraryError.noApprovedRevision(material)
    }
}

extension Slot {
    /// Differs as soon as anything about the slot does that a person can change.
    public var mark: String {
        ContentHash.sha256(of: "\(summary) \(isDropped) \(note ?? "")").short
    }

    fileprivate var summary: String {
        let place = channel?.description ?? unit.description
        return "\(day) \(time) \(place) \(material?.description ?? "—")"
    }
}
