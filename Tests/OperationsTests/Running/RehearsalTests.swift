import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// A dry run checks and answers as the real one and leaves everything as it was.
struct RehearsalTests {
    @Test func `of every change nothing is left`() async throws {
        try await Office.open { office in
            let (workspace, lan, minh, admin) = (
                office.workspace, try office.user("lan"), try office.user("minh"), try office.user("admin")
            )
            let draft = try await office.draft()
            let submitted = try await office.submitted(at: "2026-06-02 08:00")
            let approved = try await office.approved(on: "speakers", at: "2026-05-20 09:00")
            let campaign = try await workspace.planCampaign(
                playbook: try slug("june"), year: 2026, owner: try slug("east"), units: [], as: lan, mode: .perform)
            try office.turn(to: "2026-05-20 10:00")
            let path = "Content/materials/article/goi-111.md"
            let text = try #require(OfficeContent.files[path])
            try Office.write(text + "\nThêm.", to: office.folder.appending(path: path))
            try Office.write(
                try #require(OfficeContent.files["Content/topics.yaml"]).replacing("Pháp luật", with: "Luật"),
                to: office.folder.appending(path: "Content/topics.yaml"))
            let session = try office.session()
            let before = try await office.rows()

            let imported = try await workspace.importContent(as: admin, mode: .rehearse)
            #expect(imported.count(.changed) == 2 && imported.toApprove.map(\.description) == ["goi-111"])
            #expect(try await office.review(draft, .submit, by: "lan", mode: .rehearse).state == .inReview)
            #expect(try await office.approve(submitted, by: "minh", mode: .rehearse).state == .approved)
            #expect(try await office.review(approved, .cancel, by: "lan", mode: .rehearse).state == .cancelled)
            _ = try await workspace.editPost(
                draft.id.description, title: "Khác", text: nil, day: nil, time: nil, as: lan, mode: .rehearse)
            let finding = PostFinding.posted(link: nil, at: nil, figure: (.plays, 2))
            #expect(
                try await workspace.resolvePost(
                    approved.id.description, finding, comment: "", as: lan, mode: .rehearse
                ).state == .posted)
            _ = try await workspace.hold(.everything, reason: "x", as: minh, mode: .rehearse)
            _ = try await workspace.planCampaign(
                playbook: try slug("june"), year: 2027, owner: try slug("east"), units: [], as: lan, mode: .rehearse)
            let made = try await workspace.submitCampaign(campaign.campaign.id, as: lan, mode: .rehearse)
            #expect(!made.posts.isEmpty)
            let logged = try await workspace.logSession(session, as: try office.user("an"), mode: .rehearse)
            #expect(logged.effect == .logged)
            _ = try await workspace.registerTarget(
                "12", indicator: try slug("turns"), unit: try slug("east"), period: "2026-H1", as: lan, mode: .rehearse)
            _ = try await workspace.addUser(
                try slug("moi"), name: "Mới", grant: Grant(role: .viewer, unit: nil), as: admin, mode: .rehearse)
            try await workspace.resumeDelivery(as: admin, mode: .rehearse)

            #expect(try await office.rows() == before)
            let audit = try await workspace.verifyAudit()
            #expect(audit.brokenAt == nil)
        }
    }

    @Test func `what would be refused is refused in a dry run as well`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            await #expect(throws: OrganisationError.self) {
                try await office.approve(post, by: "hoa", mode: .rehearse)
            }
            await #expect(throws: PublishingError.unknownPost("ffffffff")) {
                try await office.workspace.review(
                    ["ffffffff"], .submit, comment: "", as: try office.user("lan"), mode: .rehearse)
            }
        }
    }
}
