/// Exactly what will be sent, to be approved or rejected.
struct ApprovalPages: RouteGroup {
    var routes: [Route] { [] }
}
