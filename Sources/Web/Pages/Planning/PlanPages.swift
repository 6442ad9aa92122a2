/// Committees' plans as duties, and the observances of a year.
struct PlanPages: RouteGroup {
    var routes: [Route] { [] }
}
