import Delivery
import Outreach
import Testing

@Suite("Signing by Standard Webhooks")
struct WebhookSignerTests {
    private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let body = Array(#"{"test": 2432232314}"#.utf8)

    @Test func `gives the check value of the specification`() throws {
        let headers = try WebhookSigner(secrets: [secret])
            .headers(id: id, at: Instant(milliseconds: 1_614_265_330_999), body: body)
        #expect(
            headers == [
                HeaderField("webhook-id", id),
                HeaderField("webhook-timestamp", "1614265330"),
                HeaderField("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            ])
    }

    @Test func `does without the prefix of the secret`() throws {
        let instant = Instant(milliseconds: 1_614_265_330_000)
        let plain = try WebhookSigner(secrets: [String(secret.dropFirst(6))])
        #expect(
            try plain.headers(id: id, at: instant, body: body)
                == WebhookSigner(secrets: [secret]).headers(id: id, at: instant, body: body))
    }

    @Test func `gives one signature for each secret during a rotation`() throws {
        let other = "whsec_" + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"
        let instant = Instant(milliseconds: 1_614_265_330_000)
        let sign = { (secrets: [String]) in
            try WebhookSigner(secrets: secrets).headers(id: id, at: instant, body: body)[2].value
        }
        #expect(try sign([other, secret]) == sign([other]) + " " + sign([secret]))
        #expect(try sign([other, secret]).split(separator: " ").count == 2)
    }

    @Test func `covers every byte of the body and the time`() throws {
        let signer = try WebhookSigner(secrets: [secret])
        let instant = Instant(milliseconds: 0)
        let original = try signer.headers(id: id, at: instant, body: body)
        #expect(try signer.headers(id: id, at: instant, body: body + [0]) != original)
        #expect(try signer.headers(id: id, at: instant + .seconds(1), body: body)[2] != original[2])
        #expect(try signer.headers(id: id + "k", at: instant, body: body)[2] != original[2])
    }

    @Test func `refuses secrets that are none`() {
        #expect(throws: SigningError.noSecret) { try WebhookSigner(secrets: []) }
        #expect(throws: SigningError.secretNotBase64) { try WebhookSigner(secrets: ["whsec_not base64!"]) }
        #expect(throws: SigningError.secretNotBase64) { try WebhookSigner(secrets: [secret + "\n"]) }
        #expect(throws: SigningError.secretLength(3)) { try WebhookSigner(secrets: ["AAAA"]) }
        #expect(throws: SigningError.secretLength(0)) { try WebhookSigner(secrets: [secret, "whsec_"]) }
    }

    @Test(arguments: ["", "a.b", "a b", "a\r\nb", "bài"])
    func `refuses ids that could be read two ways`(id: String) throws {
        let signer = try WebhookSigner(secrets: [secret])
        #expect(throws: SigningError.badIdentifier) {
            try signer.headers(id: id, at: Instant(milliseconds: 0), body: [])
        }
    }

    @Test func `never shows a secret in a message`() {
        for error in [SigningError.noSecret, .secretNotBase64, .secretLength(3), .badIdentifier] {
            #expect(!error.message.vietnamese.isEmpty && !error.message.english.isEmpty)
        }
    }
}

@Suite("Signing a body")
struct BodySignerTests {
    /// RFC 4231 §4.3, test case 2.
    @Test func `gives the check value of the standard`() throws {
        let signer = try BodySigner(secret: "Jefe")
        #expect(
            signer.signature(of: Array("what do ya want for nothing?".utf8))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func `puts the receiver's prefix before the digits`() throws {
        let signature = try BodySigner(secret: "Jefe", prefix: "sha256=").signature(of: [])
        #expect(signature.hasPrefix("sha256="))
        #expect(signature.count == 7 + 64)
    }

    @Test func `refuses an empty secret`() {
        #expect(throws: SigningError.noSecret) { try BodySigner(secret: "") }
    }
}
