/// Posts by channel: state, attempts, resolution, kit.
struct PostPages: RouteGroup {
    var routes: [Route] { [] }
}
