import Outreach
import Storage

extension Workspace {
    /// What people are called, by the names their work is signed with. Whoever works here may know who wrote what.
    public func personNames(as caller: Caller) async throws -> [String: String] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            return try tx.userNames()
        }
    }
}
