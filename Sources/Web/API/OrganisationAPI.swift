import Operations
import Outreach

/// Who asks, the units, and the holds over sending.
enum OrganisationAPI {
    static let endpoints: [Endpoint] = [
        .get("/units", .view, "organisation", "Units and committees", answer: units, list)
    ]

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
