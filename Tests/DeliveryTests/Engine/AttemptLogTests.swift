import Delivery
import Foundation
import Outreach
import Testing

private typealias Make = EngineFixture

/// What is kept of requests and answers never holds a secret.
struct AttemptLogTests {
    private static let secret = "s3cr&t/välue+42"

    private func kept(
        _ webhook: WebhookDelivery, text: String = "Gọi 111", answering: TransferReport = .answered(200)
    ) async throws -> String {
        let envelope = try Make.envelope(1, webhook, text: text, secrets: ["token": Self.secret])
        let result = try await Make.attempt(envelope, through: ScriptedTransport { _, _ in answering })
        return [result.request, result.answer].map { $0 ?? "" }.joined(separator: "\n")
    }

    /// The secret as it is and in the spellings it travels in.
    private func expectNoSecret(_ text: String) {
        let alone = Data(Self.secret.utf8).base64EncodedString()
        let behindName = Data("loa:\(Self.secret)".utf8).base64EncodedString()
        for spelling in [Self.secret, "s3cr%26t%2Fv%C3%A4lue%2B42", "v%C3%A4lue", alone, behindName] {
            #expect(!text.contains(spelling))
        }
        // All of it but what the characters at the seams share with their neighbours.
        #expect(!text.contains(behindName.dropFirst(7).prefix(12)))
        #expect(text.contains(SecretRedactor.mark))
    }

    @Test func `a secret in address, header and body is replaced, and the rest is kept`() async throws {
        let step = try Make.step(
            path: "{{secret.token}}/feed", headers: [("X-Token", "Bearer {{secret.token}}")],
            body: [("text", "{{post.text}}"), ("access_token", "{{secret.token}}")])
        let kept = try await kept(Make.webhook([step]))
        expectNoSecret(kept)
        #expect(kept.contains("POST https://a.example/") && kept.contains("/feed") && kept.contains("X-Token: Bearer "))
    }

    @Test func `a password of basic authentication is replaced`() async throws {
        let authentication = Authentication.basic(user: try Template("loa"), password: try Template("{{secret.token}}"))
        let kept = try await kept(Make.webhook(authentication: authentication))
        #expect(kept.contains("Authorization: Basic "))
        expectNoSecret(kept)
    }

    @Test func `a secret the receiver repeats in its answer is replaced`() async throws {
        let answer = TransferReport.answered(403, #"{"error": "bad token \#(Self.secret)"}"#)
        let kept = try await kept(Make.webhook(), answering: answer)
        expectNoSecret(kept)
        #expect(kept.contains("bad token"))
    }

    @Test func `requests and answers of every step are kept, the failure too`() async throws {
        let steps = try [Make.step("upload", role: .prepare, path: "one"), Make.step("post", path: "two")]
        let transport = ScriptedTransport { _, number in
            number == 1 ? .answered(200, "taken") : .broken(.reset, bytesMayHaveLeft: true)
        }
        let result = try await Make.attempt(Make.envelope(1, Make.webhook(steps)), through: transport)
        #expect(result.request?.contains("/one") == true && result.request?.contains("/two") == true)
        #expect(result.answer?.contains("taken") == true)
        #expect(result.answer?.contains(TransferFailure.reset.message(.english)) == true)
        #expect(result.status == 200 && result.bytesMayHaveLeft)
    }

    @Test func `the status of an answer that broke off is kept`() async throws {
        let report = TransferReport(.failed(.reset), bytesMayHaveLeft: true, statusSeen: 201)
        let envelope = try Make.envelope(1, Make.webhook(promise: .none))
        let result = try await Make.attempt(envelope, through: ScriptedTransport { _, _ in report })
        #expect(result.status == 201 && result.conclusion.kind == "unknown")
    }

    @Test func `of a long text only the beginning is kept`() async throws {
        let long = try await kept(
            Make.webhook(), text: String(repeating: "x", count: 50_000),
            answering: .answered(200, String(repeating: "y", count: 50_000)))
        #expect(long.count < 6000)
    }

    @Test func `a secret that lies across the end of what is kept is replaced as a whole`() async throws {
        let secret = "EAAG-0123456789-abcdefghij-SECRET"
        let step = try Make.step(body: [("message", "{{post.text}}"), ("access_token", "{{secret.token}}")])
        for length in 1990...2050 {
            let envelope = try Make.envelope(
                1, Make.webhook([step]), text: String(repeating: "x", count: length), secrets: ["token": secret])
            let answer = TransferReport.answered(404, String(repeating: "y", count: length) + secret)
            let result = try await Make.attempt(envelope, through: ScriptedTransport { _, _ in answer })
            #expect(result.request?.contains(secret.prefix(4)) == false, "with \(length) characters of text")
            #expect(result.answer?.contains(secret.prefix(4)) == false, "with \(length) characters of answer")
        }
    }

    @Test func `the head of a secret at the end of an answer that was cut off on its way is replaced`() async throws {
        let secret = "EAAG-0123456789-abcdefghij-SECRET"
        let body = Array("token \(secret.prefix(12))".utf8)
        let report = TransferReport(
            .answered(TransferAnswer(status: 404, body: body, truncated: true)), bytesMayHaveLeft: true)
        let envelope = try Make.envelope(1, Make.webhook(), secrets: ["token": secret])
        let result = try await Make.attempt(envelope, through: ScriptedTransport { _, _ in report })
        #expect(result.answer?.contains("EAAG") == false && result.answer?.contains("token ") == true)
    }
}
