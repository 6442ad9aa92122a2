import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// How people get into the small workspace.
extension Office {
    static let password = "mot cau de nho ve tre em"
    static let wrongPassword = "mot cau nao do khac han"
    static let address = "192.0.2.7"

    func givePassword(_ password: String = Office.password, to name: String, current: String? = nil) async throws {
        try await workspace.setPassword(of: slug(name), to: password, current: current, as: user(name))
    }

    func signIn(
        _ name: String, _ password: String = Office.password, from address: String = Office.address
    ) async throws -> SignedIn {
        try await workspace.signIn(name, password: password, from: address)
    }

    /// What comes of it when the password is wrong.
    func fail(_ name: String, from address: String = Office.address) async -> AccessError? {
        do {
            _ = try await signIn(name, Office.wrongPassword, from: address)
            return nil
        } catch {
            return error as? AccessError
        }
    }

    func link(for name: String, by maker: String = "admin") async throws -> MadeLogInLink {
        try await workspace.makeLogInLink(for: slug(name), as: user(maker))
    }

    func token(
        _ name: String = "robot", _ role: Role = .viewer, at unit: String? = "east", by maker: String = "admin"
    ) async throws -> MadeAPIToken {
        try await workspace.makeToken(
            slug(name), grant: Grant(role: role, unit: unit.map(slug)), as: user(maker), mode: .perform)
    }

    func give(_ role: Role, at unit: String?, to name: String) async throws {
        _ = try await workspace.grant(
            Grant(role: role, unit: unit.map(slug)), to: slug(name), as: user("admin"), mode: .perform)
    }

    /// The newest entries of the audit log, as `actor action subject`.
    func audited(_ count: Int) async throws -> [String] {
        try await workspace.auditEntries(limit: count, subject: nil, as: .program)
            .map { "\($0.actor) \($0.action) \($0.subject)" }.reversed()
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int {
        try await database().read { try $0.queryOne("SELECT COUNT(*) AS n FROM \(table)")?.integer("n") ?? -1 }
    }

    func wait(_ time: Duration) { clock.advance(by: time) }
}

extension Duration {
    static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }
    static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}
