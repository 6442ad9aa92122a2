public import Outreach
import Storage

extension Workspace {
    /// Counts the months of units that changed since they were last counted. Numbers are the same without it; reports
    /// over many units are faster.
    ///
    /// - Returns: how many months it counted.
    @discardableResult
    public func countMonths() async throws -> Int {
        // A few at a time, for whoever logs a session waits for the one writer there is.
        let limit = 60
        var counted = 0
        while true {
            let some = try await database.write { try $0.countMonths(limit: limit) }
            counted += some
            if some < limit { return counted }
        }
    }

    /// Counts changed months every few minutes until the task is cancelled.
    public func keepCounting(
        every pause: Duration = .seconds(120),
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        hindered: @escaping @Sendable (Message) -> Void
    ) async {
        var said: Message?
        while !Task.isCancelled {
            do {
                if try await database.read({ try $0.hasUncountedMonths() }) { try await countMonths() }
                said = nil
            } catch {
                if Task.isCancelled { return }
                let message = (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
                if message != said { hindered(message) }
                said = message
            }
            // Cancelled while it waits: the loop ends above.
            try? await wait(pause)
        }
    }

    /// Before a report: after an upgrade or a long import it would go over all the rows each time.
    func countMonthsIfMany() async throws {
        guard try await database.read({ try $0.hasUncountedMonths(atLeast: 300) }) else { return }
        do {
            try await countMonths()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // A disk that is full or read-only hinders nobody from reading a report, which then counts rows.
        }
    }
}
