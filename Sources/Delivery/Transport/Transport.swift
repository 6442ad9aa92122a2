/// Carries one request to its receiver and says truthfully what is known afterwards.
///
/// Declared here for the delivery engine, so that a simulated network can take the place of the real one.
public protocol Transport: Sendable {
    /// Carries the request and returns exactly one report, also when the calling task is cancelled:
    /// a post whose outcome nobody learns would have to be treated as possibly sent.
    func perform(_ request: TransferRequest) async -> TransferReport
}
