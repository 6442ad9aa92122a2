import Operations
import Outreach

/// Who asks, the units, and the holds over sending.
enum OrganisationAPI {
    static let endpoints: [Endpoint] = [
        .get("/me", .view, "organisation", "Who asks, and what they may do", answer: meSchema, me),
        .get("/units", .view, "organisation", "Units and committees", answer: units, list),
    ]

    private static let meSchema = Schema.object([
        .required("id", .string), .required("name", .string),
        .required("permissions", .array(.choice(Permission.self))), .required("csrf", .optional(.string)),
    ])

    /// A page that was open before the last log-in learns here the token its changes have to carry.
    private struct Me: Encodable, Sendable {
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

    private static func me(_ visit: Visit) async throws -> any Encodable & Sendable {
        let me = try await visit.workspace.me(as: try visit.caller)
        return Me(
            id: me.id, name: me.name, permissions: Permission.allCases.filter { me.may($0) },
            csrf: visit.bearer == nil ? visit.signedIn?.csrf : nil)
    }

    private static let units = Schema.object([
        .required("units", .array(.named("Unit"))), .required("committees", .array(.anything)),
    ])

    private struct Units: Encodable, Sendable {
        let units: [Unit]
        let committees: [Committee]
    }

    private static func list(_ visit: Visit) async throws -> any Encodable & Sendable {
        let tree = try await visit.workspace.unitTree()
        return Units(
            units: tree.units.values.sorted { $0.id < $1.id },
            committees: tree.committees.values.sorted { $0.id < $1.id })
    }
}
