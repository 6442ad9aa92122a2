import Delivery
import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// The claim that sends asks once more for everything an approval rests on.
struct ClaimTests {
    /// Expects that a post which is due is not sent, and is a draft again that says why.
    private func expectVoid(_ post: Post, in office: Office, because words: String) async throws {
        try office.turn(to: "2026-06-01 08:00")
        let claimed = try await office.claim()
        #expect(claimed.isEmpty)
        let found = try await office.post(post)
        #expect(found.state == .draft && found.approval == nil && found.attempts == 0)
        #expect(found.reason?.english.contains(words) == true)
        #expect(found.reason?.vietnamese.isEmpty == false)
        let entries = try await office.workspace.auditEntries(
            limit: 1, subject: post.id.description, as: try office.user("admin"))
        #expect(entries.first?.action == "posts.reject" && entries.first?.actor == "loa")
    }

    @Test func `an approved post is claimed at its moment, once, with all that is needed to send it`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 07:59")
            let early = try await office.claim()
            #expect(early.isEmpty)
            try office.turn(to: "2026-06-01 08:00")
            let envelope = try #require(try await office.claim().first)
            #expect(envelope.post == post.id && envelope.attempt == 1 && envelope.notAfter == post.notAfter)
            #expect(envelope.values.text == "Gọi 111" && envelope.values.key == post.id.description)
            #expect(envelope.outlet.secrets == ["token": "s3cret-of-page"])
            #expect(try await office.post(post).state == .sending)
            #expect(try await office.claim().isEmpty)
        }
    }

    @Test(arguments: [
        ("text = 'Gọi 111.'", "text"), ("title = 'Khác'", "title"), ("link = 'https://example.vn/'", "link"),
        ("unit = 'east-police'", "text, where it is parted, media, channel"), ("moment = moment - 1", "moment"),
        ("not_after = not_after + 1", "last moment"), ("zone = 'Asia/Bangkok'", "moment"),
        ("channel = 'wall'", "settings of the channel"),
        (
            "media = '[{\"name\":\"a.png\",\"alternativeText\":\"\",\"hash\":\"\(String(repeating: "a", count: 64))\"}]'",
            "media"
        ),
    ])
    func `a post that was changed behind Loa's back after approval is not sent, and it says what changed`(
        change: String, words: String
    ) async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await office.database().write { _ = try $0.execute("UPDATE posts SET \(change)") }
            try await expectVoid(post, in: office, because: "Changed after approval: \(words)")
        }
    }

    @Test func `another secret is another page, so the approval does not hold`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let other = try await office.reopened(secrets: ["LOA_SECRET_PAGE_TOKEN": "another"])
            try await expectVoid(post, in: other, because: "Changed after approval: the secret “token”.")
        }
    }

    @Test func `a secret that is gone voids the approval as well`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await expectVoid(post, in: try await office.reopened(secrets: [:]), because: "secret")
        }
    }

    @Test func `a channel that leads elsewhere voids the approval`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: 9, path: "another-page"))
            try await expectVoid(post, in: office, because: "channel")
        }
    }

    @Test func `a template that sends something else voids the approval`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let preset = try #require(OfficeChannels.files(port: 9)["Channels/hook.yaml"])
            try await office.rewrite(
                "Channels/hook.yaml", preset.replacing("text: \"{{post.text}}\"", with: "text: \"Tin: {{post.text}}\""))
            try await expectVoid(post, in: office, because: "channel")
        }
    }

    @Test func `pace, hours and retries decide when it leaves, not what, so the approval holds`() async throws {
        try await Office.open { office in
            _ = try await office.approved()
            let preset = try #require(OfficeChannels.files(port: 9)["Channels/hook.yaml"])
            try await office.rewrite(
                "Channels/hook.yaml",
                preset.replacing("schedule: [5s, 1m, 5m]", with: "schedule: [9s]") + "\nlimits: {rate: 1/s}\n")
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().count == 1)
        }
    }

    @Test func `a newer revision of the material leaves what was approved as it is`() async throws {
        try await Office.open { office in
            let path = "Content/materials/article/goi-111.md"
            var draft = PostDraft(
                channel: try slug("page"), material: try slug("goi-111"), day: try #require(Day("2026-06-01")),
                time: try #require(TimeOfDay("08:00")))
            draft.tolerance = .seconds(3600)
            let made = try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
            let post = try #require(made.first)
            _ = try await office.review(post, .submit, by: "lan")
            _ = try await office.approve(post, by: "minh")
            try await office.rewrite(
                path, try #require(OfficeContent.files[path]).replacing("gọi 111", with: "gọi ngay 111"))
            _ = try await office.workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
            try office.turn(to: "2026-06-01 08:00")
            #expect(
                try await office.claim().map(\.values.text) == [
                    "Khi trẻ em cần giúp đỡ, hãy gọi 111 (miễn phí, 24/24)."
                ])
        }
    }

    @Test func `an approver whose role was taken away has approved nothing`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            _ = try await office.workspace.revoke(
                Grant(role: .approver, unit: try slug("east")), from: try slug("minh"), as: try office.user("admin"),
                mode: .perform)
            try await expectVoid(post, in: office, because: "minh")
        }
    }

    @Test func `an approver who has left has approved nothing`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await office.database().write { _ = try $0.execute("UPDATE users SET is_active = 0 WHERE id = 'minh'") }
            try await expectVoid(post, in: office, because: "minh")
        }
    }

    @Test(arguments: ["author = 'minh'", "editors = '[\"minh\"]'"])
    func `an approval of one's own work does not hold`(change: String) async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await office.database().write { _ = try $0.execute("UPDATE posts SET \(change)") }
            try await expectVoid(post, in: office, because: "minh")
        }
    }

    @Test func `an approved state without an approval is nothing`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            try await office.database().write { _ = try $0.execute("UPDATE posts SET state = 'approved'") }
            try await expectVoid(post, in: office, because: "not approved")
        }
    }
}
