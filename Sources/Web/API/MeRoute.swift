import Operations
import Outreach

/// Who asks, what they may do, and the token their changes have to carry: a page that was open before the last log-in
/// learns the new one here.
struct MeRoute: RouteGroup {
    var routes: [Route] {
        [.get("/api/v1/me", .api(.view), me)]
    }

    private struct Answer: Encodable {
        let id: String
        let name: String
        let permissions: [Permission]
        /// For the header `X-CSRF-Token`; null for a program with a token of its own, which needs none.
        let csrf: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(name, forKey: .name)
            try container.encode(permissions, forKey: .permissions)
            try container.encode(csrf, forKey: .csrf)
        }

        private enum CodingKeys: CodingKey {
            case id, name, permissions, csrf
        }
    }

    private func me(_ visit: Visit) async throws -> Reply {
        let me = try await visit.workspace.me(as: try visit.caller)
        return try .json(
            Answer(
                id: me.id, name: me.name, permissions: Permission.allCases.filter { me.may($0) },
                csrf: visit.bearer == nil ? visit.signedIn?.csrf : nil))
    }
}
