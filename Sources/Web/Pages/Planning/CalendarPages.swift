/// The calendar by month, week and list, and the feeds of it.
struct CalendarPages: RouteGroup {
    var routes: [Route] { [] }
}
