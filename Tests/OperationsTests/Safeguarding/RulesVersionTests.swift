import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// The name of the rules that an approval keeps.
struct RulesVersionTests {
    @Test func `it names the program's own part beside the rules and help lines`() async throws {
        try await Office.open { office in
            let workspace = office.workspace
            let (named, data) = try await workspace.database.read { tx in
                (try workspace.judge(in: tx).version, try tx.safeguardingVersion(on: workspace.today))
            }
            #expect(named == ContentHash.sha256(of: "\(data) \(Safeguard.engine)") && named != data)
            let post = try await office.approved(on: "page", at: "2026-05-20 09:00")
            #expect(post.approval?.rules == named)
        }
    }
}
