/// A request on its way to a transport, with the place its report goes to.
public struct TransferOrder: Sendable {
    public let request: TransferRequest
    /// Called exactly once, on any thread; has to return at once.
    public let answer: @Sendable (TransferReport) -> Void

    public init(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void) {
        self.request = request
        self.answer = answer
    }
}
