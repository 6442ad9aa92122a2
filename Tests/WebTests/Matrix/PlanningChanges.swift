import Operations
import Outreach
import Testing

@testable import Office

extension Changes {
    static let planning: [String: Making] = [
        "POST /campaigns/new": { _ in
            .form(by: "lan", ["playbook": "june", "year": "2028", "owner": "east"])
        },
        "POST /campaigns/:campaign/submit": { office in
            let campaign = try await office.campaign(year: 2027)
            return .form(by: "lan", values: ["campaign": campaign.id.description])
        },
        "POST /campaigns/:campaign/slots/:what/:place/:turn": { office in
            .form(by: "lan", ["day": "2026-06-02", "time": "09:00", "channel": "page", "material": "goi-111"])
        },
        "POST /campaigns/:campaign/slots/:what/:place/:turn/move": { _ in
            .form(by: "lan", ["day": "2026-06-03", "time": "10:00"])
        },
        "POST /campaigns/:campaign/slots/:what/:place/:turn/drop": { _ in .form(by: "lan") },
        "POST /campaigns/:campaign/targets": { _ in .form(by: "lan", ["indicator": "turns", "value": "120"]) },
        "POST /calendar/posts/:post": { office in
            let post = try await office.office.draft(at: "2026-06-05 08:00")
            return .form(
                by: "lan", ["day": "2026-06-06", "time": "09:30"], values: ["post": post.id.description])
        },
        "POST /calendar/feeds": { _ in .form(by: "lan", ["kind": "calendar", "unit": "east"]) },
        "POST /calendar/feeds/revoke": { office in
            let feed = try await office.office.workspace.makeFeed(
                .calendar, filter: FeedFilter(), as: try office.office.user("lan"))
            return .form(by: "lan", ["feed": feed.feed.id.description])
        },
    ]
}
