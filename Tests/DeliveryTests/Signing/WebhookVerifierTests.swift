import Delivery
import Outreach
import Testing

@Suite("Checking signatures of Standard Webhooks")
struct WebhookVerifierTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let other = "whsec_" + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let body = Array(#"{"test": 2432232314}"#.utf8)
    private let right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    private let now = Instant(milliseconds: 1_614_265_330_000)

    private func refusal(
        secrets: [String] = [secret], id: String? = nil, timestamp: String = "1614265330", signatures: String? = nil,
        body: [UInt8]? = nil, after seconds: Int64 = 0
    ) throws -> WebhookVerifier.Refusal? {
        do {
            try WebhookVerifier(secrets: secrets).check(
                id: id ?? self.id, timestamp: timestamp, signatures: signatures ?? right, body: body ?? self.body,
                at: now + .seconds(seconds))
            return nil
        } catch let refusal as WebhookVerifier.Refusal {
            return refusal
        }
    }

    @Test func `takes the check value of the specification`() throws {
        #expect(try refusal() == nil)
        #expect(try refusal(signatures: "v2,abc v1,AAAA " + right) == nil)
        #expect(try refusal(secrets: [Self.other, Self.secret]) == nil)
    }

    @Test func `refuses a changed body, id or time, and another secret`() throws {
        #expect(try refusal(body: body + [0x20]) == .wrongSignature)
        #expect(try refusal(id: "msg_other") == .wrongSignature)
        #expect(try refusal(timestamp: "1614265331") == .wrongSignature)
        #expect(try refusal(secrets: [Self.other]) == .wrongSignature)
    }

    @Test func `refuses what was signed more than five minutes away`() throws {
        #expect(try refusal(after: 300) == nil && refusal(after: -300) == nil)
        #expect(try refusal(after: 301) == .outsideWindow && refusal(after: -301) == .outsideWindow)
    }

    @Test(arguments: ["", "v1", "v1,", "v1a,abc", "v1,***"])
    func `refuses what carries no signature`(signatures: String) throws {
        #expect(try refusal(signatures: signatures) != nil)
        #expect(try refusal(timestamp: "-1") == .unsigned && refusal(timestamp: "") == .unsigned)
        #expect(try refusal(id: "") == .unsigned && refusal(id: "a.b") == .unsigned)
    }
}
