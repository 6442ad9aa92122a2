import Outreach
import Testing

@Suite("What an approval rests on")
struct ChannelFingerprintTests {
    private typealias Fixtures = ChannelFixtures

    private func description(
        url: String = "https://a.example/{{target.path}}",
        target: [String: String] = ["path": "hook"],
        headers: [(String, String)] = [("A", "{{secret.token}}")],
        text: String = "{{post.text}}",
        signature: RequestSignature? = nil,
        retry: RetryPolicy = .standard,
        fingerprints: [String: String] = ["token": "f1"]
    ) throws -> String {
        let body = BodyTemplate.json(.object([.init("text", .text(try Template(text)))]))
        let step = try Fixtures.step(url: url, headers: headers, body: body)
        let webhook = try Fixtures.webhook(steps: [step], signature: signature, retry: retry)
        return try Fixtures.channel(webhook, target: target).canonicalDescription(secretFingerprints: fingerprints)
    }

    @Test("It is one line a fact, in JSON, and always the same")
    func form() throws {
        #expect(
            try description() == """
                ["channel","trang-thu"]
                ["preset","mau-thu"]
                ["unit","don-vi"]
                ["name","Trang thử"]
                ["kind","social"]
                ["target","path","hook"]
                ["secret","token","f1"]
                ["egress","https"]
                ["host","a.example"]
                ["idempotency","none"]
                ["step","post","publish","always","POST","https://a.example/{{target.path}}"]
                ["header","A","{{secret.token}}"]
                ["json","{\\"text\\":\\"{{post.text}}\\"}"]

                """)
    }

    @Test("Whatever decides what is sent, where or as whom changes it")
    func changes() throws {
        let variants = [
            try description(), try description(url: "https://a.example/x/{{target.path}}"),
            try description(target: ["path": "other"]), try description(target: ["path": "hook\"]\n[\"target"]),
            try description(headers: [("B", "{{secret.token}}")]), try description(text: "{{post.title}}"),
            try description(signature: .standardWebhooks(secret: "token")),
            try description(signature: .hmacSHA256(header: "X", prefix: "", secret: "token")),
            try description(fingerprints: ["token": "f2"]), try description(fingerprints: [:]),
        ]
        #expect(Set(variants).count == variants.count)
    }

    @Test("How often it is tried does not change it")
    func pace() throws {
        let retry = RetryPolicy(onConnect: false, statuses: [], schedule: RetrySchedule(delays: [], jitter: 0))
        #expect(try description(retry: retry) == description())
    }
}
