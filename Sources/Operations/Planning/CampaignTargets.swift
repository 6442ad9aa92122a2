public import Outreach
import Storage

/// What a campaign aims at for one indicator, and how far it is.
public struct CampaignTarget: Sendable, Hashable {
    public let indicator: Indicator
    /// Of the units that take part, in the days of the observance; nil where it is measured and nobody measured it.
    public let reached: Int?
    public let target: TargetValue?
}

extension Campaign {
    /// The code of the period its targets are registered for: the days of the observance.
    public var period: String { "\(range.first)..\(range.last)" }
}

extension Workspace {
    /// Every indicator with what the campaign has reached and what was registered for it.
    public func campaignTargets(
        _ id: Slug, as caller: Caller
    ) async throws -> (campaign: Campaign, lines: [CampaignTarget]) {
        try await database.read { tx in
            let campaign = try tx.requireCampaign(id, visibleTo: caller)
            let targets = try tx.targets(of: campaign.owner, period: campaign.period)
            let lines = try tx.documents(Indicator.self).map { indicator in
                CampaignTarget(
                    indicator: indicator,
                    reached: try tx.total(of: indicator, units: campaign.units, range: campaign.range),
                    target: targets[indicator.id])
            }
            return (campaign, lines)
        }
    }
}
