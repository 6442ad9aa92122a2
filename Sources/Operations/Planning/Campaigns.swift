public import Outreach
import Storage

/// A plan as it was proposed and, unless it was a rehearsal, saved.
public struct CampaignPlanned: Sendable {
    public let campaign: Campaign
    public let proposal: PlanProposal
    /// Whether there was such a campaign already: then what people changed and what became posts stays as it is.
    public let isKnown: Bool
}

extension Workspace {
    /// Proposes and saves the slots of a campaign. Planning again keeps what a person changed and what has become a
    /// post, and proposes the rest anew. A rehearsal only reads, so it keeps nobody waiting.
    ///
    /// - Parameters:
    ///   - owner: the unit or committee that answers for the campaign.
    ///   - units: who takes part; empty for everyone the owner answers for.
    public func planCampaign(
        playbook: Slug, year: Int, owner: Slug, units: [Slug], as caller: Caller, mode: ChangeMode
    ) async throws -> CampaignPlanned {
        let propose: @Sendable (ReadTransaction) throws -> CampaignPlanned = { tx in
            try self.propose(playbook: playbook, year: year, owner: owner, units: units, as: caller, in: tx)
        }
        guard mode == .perform else { return try await database.read(propose) }
        return try await database.write { tx in
            let planned = try propose(tx)
            try tx.put(planned.campaign)
            try tx.replaceSlots(of: planned.campaign.id, with: planned.proposal.slots)
            try tx.audit(
                at: now, actor: caller.name, action: "campaigns.plan", subject: planned.campaign.id.description,
                detail: "\(planned.proposal.slots.count) slots, \(planned.proposal.notes.count) notes")
            return planned
        }
    }

    public func campaigns(as caller: Caller) async throws -> [Campaign] {
        try await database.read { try $0.campaigns(visibleTo: caller) }
    }

    /// The playbooks in the order of their files.
    public func playbooks() async throws -> [Playbook] {
        try await database.read { try $0.documents(Playbook.self) }
    }

    private func propose(
        playbook: Slug, year: Int, owner: Slug, units: [Slug], as caller: Caller, in tx: ReadTransaction
    ) throws -> CampaignPlanned {
        let tree = try tx.requireUnit(owner)
        try tx.authorise(caller, .plan, for: owner)
        for unit in units { try tx.requireUnit(unit) }
        let playbook = try tx.requirePlaybook(playbook)
        let range = try tx.dates(of: playbook.observance, in: year)
        let taking = units.isEmpty ? tree.reportingUnits(of: owner, during: range) : units.sorted()
        let campaign = try campaign(playbook, year: year, owner: owner, units: taking, range: range, caller, in: tx)
        let slots = try tx.slots(of: campaign.id)
        var request = try planningRequest(for: campaign, playbook: playbook, tree: tree, in: tx)
        guard !request.channels.isEmpty else { throw PlanningError.noChannels(units: [owner]) }
        let posted = try tx.postedSlotKeys(of: campaign.id)
        request.kept = slots.filter { $0.changedBy != nil || posted.contains($0.key) }
        request.library = try tx.approvedRevisions().map { PlanningMaterial($0.content) }
        return CampaignPlanned(
            campaign: campaign, proposal: Planner.propose(request), isKnown: try tx.campaign(campaign.id) != nil)
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
}

extension ReadTransaction {
    /// A campaign that is there, whoever's it is: posts and holds are judged by their own units.
    ///
    /// - Throws: ``PlanningError/unknownCampaign(_:known:)`` with those the caller may see.
    func requireCampaign(_ id: Slug, namedBy caller: Caller) throws -> Campaign {
        guard let campaign = try campaign(id) else {
            throw PlanningError.unknownCampaign(id, known: try campaigns(visibleTo: caller).map(\.id))
        }
        return campaign
    }

    /// A campaign the caller may see; another's is as if it did not exist.
    ///
    /// - Throws: ``PlanningError/unknownCampaign(_:known:)`` with those the caller may see.
    func requireCampaign(_ id: Slug, visibleTo caller: Caller) throws -> Campaign {
        guard let campaign = try campaign(id), try may(caller, .view, for: campaign.owner, in: try unitTree()) else {
            throw PlanningError.unknownCampaign(id, known: try campaigns(visibleTo: caller).map(\.id))
        }
        return campaign
    }

    /// The newest year first.
    func campaigns(visibleTo caller: Caller) throws -> [Campaign] {
        let tree = try unitTree()
        return try campaigns().filter { try may(caller, .view, for: $0.owner, in: tree) }
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
