public import Outreach

/// One attempt outside the queue, for trying out a channel.
public struct SingleDelivery: Sendable {
    private let transport: any Transport
    private let keeper: TokenKeeper
    private let time: TimeSource
    private let stops: @Sendable () async throws -> SendingStops

    /// - Parameter stops: what must not be sent now; asked before each request.
    public init(
        transport: any Transport, tokens: any TokenVault, time: TimeSource,
        stops: @Sendable @escaping () async throws -> SendingStops = { SendingStops() }
    ) {
        self.transport = transport
        keeper = TokenKeeper(vault: tokens, transport: transport, time: time)
        self.time = time
        self.stops = stops
    }

    public func send(_ envelope: Envelope) async -> DeliveryResult {
        var attempt = AttemptMachine(envelope)
        var carrier = AttemptCarrier(envelope)
        while true {
            switch attempt.next(at: time.now, random: 0) {
            case .conclude(let conclusion): return carrier.result(end(of: envelope, attempt, conclusion))
            case .make(let call):
                if let reason = await obstacle(of: envelope) {
                    return carrier.result(end(of: envelope, attempt, attempt.withheld(reason, at: time.now)))
                }
                let ending = await carry(call, captures: attempt.captures, by: &carrier)
                if let conclusion = attempt.end(ending, at: time.now, random: 0) {
                    return carrier.result(end(of: envelope, attempt, conclusion))
                }
                // Nobody waits here until a network has made up its mind.
                if attempt.pause != nil {
                    let open = attempt.withheld(Confirmation.open, at: time.now)
                    return carrier.result(end(of: envelope, attempt, open))
                }
            }
        }
    }

    /// Why nothing of it may leave now; also where nobody can say what is held.
    private func obstacle(of envelope: Envelope) async -> Message? {
        do {
            return try await stops().reason(for: envelope)
        } catch {
            return (error as? any ReadableError)?.message ?? DeliveryMachine.ending
        }
    }

    private func carry(
        _ call: AttemptMachine.Call, captures: Captures, by carrier: inout AttemptCarrier
    ) async -> StepEnding {
        if call == .refresh {
            let (ending, secrets) = await carrier.renew(by: keeper)
            carrier.take(secrets)
            return ending
        }
        let request: TransferRequest
        do throws(RequestPreparationError) {
            request = try carrier.request(for: call, captures: captures, at: time.now)
        } catch {
            return .unprepared(error)
        }
        return carrier.ending(of: call, await transport.perform(request), at: time.now)
    }

    private func end(of envelope: Envelope, _ attempt: AttemptMachine, _ conclusion: Conclusion) -> AttemptEnd {
        AttemptEnd(post: envelope.post, conclusion: conclusion, partsSent: attempt.partsSent, at: time.now)
    }
}
