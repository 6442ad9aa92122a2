/// Sessions: the form for phones, list, import, correction.
struct SessionPages: RouteGroup {
    var routes: [Route] { [] }
}
