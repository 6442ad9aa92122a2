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
        var rights: [Right: Bool] = [:]
        var names: [String: Set<String>] = [:]
    }

    private struct Right: Hashable {
        let name: String
        let permission: Permission
        let unit: Slug
    }

    /// Whether somebody has the right for the post's unit and, unless it may be one's own, no hand in what the post says.
    func hold(_ name: String, _ permission: Permission, for post: Post, mayBeOwn: Bool = false) throws -> Bool {
        guard try mayBeOwn || !names(of: name).contains(where: post.isWork) else { return false }
        let right = Right(name: name, permission: permission, unit: post.unit)
        if let known = memory.rights[right] { return known }
        let may = try Slug(name).map { try tx.may(.user($0), permission, for: post.unit, in: tree) } ?? false
        memory.rights[right] = may
        return may
    }

    /// All names somebody has gone by; none where nobody can be called so.
    private func names(of name: String) throws -> Set<String> {
        if let known = memory.names[name] { return known }
        let names = try Slug(name).map { try tx.names(of: .user($0)) } ?? []
        memory.names[name] = names
        return names
    }
}
