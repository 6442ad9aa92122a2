/// What is one's own: password, sessions, feeds.
struct AccountPages: RouteGroup {
    var routes: [Route] { [] }
}
