public import Outreach
import Storage

/// A plan as it was proposed and, unless it was a rehearsal, saved.
public struct CampaignPlanned: Sendable {
    public let campaign: Campaign
    public let proposal: PlanProposal
}

extension Workspace {
    /// Proposes and saves the slots of a campaign. Planning again keeps what a person changed and what has become a
    /// post, and proposes the rest anew.
    ///
    /// - Parameters:
    ///   - owner: the unit or committee that answers for the campaign.
    ///   - units: who takes part; empty for everyone the owner answers for.
    public func planCampaign(
        playbook: Slug, year: Int, owner: Slug, units: [Slug], as caller: Caller, mode: ChangeMode
    ) async throws -> CampaignPlanned {
        try await change(mode) { tx in
            let tree = try tx.requireUnit(owner)
            try tx.authorise(caller, .plan, for: owner)
            for unit in units { try tx.requireUnit(unit) }
            let playbook = try tx.requirePlaybook(playbook)
            let range = try tx.dates(of: playbook.observance, in: year)
            let taking = units.isEmpty ? tree.reportingUnits(of: owner, during: range) : units.sorted()
            let campaign = try campaign(playbook, year: year, owner: owner, units: taking, range: range, caller, in: tx)
            let request = try planningRequest(for: campaign, playbook: playbook, tree: tree, in: tx)
            guard !request.channels.isEmpty else { throw PlanningError.noChannels(units: [owner]) }
            let proposal = Planner.propose(request)
            try tx.put(campaign)
            try tx.replaceSlots(of: campaign.id, with: proposal.slots)
            try tx.audit(
                at: now, actor: caller.name, action: "campaigns.plan", subject: campaign.id.description,
                detail: "\(proposal.slots.count) slots, \(proposal.notes.count) notes")
            return CampaignPlanned(campaign: campaign, proposal: proposal)
        }
    }

    public func campaigns(as caller: Caller) async throws -> [Campaign] {
        try await database.read { tx in
            let tree = try tx.unitTree()
            return try tx.campaigns().filter { try tx.may(caller, .view, for: $0.owner, in: tree) }
        }
    }

    /// A campaign with its slots and the keys of those that have become posts.
    public func campaign(
        _ id: Slug, as caller: Caller
    ) async throws -> (campaign: Campaign, slots: [Slot], posted: Set<String>, clashes: [CampaignClash]) {
        try await database.read { tx in
            let campaign = try tx.requireCampaign(id)
            try tx.authorise(caller, .view, for: campaign.owner)
            let tree = try tx.unitTree()
            let slots = try tx.slots(of: id)
            let request = try planningRequest(
                for: campaign, playbook: try tx.requirePlaybook(campaign.playbook), tree: tree, in: tx)
            return (
                campaign, slots, try tx.postedSlotKeys(of: id), CampaignClashes.find(in: slots, of: request)
            )
        }
    }

    /// Changes one slot by hand; planning again leaves it as it is from now on.
    public func changeSlot(
        _ key: String, of id: Slug, as caller: Caller, mode: ChangeMode,
        _ amend: @Sendable @escaping (inout Slot) -> Void
    ) async throws -> Slot {
        try await change(mode) { tx in
            let campaign = try tx.requireCampaign(id)
            try tx.authorise(caller, .plan, for: campaign.owner)
            guard var slot = try tx.slot(key, of: id) else { throw PlanningError.unknownSlot(key, campaign: id) }
            guard try !tx.postedSlotKeys(of: id).contains(key) else { throw PlanningError.slotIsPosted(key) }
            amend(&slot)
            slot.changedBy = caller.name
            if let material = slot.material, try tx.approvedRevision(of: material) == nil {
                throw try tx.revisions(of: material).isEmpty
                    ? LibraryError.unknownMaterial(material, suggestions: [])
                    : LibraryError.noApprovedRevision(material)
            }
            try tx.update(slot, of: id)
            try tx.audit(
                at: now, actor: caller.name, action: "campaigns.slot", subject: "\(id) \(key)",
                detail: slot.isDropped ? "dropped" : "\(slot.day) \(slot.time) \(slot.material?.description ?? "—")")
            return slot
        }
    }

    private func campaign(
        _ playbook: Playbook, year: Int, owner: Slug, units: [Slug], range: DayRange, _ caller: Caller,
        in tx: ReadTransaction
    ) throws -> Campaign {
        guard let id = Slug("\(playbook.id)-\(year)-\(owner)") else { throw PlanningError.yearOutOfRange(year) }
        let known = try tx.campaign(id)
        return Campaign(
            id: id,
            name: LocalizedText(vi: "\(playbook.name.vi) \(year)", en: "\(playbook.name.en) \(year)"),
            playbook: playbook.id, observance: playbook.observance, year: year, owner: owner, units: units,
            range: range, zone: zone, author: known?.author ?? caller.name, createdAt: known?.createdAt ?? now)
    }

    /// Everything the planner looks at, gathered from the workspace.
    private func planningRequest(
        for campaign: Campaign, playbook: Playbook, tree: UnitTree, in tx: ReadTransaction
    ) throws -> PlanningRequest {
        let disabled = try tx.disabledChannels()
        let channels = try channels.channels(in: tx).values.filter { channel in
            channel.channel.isEnabled && disabled[channel.slug] == nil
                && campaign.units.contains(channel.channel.unit)
        }
        let slots = try tx.slots(of: campaign.id)
        let posted = try tx.postedSlotKeys(of: campaign.id)
        return PlanningRequest(
            campaign: campaign.id, playbook: playbook, range: campaign.range,
            units: campaign.units.compactMap { tree.units[$0] }.map { unit in
                PlanningUnit(unit, holdsSessions: unit.kind.holdsSessions)
            },
            channels: channels.map(PlanningChannel.init),
            library: try tx.approvedRevisions().map { PlanningMaterial($0.content) },
            kept: slots.filter { $0.changedBy != nil || posted.contains($0.key) },
            occupied: try occupiedPlaces(outside: campaign, channels: channels, in: tx), today: today,
            taxonomy: Taxonomy(
                audiences: try tx.documents(), topics: try tx.documents(), helpLines: try tx.documents()))
    }

    /// Posts on these channels around the campaign that are not its own.
    private func occupiedPlaces(
        outside campaign: Campaign, channels: [ResolvedChannel], in tx: ReadTransaction
    ) throws -> [OccupiedPlace] {
        var filter = PostFilter()
        filter.from = campaign.zone.instant(campaign.range.first - 31, .midnight)
        filter.before = campaign.zone.instant(campaign.range.last + 31, .midnight)
        filter.limit = 100_000
        let slugs = Set(channels.map(\.slug))
        return try tx.posts(filter)
            .filter { $0.campaign != campaign.id && $0.state != .cancelled && slugs.contains($0.channel) }
            .map { post in
                let (day, time, _) = campaign.zone.clock(of: post.moment)
                return OccupiedPlace(channel: post.channel, day: day, time: time, material: post.material)
            }
    }
}

extension UnitKind {
    /// Units that go out to schools and hamlets; offices and places do not.
    fileprivate var holdsSessions: Bool {
        switch self {
        case .youthUnion, .police, .womenUnion, .front, .cultureCentre: true
        default: false
        }
    }
}

extension ReadTransaction {
    func requireCampaign(_ id: Slug) throws -> Campaign {
        guard let campaign = try campaign(id) else {
            throw PlanningError.unknownCampaign(id, known: try campaigns().map(\.id))
        }
        return campaign
    }

    func requirePlaybook(_ id: Slug) throws -> Playbook {
        guard let playbook = try document(id, as: Playbook.self) else {
            throw PlanningError.unknownPlaybook(id, known: try documents(Playbook.self).map(\.id))
        }
        return playbook
    }

    fileprivate func dates(of id: Slug, in year: Int) throws -> DayRange {
        guard LunarCalendar.supportedYears.contains(year) else { throw PlanningError.yearOutOfRange(year) }
        guard let observance = try document(id, as: Observance.self) else {
            throw PlanningError.unknownObservance(id)
        }
        guard let dates = observance.dates(in: year).first else {
            throw PlanningError.noDates(observance: id, year: year)
        }
        return dates
    }
}
