/// Reports, their numbers and the rows behind them.
struct ReportPages: RouteGroup {
    var routes: [Route] { [] }
}
