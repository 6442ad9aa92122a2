/// Units, people, roles, tokens, back-up, audit.
struct SettingsPages: RouteGroup {
    var routes: [Route] { [] }
}
