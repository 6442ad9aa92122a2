/// Campaigns: proposed, changed, submitted as a whole.
struct CampaignPages: RouteGroup {
    var routes: [Route] { [] }
}
