/// Channels: health, dry run, switch.
struct ChannelPages: RouteGroup {
    var routes: [Route] { [] }
}
