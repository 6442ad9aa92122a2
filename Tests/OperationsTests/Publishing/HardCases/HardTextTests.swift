import Operations
import Outreach
import Testing

@testable import Office
@testable import Receivers

/// Values that are missing, hostile or secret.
@Suite("Hard cases: values")
struct HardTextTests {
    @Test func `template with a missing value (refused at preview, never half a text)`() async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let draft = try await office.draft(on: "linked")
            await #expect(throws: PublishingError.self) { try await office.review(draft, .submit, by: "lan") }
            #expect(try await office.post(draft).state == .draft)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.deliver().attempts == 0 && receiver.requests.isEmpty)
        }
    }

    @Test(arguments: [
        ("plain", "Gọi 111", #""text":"Gọi 111\n\nhttps://tongdai111.vn/""#),
        ("plain", "Gọi 111: https://tongdai111.vn/", #""text":"Gọi 111: https://tongdai111.vn/""#),
        ("linked", "Gọi 111", #""text":"Gọi 111 https://tongdai111.vn/""#),
    ])
    func `a link that was approved goes out, once, where the channel has no place for it under the text`(
        channel: String, text: String, expected: String
    ) async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            var draft = PostDraft(
                channel: try slug(channel), day: try #require(Day("2026-06-01")), time: try #require(TimeOfDay("08:00"))
            )
            (draft.title, draft.text, draft.link) = ("Bảo vệ trẻ em", text, "https://tongdai111.vn/")
            let made = try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
            let post = try #require(made.first)
            _ = try await office.review(post, .submit, by: "lan")
            _ = try await office.approve(post, by: "minh")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.deliver().posted == 1)
            let body = String(decoding: try #require(receiver.requests.first).body, as: UTF8.self)
            #expect(body.contains(expected), "\(body)")
        }
    }

    @Test func `a secret that went missing after approval sends nothing`() async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let post = try await office.due(on: "letter")
            let next = try await office.reopened(secrets: Office.secrets)
            #expect(try await next.deliver().attempts == 0 && receiver.requests.isEmpty)
            #expect(try await office.post(post).state == .draft)
        }
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rb", "a\0b"])
    func `CR/LF in a header value`(secret: String) async throws {
        let secrets = HardCase.secrets.merging(["LOA_SECRET_LETTER_TOKEN": secret]) { $1 }
        try await HardCase.open(Behaviours.answer(), secrets: secrets) { office, receiver in
            let draft = try await office.draft(on: "letter")
            let refusal = await #expect(throws: (any Error).self) {
                try await office.review(draft, .submit, by: "lan")
            }
            #expect(refusal.map { "\($0)".contains("X-Evil") } == false)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.deliver().attempts == 0 && receiver.connectionCount == 0)
        }
    }

    @Test func `secret in a URL path`() async throws {
        try await HardCase.open(Behaviours.answer(404, body: #"{"path":"/door/path-s3cret/1%2B2/in"}"#)) {
            office, receiver in
            let post = try await office.due(on: "door")
            _ = try await office.deliver()
            #expect(receiver.requests.first?.lines[0] == "POST /door/path-s3cret/1%2B2/in HTTP/1.1")
            let attempt = try await office.attempt(post)
            #expect(attempt.request?.hasPrefix("POST http://127.0.0.1:\(receiver.port)/door/•••/in") == true)
            #expect(attempt.answer?.contains("/door/•••/in") == true)
            #expect(try await office.rows().allSatisfy { !$0.contains("s3cret/1") })
        }
    }
}
