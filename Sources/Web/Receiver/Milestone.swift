import Synchronization

/// Whether something has happened yet; once it has, it stays so.
final class Milestone: Sendable {
    private let reached = Atomic(false)

    var isReached: Bool { reached.load(ordering: .acquiring) }

    func reach() { reached.store(true, ordering: .releasing) }
}
