import Delivery
import Outreach

@testable import Receivers

/// Runs a test with a started transport and stops it afterwards, whatever happens.
func withTransport<Result>(
    _ options: CurlTransport.Options = .init(), _ test: (CurlTransport) async throws -> Result
) async rethrows -> Result {
    let transport = CurlTransport(options: options)
    transport.start()
    do {
        let result = try await test(transport)
        await transport.stop()
        return result
    } catch {
        await transport.stop()
        throw error
    }
}

/// Runs a test against a receiver of this behaviour and stops both afterwards.
func withReceiver<Result>(
    _ behaviour: @escaping Receiver.Behaviour,
    _ options: CurlTransport.Options = .init(),
    _ test: (Receiver, CurlTransport) async throws -> Result
) async throws -> Result {
    let receiver = try Receiver(behaviour)
    receiver.start()
    defer { receiver.stop() }
    return try await withTransport(options) { try await test(receiver, $0) }
}

extension TransferRequest {
    /// A POST of a small body to this machine, with more time than it takes however busy that is.
    static func post(
        _ url: String, connect: Duration = .seconds(300), total: Duration = .seconds(300), fresh: Bool = true
    ) -> TransferRequest {
        TransferRequest(
            method: "POST", url: url, headers: [HeaderField("Content-Type", "application/json")],
            body: Array(#"{"text":"Tổng đài 111"}"#.utf8), connectTimeout: connect, totalTimeout: total,
            loopbackAllowed: true, freshConnection: fresh)
    }
}

extension TransferReport {
    var answer: TransferAnswer? {
        if case .answered(let answer) = outcome { answer } else { nil }
    }

    var failure: TransferFailure? {
        if case .failed(let failure) = outcome { failure } else { nil }
    }
}
