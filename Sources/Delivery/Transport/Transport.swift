/// Carries requests to their receivers and says truthfully what is known afterwards.
///
/// Declared here for the delivery engine, so that a simulated network can take the place of the real one.
public protocol Transport: Sendable {
    /// Takes a request and calls back with its report exactly once, whatever happens: a post whose outcome nobody learns
    /// would have to be treated as possibly sent. The callback may come on any thread and has to return at once.
    func submit(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void)

    /// Takes several at once, which may cost less than one after the other.
    func submit(_ orders: [TransferOrder])

    /// Ends every transfer under way, each with its report.
    func stop() async
}

extension Transport {
    public func submit(_ orders: [TransferOrder]) {
        for order in orders { submit(order.request, answer: order.answer) }
    }

    /// Carries one request; its report also comes where the calling task is cancelled.
    public func perform(_ request: TransferRequest) async -> TransferReport {
        await withCheckedContinuation { continuation in
            submit(request) { continuation.resume(returning: $0) }
        }
    }
}
