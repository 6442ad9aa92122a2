import Outreach
import Storage

/// Whose decision about a post counts, by the rights of this moment, as one transaction sees them. Asked again and again
/// for the posts of a queue, so what cannot change meanwhile is kept.
struct DecisionRights {
    private let tx: ReadTransaction
    private let tree: UnitTree
    private let memory = Memory()

    init(_ tx: ReadTransaction) throws {
        self.tx = tx
        tree = try tx.unitTree()
    }

    private final class Memory {
        var rights: [String: Bool] = [:]
        var names: [Slug: Set<String>] = [:]
    }

    /// Whether somebody has the right for the post's unit and, unless it may be one's own, no hand in what the post says.
    func hold(_ name: String, _ permission: Permission, for post: Post, mayBeOwn: Bool = false) throws -> Bool {
        guard let user = Slug(name), try mayBeOwn || !names(of: user).contains(where: post.isWork) else { return false }
        let key = "\(user) \(permission.rawValue) \(post.unit)"
        if let known = memory.rights[key] { return known }
        let may = try tx.may(.user(user), permission, for: post.unit, in: tree)
        memory.rights[key] = may
        return may
    }

    private func names(of user: Slug) throws -> Set<String> {
        if let known = memory.names[user] { return known }
        let names = try tx.names(of: .user(user))
        memory.names[user] = names
        return names
    }
}
