import Hummingbird
import ServiceLifecycle

extension ApplicationProtocol {
    /// Serves until the calling task is cancelled, then takes no more requests and gives those under way their answers.
    ///
    /// Plain cancellation would cut them off. What is still under way after the grace is cut off then.
    func runUntilCancelled(grace: Duration) async throws {
        var configuration = ServiceGroupConfiguration(services: [self], gracefulShutdownSignals: [], logger: logger)
        configuration.maximumGracefulShutdownDuration = grace
        let group = ServiceGroup(configuration: configuration)
        // A task of its own, which the caller's cancellation does not reach.
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }
}
