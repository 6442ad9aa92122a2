import Outreach
import Synchronization

/// The tree as it was last read, kept for as long as the database says that no unit or committee changed.
///
/// Every page asks for it, and reading the units of a whole country takes a hundred times as long as asking whether
/// they changed. The version is made by the database with each change, by whatever program, and never comes again.
final class UnitTreeCache: Sendable {
    private struct Reading {
        let version: String
        let tree: UnitTree
    }

    private let last = Mutex<Reading?>(nil)

    func tree(in tx: ReadTransaction) throws -> UnitTree {
        let version = try tx.queryOne("SELECT version FROM unit_tree_version")?.text("version") ?? ""
        if let known = last.withLock({ $0 }), known.version == version { return known.tree }
        let tree = try UnitTree(units: tx.units(), committees: tx.documents(Committee.self))
        last.withLock { $0 = Reading(version: version, tree: tree) }
        return tree
    }
}
