import Operations
import Outreach
import Testing

@testable import Office
@testable import Receivers

/// Connections that are refused, break or hang.
@Suite("Hard cases: connections")
struct HardConnectionTests {
    @Test(arguments: IdempotencyPromise.allCases)
    func `connection refused (safe to retry)`(promise: IdempotencyPromise) async throws {
        let refusing = try RefusingReceiver()
        defer { refusing.stop() }
        try await HardCase.open(port: refusing.port) { office in
            let post = try await office.due(promise)
            #expect(try await office.deliver().retrying == 1)
            #expect(try await office.post(post).state == .retrying)
            let attempt = try await office.attempt(post)
            #expect(attempt.outcome == "retry" && attempt.bytesMayHaveLeft == false)
        }
    }

    @Test func `a receiver that stays away for the whole of the post's time makes it missed, never unknown`()
        async throws
    {
        let refusing = try RefusingReceiver()
        defer { refusing.stop() }
        try await HardCase.open(port: refusing.port) { office in
            let post = try await office.due(.none, tolerance: .seconds(120))
            let summary = try await office.deliver(within: .seconds(3600))
            #expect(summary.retrying == 2 && summary.missed == 1 && summary.unknown == 0)
            #expect(try await office.post(post).state == .missed)
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `timeout after bytes went`(promise: IdempotencyPromise) async throws {
        try await HardCase.hang(Behaviours.silence, promise, until: .request) { office, post in
            #expect(try await office.post(post).state == promise.stateInDoubt)
            let attempt = try await office.attempt(post)
            #expect(attempt.bytesMayHaveLeft == true && attempt.status == nil)
            #expect(attempt.outcome == (promise == .none ? "unknown" : AttemptRecord.inDoubt))
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `reset in mid-answer with the status seen`(promise: IdempotencyPromise) async throws {
        let broken = Behaviours.reset(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":")
        try await HardCase.open(broken) { office, receiver in
            let post = try await office.due(promise)
            _ = try await office.deliver()
            #expect(receiver.requests.count == 1)
            #expect(try await office.post(post).state == promise.stateInDoubt)
            #expect(try await office.attempt(post).status == 200)
        }
    }

    @Test func `what may be out is asked about, and what the receiver has is not sent again`() async throws {
        let ledger = Ledger { number, request, connection in
            // The first is taken, and its answer never comes.
            number == 1 ? false : nil
        }
        try await HardCase.open(ledger.behaviour) { office, receiver in
            let post = try await office.due(.probe)
            #expect(try await office.deliver(within: .seconds(3600)).posted == 1)
            #expect(receiver.requests.map { $0.lines[0].prefix(4) } == ["POST", "GET "])
            #expect(try await office.post(post).receipt?.remoteID == nil)
            #expect(try await office.post(post).state == .posted)
        }
    }
}
