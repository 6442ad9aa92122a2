import HTTPTypes
import Hummingbird
import Outreach

/// The JSON API under `/api/v1`, on the same operations as the pages, and its description.
struct APIRoutes: RouteGroup {
    static let endpoints: [Endpoint] =
        OrganisationAPI.endpoints + LibraryAPI.endpoints + PlanningAPI.endpoints + PublishingAPI.endpoints
        + SafeguardingAPI.endpoints + SessionAPI.endpoints + SessionLogAPI.endpoints + SessionChangeAPI.endpoints
        + ReachAPI.endpoints + ReportingAPI.endpoints + ReportWritingAPI.endpoints

    static let document = OpenAPIDocument(endpoints: endpoints, schemas: APISchemas.all)

    var routes: [Route] {
        APIRoutes.endpoints.map(\.route) + [.get("/api/v1/openapi.json", .everyone) { _ in describe() }]
    }

    private func describe() -> Reply {
        .response(
            Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: .init(byteBuffer: ByteBuffer(string: APIRoutes.document.json.description))))
    }
}
