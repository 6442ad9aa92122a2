import Delivery

extension CurlTransport {
    /// Runs a transport for as long as some work needs it.
    ///
    /// - Parameter grace: how long what is under way may still take once the task is cancelled; then it ends, and each
    ///   request with what is known of it.
    static func running<Value: Sendable>(
        grace: Duration, _ work: (CurlTransport) async throws -> Value
    ) async throws -> Value {
        let transport = CurlTransport()
        transport.start()
        do {
            let value = try await withTaskCancellationHandler {
                try await work(transport)
            } onCancel: {
                // A task of its own, for the one that is cancelled waits no more.
                Task {
                    if grace > .zero { try? await Task.sleep(for: grace) }
                    await transport.stop()
                }
            }
            await transport.stop()
            return value
        } catch {
            await transport.stop()
            throw error
        }
    }
}
