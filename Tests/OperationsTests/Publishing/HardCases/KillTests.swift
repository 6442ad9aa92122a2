import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Receivers

/// A process killed at each step, and what the next one makes of what it left.
@Suite("Hard cases: kills")
struct KillTests {
    /// How it stands once the next process has done all it does by itself.
    private struct Ending: Equatable {
        let state: PostState
        let attempts: Int
        /// How often the post itself reached the receiver.
        let arrivals: Int
    }

    /// Kills a process that sends one post, and lets the next one do what it does.
    private func ending(_ step: Kill.Step, _ promise: IdempotencyPromise) async throws -> Ending {
        // In the middle of a request the receiver has it, wholly or in part, and the sender does not know.
        let ledger = Ledger { number, _, connection in
            guard step == .midBody, number == 1 else { return nil }
            return Behaviours.silence(ReceivedRequest(lines: [], body: [], position: 1), connection)
        }
        var ending: Ending?
        try await HardCase.open(ledger.behaviour) { office, receiver in
            let post = try await office.due(promise)
            try await office.sendAndDie(at: step, receiver)
            let next = try await office.reopened(secrets: HardCase.secrets)
            _ = try await next.deliver(within: .seconds(1800))
            let found = try await office.post(post)
            ending = Ending(state: found.state, attempts: found.attempts, arrivals: ledger.posts.count)
            #expect(Set(ledger.posts).count <= 1, "one key, one text")
            // Nothing goes out later on either.
            _ = try await next.deliver(within: .seconds(86_400))
            #expect(ledger.posts.count == ending?.arrivals)
        }
        return try #require(ending)
    }

    private let sentOnce = Ending(state: .posted, attempts: 1, arrivals: 1)

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill before the claim commit`(promise: IdempotencyPromise) async throws {
        #expect(try await ending(.beforeClaimCommit, promise) == sentOnce)
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill after the claim commit`(promise: IdempotencyPromise) async throws {
        let expected =
            promise == .none
            ? Ending(state: .unknown, attempts: 1, arrivals: 0) : Ending(state: .posted, attempts: 2, arrivals: 1)
        #expect(try await ending(.afterClaimCommit, promise) == expected)
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill in mid-body`(promise: IdempotencyPromise) async throws {
        #expect(try await ending(.midBody, promise) == inDoubt(promise))
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill after the answer`(promise: IdempotencyPromise) async throws {
        #expect(try await ending(.afterAnswer, promise) == inDoubt(promise))
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill before the outcome commit`(promise: IdempotencyPromise) async throws {
        #expect(try await ending(.beforeOutcomeCommit, promise) == inDoubt(promise))
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `kill after the outcome commit`(promise: IdempotencyPromise) async throws {
        #expect(try await ending(.afterOutcomeCommit, promise) == sentOnce)
    }

    /// It arrived: sent again under its key, found by its probe, left for a person.
    private func inDoubt(_ promise: IdempotencyPromise) -> Ending {
        switch promise {
        case .key: Ending(state: .posted, attempts: 2, arrivals: 2)
        case .probe: Ending(state: .posted, attempts: 2, arrivals: 1)
        case .none: Ending(state: .unknown, attempts: 1, arrivals: 1)
        }
    }
}

extension Office {
    /// Sends what is due by a process that is killed at this step.
    fileprivate func sendAndDie(at step: Kill.Step, _ receiver: Receiver) async throws {
        let kill = Kill(step)
        let transport = CurlTransport()
        transport.start()
        let clock = clock
        let engine = DeliveryEngine(
            outbox: KilledOutbox(outbox: StoredOutbox(workspace: workspace), kill: kill),
            transport: KilledTransport(transport, receiver, kill: kill), tokens: workspace.tokens,
            clock: .turned(clock.source) { clock.advance(by: $0) }, seed: 1)
        await #expect(throws: Kill.Killed.self) { _ = try await engine.run(.once) }
        #expect(kill.isDead)
        await transport.stop()
    }
}
