import Delivery
import Testing

@Suite("HTTP/2", .enabled(if: HTTP2Receiver.isThere))
struct HTTP2Tests {
    private func withTransport<Result>(
        to receiver: HTTP2Receiver, _ test: (CurlTransport) async throws -> Result
    ) async throws -> Result {
        var options = CurlTransport.Options()
        options.certificateAuthorityFile = receiver.authorityFile
        options.fixedNames = [receiver.name]
        return try await DeliveryTests.withTransport(options, test)
    }

    /// Sends so many requests at once.
    private func send(_ count: Int, fresh: Bool, to receiver: HTTP2Receiver, by transport: CurlTransport) async {
        let url = receiver.url
        await withTaskGroup(of: TransferReport.self) { group in
            for _ in 0..<count {
                group.addTask { await transport.perform(.post(url, fresh: fresh)) }
            }
            for await report in group {
                #expect(report.answer?.status == 200 && report.connectionReused == !fresh)
            }
        }
    }

    @Test func `requests that may share a connection go over one at the same time`() async throws {
        try await HTTP2Receiver.with { receiver in
            try await withTransport(to: receiver) { transport in
                #expect(await transport.perform(.post(receiver.url, fresh: false)).answer?.status == 200)
                await send(100, fresh: false, to: receiver, by: transport)
            }
            let requests = try receiver.requests()
            #expect(requests.count == 101 && Set(requests).count == 1)
            #expect(requests.first?.hasPrefix("HTTP/2.0 ") == true)
        }
    }

    @Test func `requests that need a connection of their own go by HTTP 1.1, where nothing re-sends them`() async throws
    {
        try await HTTP2Receiver.with { receiver in
            try await withTransport(to: receiver) { transport in
                #expect(await transport.perform(.post(receiver.url, fresh: false)).answer?.status == 200)
                await send(10, fresh: true, to: receiver, by: transport)
            }
            let requests = try receiver.requests()
            #expect(requests.dropFirst().allSatisfy { $0.hasPrefix("HTTP/1.1 ") } && Set(requests).count == 11)
        }
    }
}
