import Delivery
import Outreach
import Testing

@testable import Receivers

/// In every case here no byte can have left, so that sending again is safe.
@Suite("A request that does not leave")
struct UnsentTransferTests {
    @Test func `is refused where nobody listens`() async throws {
        let receiver = try RefusingReceiver()
        defer { receiver.stop() }
        #expect(await failure(.post("http://127.0.0.1:\(receiver.port)/")) == .connectionRefused)
    }

    @Test func `times out while connecting where the receiver never accepts`() async throws {
        let receiver = try FullReceiver()
        defer { receiver.stop() }
        let request = TransferRequest.post("http://127.0.0.1:\(receiver.port)/", connect: .milliseconds(200))
        #expect(await failure(request) == .connectTimeout)
    }

    @Test func `also times out by the total where that is shorter`() async throws {
        let receiver = try FullReceiver()
        defer { receiver.stop() }
        let request = TransferRequest.post("http://127.0.0.1:\(receiver.port)/", total: .milliseconds(200))
        #expect(await failure(request) == .connectTimeout)
    }

    @Test func `fails where the name is not found`() async {
        // No name ends in `invalid` (RFC 6761 §6.4).
        #expect(await failure(.post("https://nobody.invalid/")) == .nameNotFound)
    }

    @Test func `fails where its URL, method or headers are not to be sent`() async {
        let url = "https://receiver.example/"
        #expect(await failure(.post("https://receiver.example/\r\nX: 1")) == .badURL(.controlByte))
        #expect(await failure(.post("https://127.0.0.1.nip.example@10.0.0.1/")) == .badURL(.userInformation))
        #expect(await failure(.post("https://10.0.0.1/")) == .addressRefused(.privateNetwork))
        #expect(await failure(TransferRequest(method: "POST / HTTP/1.1\r\nX", url: url)) == .badMethod)
        #expect(await failure(TransferRequest(method: "", url: url)) == .badMethod)
        let split = TransferRequest(
            method: "GET", url: url, headers: [HeaderField("A", "1"), HeaderField("B", "1\r\nC: 2")])
        #expect(await failure(split) == .badHeader(position: 2, .controlByteInValue))
    }

    @Test func `fails where the name has only addresses that nothing is sent to`() async throws {
        let cases: [(String, AddressRefusal)] = [
            ("10.0.0.1", .privateNetwork), ("169.254.169.254", .metadata), ("127.0.0.1", .loopback),
            ("[::ffff:127.0.0.1]", .mapped), ("[64:ff9b::7f00:1]", .translated), ("[::1]", .loopback),
            ("10.0.0.1,192.168.1.1", .privateNetwork), ("0.0.0.0", .unspecified),
        ]
        for (addresses, refusal) in cases {
            var options = CurlTransport.Options()
            options.fixedNames = ["receiver.example:443:\(addresses)"]
            let request = TransferRequest(method: "POST", url: "https://receiver.example/", body: [1])
            #expect(await failure(request, options) == .addressRefused(refusal), "\(addresses)")
        }
    }

    @Test func `fails over http where the name leads beyond this machine`() async throws {
        var options = CurlTransport.Options()
        options.fixedNames = ["receiver.example:80:8.8.8.8"]
        #expect(await failure(.post("http://receiver.example/"), options) == .addressRefused(.plainTextBeyondLoopback))
    }

    @Test func `passes over a refused address where the name has an allowed one`() async throws {
        let receiver = try Receiver(Behaviours.answer())
        receiver.start()
        defer { receiver.stop() }
        var options = CurlTransport.Options()
        options.fixedNames = ["receiver.example:\(receiver.port):10.0.0.1,127.0.0.1"]
        let report = await withTransport(options) {
            await $0.perform(.post("http://receiver.example:\(receiver.port)/"))
        }
        #expect(report.answer?.status == 200)
        #expect(report.remoteAddress == "127.0.0.1")
    }

    private func failure(
        _ request: TransferRequest, _ options: CurlTransport.Options = .init()
    ) async -> TransferFailure? {
        let report = await withTransport(options) { await $0.perform(request) }
        #expect(!report.bytesMayHaveLeft)
        #expect(report.statusSeen == nil)
        return report.failure
    }
}
