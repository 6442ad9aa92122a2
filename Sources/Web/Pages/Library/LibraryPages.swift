/// The library: search, a material with its revisions and previews, editing.
struct LibraryPages: RouteGroup {
    var routes: [Route] { [] }
}
