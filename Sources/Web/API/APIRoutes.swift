/// The JSON API under `/api/v1`, on the same operations as the pages.
struct APIRoutes: RouteGroup {
    var routes: [Route] { [] }
}
