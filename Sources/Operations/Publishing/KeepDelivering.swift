public import Logging
public import Outreach

extension Workspace {
    /// Sends due posts until the task is cancelled, beside the pages: where sending is not possible now, because
    /// another process sends or the database was restored, it says so once and tries again by itself.
    ///
    /// - Parameter wait: turns the workspace's clock where that is not the machine's own.
    public func keepDelivering(
        tryAgainAfter pause: Duration = .seconds(5),
        log: Logger? = nil,
        wait: (@Sendable (Duration) async throws -> Void)? = nil,
        hindered: @escaping @Sendable (Message) -> Void
    ) async {
        var said: Message?
        while !Task.isCancelled {
            do {
                _ = try await deliver(.forever(every: .seconds(1)), log: log, wait: wait)
            } catch {
                if Task.isCancelled { return }
                let message = (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
                if message != said { hindered(message) }
                said = message
            }
            // Cancelled while it waits: the loop ends above.
            if let wait { try? await wait(pause) } else { try? await Task.sleep(for: pause) }
        }
    }
}
