import Delivery
import Outreach
import Testing

@Suite("What a transfer says")
struct TransferMessageTests {
    @Test func `is a message in both languages for every failure`() {
        let failures: [TransferFailure] = [
            .badURL(.malformed), .badMethod, .badHeader(position: 2, .nameNotToken),
            .badHeader(position: 2, .controlByteInValue), .badHeader(position: 2, .reserved), .nameNotFound,
            .addressRefused(.metadata), .connectionRefused, .unreachable(113), .connectTimeout, .tlsRefused(.expired),
            .tlsRefused(.handshake), .tlsRefused(.certificate(3)), .tlsRefused(.noTrustStore), .timeout(afterBytes: 3),
            .reset, .headersTooLarge,
            .stopped, .noSocket(24), .other(code: 8, text: "Weird server reply"),
        ]
        let messages = failures.map(\.message)
        #expect(messages.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty })
        #expect(Set(messages).count == failures.count)
    }

    @Test func `never holds a secret of the request`() {
        let request = TransferRequest(
            method: "POST", url: "https://receiver.example/bot-secret/", headers: [HeaderField("X", "secret")],
            body: Array("secret".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("secret") && !text.contains("receiver"), "\(text)")
        }
    }
}
