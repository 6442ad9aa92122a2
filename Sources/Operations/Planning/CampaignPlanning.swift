import Outreach
import Storage

extension Workspace {
    /// What the planner looks at besides the library and the slots, gathered from the workspace.
    func planningRequest(
        for campaign: Campaign, playbook: Playbook, tree: UnitTree, in tx: ReadTransaction
    ) throws -> PlanningRequest {
        let channels = try openChannels(of: campaign, in: tx)
        return PlanningRequest(
            campaign: campaign.id, playbook: playbook, range: campaign.range,
            units: campaign.units.compactMap { tree.units[$0] }.map { unit in
                PlanningUnit(unit, holdsSessions: unit.kind.holdsSessions)
            },
            channels: channels.map(PlanningChannel.init), library: [],
            occupied: try tx.occupiedPlaces(
                on: channels.map(\.slug),
                from: campaign.zone.instant(campaign.range.first - 31, .midnight),
                before: campaign.zone.instant(campaign.range.last + 31, .midnight), outside: campaign.id),
            today: today,
            taxonomy: Taxonomy(
                audiences: try tx.documents(), topics: try tx.documents(), helpLines: try tx.documents()))
    }

    /// The channels of the units that take part, by slug: those that are switched on.
    func openChannels(of campaign: Campaign, in tx: ReadTransaction) throws -> [ResolvedChannel] {
        let disabled = try tx.disabledChannels()
        let units = Set(campaign.units)
        return try channels.channels(in: tx).values
            .filter { channel in
                channel.channel.isEnabled && disabled[channel.slug] == nil && units.contains(channel.channel.unit)
                    && channel.slug != Channel.trial
            }
            .sorted { $0.slug < $1.slug }
    }

    /// What breaks a rule among the slots. Of the library only what the slots use is read, and whether it has anything
    /// about Hotline 111 at all.
    func clashes(
        in slots: [Slot], of campaign: Campaign, in tx: ReadTransaction
    ) throws -> (clashes: [CampaignClash], titles: [Slug: LocalizedText]) {
        let used = Set(slots.compactMap(\.material))
        let revisions = try tx.approvedRevisions(of: used.union(try tx.hotlineMaterials(limit: 5)).sorted())
        var request = try planningRequest(
            for: campaign, playbook: try tx.requirePlaybook(campaign.playbook), tree: try tx.unitTree(), in: tx)
        request.library = revisions.map { PlanningMaterial($0.content) }
        return (
            CampaignClashes.find(in: slots, of: request),
            Dictionary(uniqueKeysWithValues: revisions.map { ($0.content.material, $0.content.title) })
        )
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
