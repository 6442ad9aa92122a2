import Operations
import Outreach

/// Who asks, the units, and the holds over sending.
enum OrganisationAPI {
    static let endpoints: [Endpoint] = [
        .get("/me", .view, "organisation", "Who this token or log-in is, and what it may do", answer: me, whoAmI),
        .get("/units", .view, "organisation", "Units and committees", answer: units, list),
    ]

    private static let me = Schema.object([
        .required("id", .string), .required("name", .string),
        .required("permissions", .array(.choice(Permission.self))), .optional("csrf", .string),
    ])

    private static let units = Schema.object([
        .required("units", .array(.named("Unit"))), .required("committees", .array(.anything)),
    ])

    private struct Me: Encodable, Sendable {
        let id: String
        let name: String
        let permissions: [String]
        let units: [Slug]
        /// For pages that were left open over a new log-in: what their next form has to carry.
        let csrf: String?
    }

    private static func whoAmI(_ visit: Visit) async throws -> any Encodable & Sendable {
        let me = try await visit.workspace.me(as: try visit.caller)
        return Me(
            id: me.id, name: me.name, permissions: me.permissions.map(\.rawValue).sorted(),
            units: me.units(for: .view), csrf: visit.bearer == nil ? visit.signedIn?.csrf : nil)
    }

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
