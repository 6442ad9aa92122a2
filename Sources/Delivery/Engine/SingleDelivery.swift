public import Outreach

/// One attempt outside the queue, for trying out a channel.
public struct SingleDelivery: Sendable {
    private let runner: AttemptRunner

    public init(transport: any Transport, time: TimeSource) {
        runner = AttemptRunner(transport: transport, time: time, random: { 0 })
    }

    public func send(_ envelope: Envelope) async -> DeliveryResult {
        await runner.run(envelope)
    }
}
