public import Outreach

extension Workspace {
    /// Asks channels for figures as the hours of their presets come, until the task is cancelled. After a restore or
    /// while everything is held nothing is asked.
    ///
    /// - Parameter hindered: told once of each channel that does not answer, until it does or says something else.
    public func keepPulling(
        every pause: Duration = .seconds(300),
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        hindered: @escaping @Sendable (Message) -> Void
    ) async {
        var asked: [Identifier<Post>: Instant] = [:]
        var said: Set<Message> = []
        while !Task.isCancelled {
            do {
                if try await allowedSending() == .on {
                    // Who gave no figure is not asked again at once.
                    let since = now - .seconds(3600)
                    asked = asked.filter { $0.value > since }
                    let report = try await pullSamples(
                        ignoringSchedule: false, leavingOut: Set(asked.keys), as: .program, mode: .perform)
                    for post in report.posts { asked[post] = now }
                    let failures = Set(report.failures.map(\.reason))
                    for failure in failures.subtracting(said) { hindered(failure) }
                    said = failures
                }
            } catch {
                if Task.isCancelled { return }
                let message = (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
                if said.insert(message).inserted { hindered(message) }
            }
            // Cancelled while it waits: the loop ends above.
            try? await wait(pause)
        }
    }
}
