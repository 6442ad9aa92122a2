import HTTPTypes
import Hummingbird
import Operations
import Outreach

/// What is counted, for a Prometheus server: it comes with an API token whose role sees the whole workspace, and so may
/// a person who does.
struct MetricsRoutes: RouteGroup {
    var routes: [Route] {
        [
            .get("/metrics", .api(.view)) { visit in
                guard let registry = visit.options.metrics else { throw WebError.noPage }
                let text = try await visit.workspace.metrics(registry, as: try visit.caller)
                return .response(
                    Response(
                        status: .ok,
                        headers: [
                            .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
                        ],
                        body: .init(byteBuffer: ByteBuffer(string: text))))
            }
        ]
    }
}
