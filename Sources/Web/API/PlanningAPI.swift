import Operations
import Outreach

/// Observances, plans and campaigns.
enum PlanningAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/observances", .view, "planning", "The observances of a year, solar and lunar",
            [.query("year", .integer(LunarCalendar.supportedYears), "the year; this one if left out")],
            answer: APISchemas.items,
            observances),
        .get("/plans", .view, "planning", "The committees' plans as duties", answer: APISchemas.items) {
            APIPage(items: try await $0.workspace.plans())
        },
        .get("/campaigns", .view, "planning", "Campaigns of one's units", answer: APISchemas.items) {
            APIPage(items: try await $0.workspace.campaigns(as: try $0.caller))
        },
        .get(
            "/campaigns/:campaign", .view, "planning", "One campaign with its slots",
            [.path("campaign", .slug, "the campaign")], answer: campaignSchema, campaign),
    ]

    private static let campaignSchema = Schema.object([
        .required("campaign", .anything), .required("slots", .array(.anything)),
    ])

    private struct Occurrence: Encodable, Sendable {
        let id: Slug
        let name: LocalizedText
        let first: Day
        let last: Day
    }

    private static func observances(_ visit: Visit) async throws -> any Encodable & Sendable {
        let year = try visit.queryInteger(
            "year", in: LunarCalendar.supportedYears, otherwise: visit.workspace.today.year)
        return APIPage(
            items: try await visit.workspace.observances(in: year).map {
                Occurrence(
                    id: $0.observance.id, name: $0.observance.name, first: $0.dates.first, last: $0.dates.last)
            })
    }

    private struct Planned: Encodable, Sendable {
        let campaign: Campaign
        let slots: [Slot]
    }

    private static func campaign(_ visit: Visit) async throws -> any Encodable & Sendable {
        let found = try await visit.workspace.campaign(try visit.slug("campaign"), as: try visit.caller)
        return Planned(campaign: found.campaign, slots: found.slots)
    }
}
