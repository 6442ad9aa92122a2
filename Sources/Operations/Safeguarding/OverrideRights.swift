import Outreach
import Storage

/// Whose word still lets a finding pass, by the rights of this moment, as one transaction sees them.
struct OverrideRights {
    private let tx: ReadTransaction
    private let memory = Memory()

    init(_ tx: ReadTransaction) { self.tx = tx }

    private final class Memory {
        var tree: UnitTree?
        var rights: [String: Bool] = [:]
    }

    /// Whether whoever let it pass still has the right for the post's unit, and no hand in what the post says.
    func stands(_ override: Override, for post: Post) throws -> Bool {
        guard let user = Slug(override.by), try !tx.names(of: .user(user)).contains(where: post.isWork) else {
            return false
        }
        let key = "\(user) \(post.unit)"
        if let known = memory.rights[key] { return known }
        let tree = try memory.tree ?? tx.unitTree()
        memory.tree = tree
        let may = try tx.may(.user(user), .override, for: post.unit, in: tree)
        memory.rights[key] = may
        return may
    }
}
