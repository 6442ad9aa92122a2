import Operations
import Outreach
import Testing

@testable import Office

/// Who approves has read exactly that: nothing that changed between reading and pressing goes through.
struct SeenHashTests {
    @Test func `what was edited after it was read is not approved, and the refusal says what changed`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let seen = try await office.seen(post)
            var edit = PostEdit()
            edit.text = "Gọi 111 nhé"
            edit.time = TimeOfDay("09:00")
            _ = try await office.workspace.editPost(
                post.id.description, edit, as: try office.user("lan"), mode: .perform)
            let expected = PublishingError.changedSinceSeen(parts: [.text, .moment, .lastMoment], state: .draft)
            await #expect(throws: expected) { try await approve([seen], in: office) }

            _ = try await office.review(post, .submit, by: "lan")
            await #expect(
                throws: PublishingError.changedSinceSeen(parts: [.text, .moment, .lastMoment], state: .inReview)
            ) { try await approve([seen], in: office) }
            #expect(try await office.post(post).approval == nil)
            #expect(try await approve([try await office.seen(post)], in: office).first?.state == .approved)
        }
    }

    @Test func `a channel that leads elsewhere now voids what was read`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let seen = try await office.seen(post)
            try await office.rewrite("Channels/channels.yaml", OfficeChannels.register(port: 9, path: "other"))
            await #expect(throws: PublishingError.changedSinceSeen(parts: [.channel], state: .inReview)) {
                try await approve([seen], in: office)
            }
        }
    }

    @Test func `so does a secret that was changed`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let seen = try await office.seen(post)
            let after = try await office.reopened(secrets: ["LOA_SECRET_PAGE_TOKEN": "another"])
            await #expect(throws: PublishingError.changedSinceSeen(parts: [.channel], state: .inReview)) {
                try await approve([seen], in: after)
            }
        }
    }

    @Test func `of many none is approved where one changed, and the refusal names it`() async throws {
        try await Office.open { office in
            let (first, second) = (
                try await office.submitted(), try await office.submitted(at: "2026-06-02 08:00")
            )
            let seen = [try await office.seen(first), try await office.seen(second)]
            _ = try await office.workspace.editPost(
                second.id.description, title: nil, text: "Gọi 111 nhé", day: nil, time: nil, as: try office.user("lan"),
                mode: .perform)
            let refusal = try await #require(throws: PostRefusal.self) { try await approve(seen, in: office) }
            #expect(refusal.post == second.id && refusal.kind == .conflict)
            #expect(try await office.post(first).state == .inReview)
        }
    }

    @Test func `one post named twice is approved once, unless it was read in two states`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let seen = try await office.seen(post)
            let other = SeenPost(seen.post, hash: try #require(ContentHash(String(repeating: "0", count: 64))))
            await #expect(throws: PublishingError.changedMeanwhile) { try await approve([seen, other], in: office) }
            #expect(try await approve([seen, seen], in: office).count == 1)
        }
    }

    @Test func `nothing chosen approves nothing`() async throws {
        try await Office.open { office in
            await #expect(throws: PublishingError.nothingChosen) { try await approve([], in: office) }
        }
    }

    @Test func `a campaign is approved as it was read, or not at all`() async throws {
        try await Office.open { office in
            let (workspace, lan, minh) = (office.workspace, try office.user("lan"), try office.user("minh"))
            let planned = try await workspace.planCampaign(
                playbook: try slug("june"), year: 2026, owner: try slug("east"), units: [], as: lan, mode: .perform)
            let campaign = planned.campaign.id
            let posts = try await workspace.submitCampaign(campaign, as: lan, mode: .perform).posts
            let seen = try await workspace.campaignToApprove(campaign, as: minh)
            #expect(seen.posts.count == posts.count)
            let one = try #require(posts.first).id.description
            _ = try await workspace.editPost(
                one, title: nil, text: "Gọi 111 nhé", day: nil, time: nil, as: lan, mode: .perform)
            _ = try await workspace.review([one], .submit, comment: "", as: lan, mode: .perform)
            await #expect(throws: PublishingError.campaignChangedSinceSeen) {
                try await workspace.approveCampaign(
                    campaign, seeing: seen.hash, comment: "", as: minh, mode: .perform)
            }
            let again = try await workspace.campaignToApprove(campaign, as: minh).hash
            let approved = try await workspace.approveCampaign(
                campaign, seeing: again, comment: "", as: minh, mode: .perform)
            #expect(approved.count == posts.count && approved.allSatisfy { $0.state == .approved })
        }
    }

    @Test func `a seen post is written as id and hash, and read back`() throws {
        let hash = String(repeating: "a", count: 64)
        #expect(SeenPost("0123abcd@\(hash)")?.description == "0123abcd@\(hash)")
        for text in ["0123abcd", "@\(hash)", "x@\(hash.dropLast())", "x@\(hash)@"] { #expect(SeenPost(text) == nil) }
    }

    private func approve(_ seen: [SeenPost], in office: Office) async throws -> [Post] {
        try await office.workspace.approve(seen, comment: "", as: try office.user("minh"), mode: .perform)
    }
}
