public import Outreach

/// Takes due posts to their receivers, one at a time: claim durably, send, write down what happened.
public struct DeliveryEngine: Sendable {
    private let outbox: any Outbox
    private let runner: AttemptRunner
    private let time: TimeSource
    private let wait: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - random: from 0 up to 1, for the jitter of retries.
    ///   - wait: lets time pass; throws when the engine is to stop.
    public init(
        outbox: any Outbox, transport: any Transport, time: TimeSource,
        random: @escaping @Sendable () -> Double, wait: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.outbox = outbox
        self.runner = AttemptRunner(transport: transport, time: time, random: random)
        self.time = time
        self.wait = wait
    }

    /// Sends everything that is due now, each post at most once, and returns.
    ///
    /// - Parameter progress: called after every attempt.
    public func runOnce(progress: @Sendable (DeliverySummary) -> Void = { _ in }) async throws -> DeliverySummary {
        var summary = DeliverySummary()
        var pace = ChannelPace()
        summary.recovered = try await outbox.recover()
        while try await step(&summary, &pace) {
            progress(summary)
            try Task.checkCancellation()
        }
        return summary
    }

    /// Sends what is due and waits for retries and paced channels until nothing is left that falls due within
    /// `horizon`.
    public func runUntilIdle(
        within horizon: Duration, progress: @Sendable (DeliverySummary) -> Void = { _ in }
    ) async throws -> DeliverySummary {
        var summary = DeliverySummary()
        var pace = ChannelPace()
        summary.recovered = try await outbox.recover()
        let end = time.now + horizon
        while true {
            while try await step(&summary, &pace) { progress(summary) }
            guard let next = try await nextMoment(pace), next <= end else { return summary }
            try await wait(max(.milliseconds(1), next - time.now))
        }
    }

    /// Sends for as long as the task lives, looking for new posts at least every `interval`.
    public func run(
        every interval: Duration, progress: @Sendable (DeliverySummary) -> Void
    ) async throws -> DeliverySummary {
        var summary = DeliverySummary()
        var pace = ChannelPace()
        summary.recovered = try await outbox.recover()
        while !Task.isCancelled {
            try await drain(&summary, &pace, progress)
            let next = ((try? await nextMoment(pace)) ?? nil).map { $0 - time.now } ?? interval
            do {
                try await wait(min(max(.milliseconds(1), next), interval))
            } catch is CancellationError {
                return summary
            }
        }
        return summary
    }

    /// Claims and sends one post; false where there is none.
    private func step(_ summary: inout DeliverySummary, _ pace: inout ChannelPace) async throws -> Bool {
        guard let envelope = try await outbox.claim(limit: 1, resting: pace.resting(at: time.now)).first else {
            return false
        }
        pace.spend(envelope.channel.slug, limits: envelope.webhook.limits, at: time.now)
        let result = await runner.run(envelope)
        // The outcome is written even where the engine is being stopped: a sent post must not look unsent.
        let isWritten = try await Task { try await record(result) }.value
        if isWritten {
            summary.count(result.conclusion)
        } else {
            summary.stale += 1
        }
        return true
    }

    /// Writes an outcome down, however long the disk is full or the database busy: what is known must not be forgotten.
    private func record(_ result: DeliveryResult) async throws -> Bool {
        while true {
            do {
                return try await outbox.record(result)
            } catch let error as any ReadableError where error.kind == .tryAgain {
                try await wait(.seconds(1))
            }
        }
    }

    /// Everything that is due now; a busy database or full disk only puts it off, and nothing was claimed then.
    private func drain(
        _ summary: inout DeliverySummary, _ pace: inout ChannelPace, _ progress: @Sendable (DeliverySummary) -> Void
    ) async throws {
        do {
            while try await step(&summary, &pace), !Task.isCancelled { progress(summary) }
        } catch let error as any ReadableError where error.kind == .tryAgain {
            return
        }
    }

    private func nextMoment(_ pace: ChannelPace) async throws -> Instant? {
        let due = try await outbox.nextDue(resting: pace.resting(at: time.now))
        return [due, pace.nextReady(after: time.now)].compactMap(\.self).min()
    }
}
