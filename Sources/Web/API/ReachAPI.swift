import Operations
import Outreach

/// Samples: the newest, and recording what was read off.
enum ReachAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/samples", .view, "reach", "The newest samples of one's units",
            [
                .query("unit", .slug, "of this unit or committee and below"),
                .query("limit", .integer(1...500), "at most so many"),
            ], answer: APISchemas.page("Sample"), list),
        .post(
            "/samples", .recordReach, "reach", "Record figures, all of them or none", body: body,
            answer: APISchemas.page("Sample"), record),
    ]

    private static let body = Schema.object([
        .required(
            "samples",
            .array(
                .object([
                    .required("post", .identifier), .required("metric", .choice(Metric.self)),
                    .required("value", .integer(0...1_000_000_000)), .optional("capturedAt", .instant),
                    .optional("isEstimated", .boolean),
                ])))
    ])

    private static func list(_ visit: Visit) async throws -> any Encodable & Sendable {
        APIPage(
            items: try await visit.workspace.samples(
                within: try visit.querySlug("unit"), limit: try visit.limit(), as: try visit.caller))
    }

    private struct Entries: Decodable {
        struct Entry: Decodable {
            let post: String
            let metric: Metric
            let value: Int
            let capturedAt: Instant?
            let isEstimated: Bool?
        }

        let samples: [Entry]
    }

    private static func record(_ visit: Visit) async throws -> any Encodable & Sendable {
        let entries = try APIAnswer.body(of: visit, as: Entries.self).samples.map {
            SampleEntry(
                post: $0.post, metric: $0.metric, value: $0.value, capturedAt: $0.capturedAt,
                isEstimated: $0.isEstimated ?? false)
        }
        return APIPage(
            items: try await visit.workspace.recordSamples(
                entries, source: .imported, as: try visit.caller, mode: .perform))
    }
}
