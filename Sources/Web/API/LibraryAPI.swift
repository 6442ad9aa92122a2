import Operations
import Outreach

/// The library: search and one material with its revisions.
enum LibraryAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/materials", .view, "library", "Search the library, with or without diacritics",
            [
                .query("q", .string, "words to look for"), .query("kind", .choice(MaterialKind.self), "one kind only"),
                .query("channel", .choice(ChannelKind.self), "with a variant for this kind of channel"),
                .query("audience", .slug, "for this audience"), .query("topic", .slug, "about this topic"),
                .query("state", .choice(RevisionState.self), "in this state"),
                .query("valid_on", .day, "valid on this day"), .query("limit", .integer(1...500), "at most so many"),
            ], answer: APISchemas.page("Material"), search),
        .get(
            "/materials/:material", .view, "library", "One material with its revisions, the newest first",
            [.path("material", .slug, "the material")], answer: APISchemas.items, one),
    ]

    private struct Entry: Encodable, Sendable {
        let material: Slug
        let kind: MaterialKind
        let title: LocalizedText
        let state: RevisionState
        let revision: String
        let validFrom: Day?
        let validUntil: Day?

        private enum CodingKeys: String, CodingKey {
            case material, kind, title, state, revision
            case validFrom = "valid_from"
            case validUntil = "valid_until"
        }
    }

    private static func search(_ visit: Visit) async throws -> any Encodable & Sendable {
        let query = LibraryQuery(
            text: visit.query["q"] ?? "", kind: try visit.queryWord("kind"), channel: try visit.queryWord("channel"),
            audience: try visit.querySlug("audience"), topic: try visit.querySlug("topic"),
            state: try visit.queryWord("state"), validOn: try visit.queryDay("valid_on"), limit: try visit.limit())
        let found = try await visit.workspace.searchLibrary(query)
        return APIPage(
            items: found.map {
                Entry(
                    material: $0.material, kind: $0.kind, title: $0.title, state: $0.state,
                    revision: $0.revision.description, validFrom: $0.validity.from, validUntil: $0.validity.until)
            })
    }

    private static func one(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(items: try await visit.workspace.material(try visit.slug("material")).revisions)
    }
}
