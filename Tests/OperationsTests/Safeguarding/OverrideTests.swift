import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations

/// One finding let pass by one person for one text, for all to see.
struct OverrideTests {
    private func finding(of post: Post, in office: Office) async throws -> (FindingReference, ContentHash) {
        let reading = try await office.workspace.readPost(post.id.description, as: .program)
        let judged = try #require(reading.judgement.judged)
        return (try #require(judged.open.first).reference, judged.text)
    }

    private func override(_ post: Post, by name: String, reason: String = "trích để phản bác", in office: Office)
        async throws
    {
        let (finding, text) = try await finding(of: post, in: office)
        _ = try await office.workspace.override(
            finding, of: post.id.description, text: text, reason: reason, as: try office.user(name), mode: .perform)
    }

    @Test func `it lets the post through, and its approver and the log see who and why`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            try await override(draft, by: "tam", in: office)
            _ = try await office.review(draft, .submit, by: "lan")
            let reading = try await office.workspace.readPost(draft.id.description, as: try office.user("minh"))
            #expect(reading.judgement.judged?.overrides.map { "\($0.by): \($0.reason)" } == ["tam: trích để phản bác"])
            _ = try await office.approve(draft, by: "minh")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().map(\.post) == [draft.id])
            let log = try await office.workspace.auditEntries(
                limit: 20, subject: draft.id.description, as: try office.user("admin"))
            let entry = try #require(log.first { $0.action == "posts.override" })
            #expect(entry.actor == "tam" && entry.detail.hasSuffix("trích để phản bác"))
            #expect(!entry.detail.contains("hở hang"))
        }
    }

    @Test func `another word in the text and the finding stands again`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            try await override(draft, by: "tam", in: office)
            var edit = PostEdit()
            edit.text = GateTests.blaming + " Nhé."
            _ = try await office.workspace.editPost(
                draft.id.description, edit, as: try office.user("lan"), mode: .perform)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(draft, .submit, by: "lan") }
        }
    }

    @Test(arguments: ["lan", "hoa", "an", "duyet"])
    func `writers, editors, loggers and strangers let nothing pass`(name: String) async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            await #expect(throws: (any Error).self) { try await override(draft, by: name, in: office) }
        }
    }

    @Test func `nor does an administrator who wrote it`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming, by: "admin")
            await #expect(throws: PublishingError.ownWork(user: "admin")) {
                try await override(draft, by: "admin", in: office)
            }
        }
    }

    @Test func `it takes a reason`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            await #expect(throws: PublishingError.reasonMissing) {
                try await override(draft, by: "tam", reason: " ", in: office)
            }
        }
    }

    @Test func `taken back, it takes the approval with it`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            let (finding, _) = try await finding(of: draft, in: office)
            try await override(draft, by: "tam", in: office)
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            let after = try await office.workspace.withdrawOverride(
                finding, of: draft.id.description, reason: "đọc lại thấy không ổn", as: try office.user("tam"),
                mode: .perform)
            #expect(after.state == .draft && after.approval == nil)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(draft, .submit, by: "lan") }
        }
    }

    @Test func `whoever let it pass and lost the right lets nothing out, whatever was approved`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: GateTests.blaming)
            try await override(draft, by: "tam", in: office)
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            _ = try await office.workspace.revoke(
                Grant(role: .approver, unit: try slug("east")), from: try slug("tam"), as: try office.user("admin"),
                mode: .perform)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            let found = try await office.post(draft)
            #expect(found.state == .draft && found.reason?.english.contains("tam) no longer has the right") == true)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(draft, .submit, by: "lan") }
        }
    }

    @Test func `each finding has its own; a warning needs none`() async throws {
        try await Office.open { office in
            let text =
                "Em bị xâm hại do đi chơi khuya. Học sinh cá biệt hay vậy. Em bị xâm hại do ăn mặc hở hang. Gọi 111."
            let draft = try await office.draft(text: text)
            let judged = try #require(
                try await office.workspace.readPost(draft.id.description, as: .program).judgement.judged)
            #expect(judged.open.count >= 2)
            try await override(draft, by: "tam", in: office)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(draft, .submit, by: "lan") }
            let warning = try #require(judged.warnings.first)
            await #expect(throws: OverrideError.notOverridable(warning)) {
                try await office.workspace.override(
                    warning.reference, of: draft.id.description, text: judged.text, reason: "x",
                    as: try office.user("tam"), mode: .perform)
            }
        }
    }
}
