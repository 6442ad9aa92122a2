/// Reach over time, typed entry, import.
struct ReachPages: RouteGroup {
    var routes: [Route] { [] }
}
