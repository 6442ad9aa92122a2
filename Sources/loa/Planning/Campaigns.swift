import ArgumentParser

struct Campaigns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Chiến dịch.", "Campaigns."),
        subcommands: [
            CampaignsPlan.self, CampaignsList.self, CampaignsShow.self, CampaignsChange.self, CampaignsSubmit.self,
            CampaignsApprove.self,
        ])
}
