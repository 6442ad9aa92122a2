import Delivery
import Outreach
import Testing

@testable import Receivers

/// Every case here may have reached the receiver, whatever it answered.
@Suite("A request whose answer goes wrong")
struct BrokenAnswerTests {
    @Test func `is a reset where the receiver hangs up before answering`() async throws {
        let report = try await report(Behaviours.closeBeforeAnswer)
        #expect(report.failure == .reset)
        #expect(report.statusSeen == nil)
    }

    @Test func `tells the status seen before a reset in mid-answer`() async throws {
        let report = try await report(
            Behaviours.reset(after: "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\nhalf"))
        #expect(report.failure == .reset)
        #expect(report.statusSeen == 201)
    }

    @Test func `tells the status seen where the answer is shorter than its length`() async throws {
        let report = try await report(Behaviours.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))
        #expect(report.failure == .reset)
        #expect(report.statusSeen == 200)
    }

    @Test func `does not take an interim status for the outcome`() async throws {
        let report = try await report(Behaviours.raw("HTTP/1.1 103 Early Hints\r\n\r\n"))
        #expect(report.failure != nil)
        #expect(report.statusSeen == nil)
    }

    @Test func `is cut at 64 KiB where the body never ends`() async throws {
        let report = try await report(Behaviours.endlessBody)
        let answer = try #require(report.answer)
        #expect(answer.status == 200)
        #expect(answer.body.count == 65_536)
        #expect(answer.truncated)
    }

    @Test func `is whole at exactly the limit`() async throws {
        let report = try await report(Behaviours.answer(body: String(repeating: "a", count: 65_536)))
        #expect(report.answer?.body.count == 65_536)
        #expect(report.answer?.truncated == false)
    }

    @Test(arguments: [Behaviours.headerFlood, Behaviours.endlessHeaderLine, Behaviours.interimFlood])
    func `is given up where the header never ends`(behaviour: @escaping Receiver.Behaviour) async throws {
        #expect(try await report(behaviour).failure == .headersTooLarge)
    }

    @Test func `times out where the body drips, with the status seen`() async throws {
        try await withTimeouts { total in
            let (report, _) = try await exchange(Behaviours.drip, total: total)
            guard report.statusSeen == 200, case .timeout(let bytes) = report.failure else { return false }
            return bytes > 0 && report.bytesMayHaveLeft
        }
    }

    @Test func `times out where nothing is answered`() async throws {
        try await withTimeouts { total in
            let (report, requests) = try await exchange(Behaviours.silence, total: total)
            #expect(report.statusSeen == nil)
            return report.failure == .timeout(afterBytes: 0) && report.bytesMayHaveLeft && requests == 1
        }
    }

    @Test func `is given up early where it is slower than the limit of the transport`() async throws {
        try await withTimeouts(from: .seconds(1)) { window in
            var options = CurlTransport.Options()
            options.lowSpeedWindow = window
            options.lowSpeedBytes = 1_000_000
            let (report, requests) = try await exchange(Behaviours.silence, options, total: .seconds(300))
            #expect(report.totalDuration < .seconds(300))
            return report.failure == .timeout(afterBytes: 0) && report.bytesMayHaveLeft && requests == 1
        }
    }

    @Test func `is neither an answer nor safe to repeat where it is not HTTP`() async throws {
        let report = try await report(Behaviours.raw("SSH-2.0-OpenSSH_9.2\r\n"))
        #expect(report.failure != nil)
        #expect(report.statusSeen == nil)
    }

    private func report(
        _ behaviour: @escaping Receiver.Behaviour,
        _ options: CurlTransport.Options = .init()
    ) async throws -> TransferReport {
        let (report, requests) = try await exchange(behaviour, options, total: .seconds(300))
        #expect(report.bytesMayHaveLeft)
        #expect(requests == 1)
        return report
    }

    /// One request, and how many of it the receiver saw.
    private func exchange(
        _ behaviour: @escaping Receiver.Behaviour, _ options: CurlTransport.Options = .init(), total: Duration
    ) async throws -> (report: TransferReport, requests: Int) {
        try await withReceiver(behaviour, options) { receiver, transport in
            let report = await transport.perform(.post(receiver.url(), connect: total, total: total))
            return (report, receiver.requests.count)
        }
    }

    /// Tries with ever longer timeouts until the request got there within one and ended as expected: how long that takes
    /// is up to the machine and what else it does.
    private func withTimeouts(
        from shortest: Duration = .milliseconds(250), _ isAsExpected: (Duration) async throws -> Bool
    ) async throws {
        for factor in [1, 8, 64] where try await isAsExpected(shortest * factor) { return }
        Issue.record("It never ended as expected.")
    }
}
