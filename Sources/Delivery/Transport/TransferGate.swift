import Synchronization

/// A door that a transfer passes before it connects and again before its first byte; once closed it stays so.
///
/// It is how a hold reaches what was handed to the network already.
public final class TransferGate: Sendable {
    private let open = Atomic(true)

    public init() {}

    public var isOpen: Bool { open.load(ordering: .acquiring) }

    public func close() { open.store(false, ordering: .releasing) }
}
