import Delivery
import Outreach
import Testing

@testable import Receivers

@Suite("TLS")
struct TLSTests {
    @Test func `carries a request to a receiver with a good certificate`() async throws {
        try await TLSReceiver.with { receiver in
            let report = try await perform("good", receiver)
            #expect(report.answer?.status == 200)
            #expect(report.bytesMayHaveLeft)
            #expect(report.connectDuration > .zero)
            #expect(await receiver.outcome()?.hasPrefix("request good ") == true)
        }
    }

    @Test func `sends no byte of a request to a receiver with a bad certificate`() async throws {
        try await TLSReceiver.with { receiver in
            let cases: [(String, TLSRefusal)] = [
                ("expired", .expired), ("wrong-host", .wrongHost), ("self-signed", .selfSigned),
            ]
            for (certificate, refusal) in cases {
                let report = try await perform(certificate, receiver)
                #expect(report.failure == .tlsRefused(refusal))
                #expect(!report.bytesMayHaveLeft)
                // A refused host name is noticed after the handshake, so the receiver may see its end as success.
                #expect(await receiver.gotNothing(under: certificate))
            }
            #expect(try await perform("good", receiver).answer?.status == 200)
            #expect(await receiver.outcome()?.hasPrefix("request good ") == true)
        }
    }

    @Test func `trusts only the authorities it was given`() async throws {
        try await TLSReceiver.with { receiver in
            var options = CurlTransport.Options()
            options.fixedNames = [try receiver.name("good")]
            for (file, refusal) in [(nil, TLSRefusal.unknownIssuer), ("/nonexistent.pem", .noTrustStore)] {
                options.certificateAuthorityFile = file
                let request = TransferRequest.post(try receiver.url("good"))
                let report = await withTransport(options) { await $0.perform(request) }
                #expect(report.failure == .tlsRefused(refusal) || report.failure == .tlsRefused(.selfSigned))
                #expect(!report.bytesMayHaveLeft)
            }
        }
    }

    @Test func `is refused where the receiver does not speak it`() async throws {
        let receiver = try Receiver(greeting: "220 mail.example ready\r\n", Behaviours.answer())
        receiver.start()
        defer { receiver.stop() }
        let report = await withTransport { await $0.perform(.post("https://127.0.0.1:\(receiver.port)/")) }
        #expect(report.failure == .tlsRefused(.handshake))
        #expect(!report.bytesMayHaveLeft)
        #expect(receiver.requests.isEmpty)
    }

    /// The check at the socket is not asked on a kept connection; the one before each request is.
    @Test func `keeps a kept connection to this machine from a request that may not go there`() async throws {
        try await TLSReceiver.with { receiver in
            var options = CurlTransport.Options()
            options.certificateAuthorityFile = receiver.authorityFile
            options.fixedNames = [try receiver.name("good")]
            try await withTransport(options) { transport in
                var request = TransferRequest.post(try receiver.url("good"), fresh: false)
                #expect(await transport.perform(request).answer?.status == 200)
                request.loopbackAllowed = false
                let report = await transport.perform(request)
                #expect(report.failure == .addressRefused(.loopback))
                #expect(!report.bytesMayHaveLeft)
            }
        }
    }

    private func perform(_ certificate: String, _ receiver: TLSReceiver) async throws -> TransferReport {
        var options = CurlTransport.Options()
        options.certificateAuthorityFile = receiver.authorityFile
        options.fixedNames = [try receiver.name(certificate)]
        let request = TransferRequest.post(try receiver.url(certificate))
        return await withTransport(options) { await $0.perform(request) }
    }
}
