import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// Two people, one hash: nothing goes out that only its writer has seen.
struct ApprovalTests {
    private func give(_ role: Role, to name: String, in office: Office) async throws {
        _ = try await office.workspace.grant(
            Grant(role: role, unit: try slug("east")), to: try slug(name), as: try office.user("admin"), mode: .perform)
    }

    @Test func `a post is approved by someone else, and the approval says who and when`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            #expect(post.state == .approved && post.approval?.by == "minh")
            #expect(post.approval?.at == office.clock.source.now)
            #expect(try await office.post(post) == post)
        }
    }

    @Test func `whoever wrote a post cannot approve it, whatever else they may do`() async throws {
        try await Office.open { office in
            try await give(.approver, to: "lan", in: office)
            let post = try await office.submitted()
            await #expect(throws: PublishingError.ownWork(user: "lan")) {
                try await office.approve(post, by: "lan")
            }
            #expect(try await office.post(post).state == .inReview)
        }
    }

    @Test func `nor can whoever changed it`() async throws {
        try await Office.open { office in
            try await give(.editor, to: "minh", in: office)
            let draft = try await office.draft()
            _ = try await office.workspace.editPost(
                draft.id.description, title: nil, text: "Gọi 111 ngay", day: nil, time: nil,
                as: try office.user("minh"),
                mode: .perform)
            _ = try await office.review(draft, .submit, by: "lan")
            await #expect(throws: PublishingError.ownWork(user: "minh")) {
                try await office.approve(draft, by: "minh")
            }
            #expect(try await office.approve(draft, by: "tam").state == .approved)
        }
    }

    @Test func `the program approves nothing`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            await #expect(throws: PublishingError.self) {
                try await office.workspace.approve(
                    [try await office.seen(post)], comment: "", as: .program, mode: .perform)
            }
            #expect(try await office.post(post).state == .inReview)
        }
    }

    @Test(arguments: ["hoa", "admin"])
    func `editing or administering gives no right to approve`(name: String) async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            await #expect(throws: OrganisationError.self) { try await office.approve(post, by: name) }
            #expect(try await office.post(post).state == .inReview)
        }
    }

    @Test func `several are approved together or none`() async throws {
        try await Office.open { office in
            try await give(.editor, to: "minh", in: office)
            let (other, own) = (
                try await office.submitted(), try await office.submitted(at: "2026-06-02 08:00", by: "minh")
            )
            let seen = [try await office.seen(other), try await office.seen(own)]
            let refusal = try await #require(throws: PostRefusal.self) {
                try await office.workspace.approve(seen, comment: "", as: try office.user("minh"), mode: .perform)
            }
            #expect(refusal.post == own.id && refusal.cause as? PublishingError == .ownWork(user: "minh"))
            #expect(try await office.post(other).state == .inReview)
        }
    }

    @Test func `rejecting needs a reason, which stays with the post`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            await #expect(throws: PublishingError.reasonMissing) {
                try await office.review(post, .reject, by: "minh", comment: " ")
            }
            let rejected = try await office.review(post, .reject, by: "minh", comment: "Thiếu nguồn")
            #expect(rejected.state == .draft && rejected.reason == Message(verbatim: "Thiếu nguồn"))
            let shown = try await office.workspace.post(post.id.description, as: try office.user("lan"))
            #expect(shown.comments.map(\.text) == ["Thiếu nguồn"] && shown.comments.map(\.author) == ["minh"])
        }
    }

    @Test func `a change makes a draft again, to be approved anew`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let edited = try await office.workspace.editPost(
                post.id.description, title: nil, text: "Gọi 111 ngay", day: nil, time: TimeOfDay("09:00"),
                as: try office.user("lan"), mode: .perform)
            #expect(edited.state == .draft && edited.approval == nil)
            #expect(edited.moment - post.moment == .seconds(3600) && edited.notAfter - post.notAfter == .seconds(3600))
            await #expect(throws: PostTransitionError.self) { try await office.approve(post, by: "minh") }
        }
    }

    @Test func `what cannot be filled in is refused before anybody approves it`() async throws {
        try await Office.open { office in
            let without = try await office.reopened(secrets: [:])
            let draft = try await without.draft()
            await #expect(throws: PublishingError.self) { try await without.review(draft, .submit, by: "lan") }
            #expect(try await without.post(draft).state == .draft)
        }
    }

    @Test func `a text the channel does not take is refused, and none is cut`() async throws {
        try await Office.open { office in
            let long = String(repeating: "a", count: 201)
            await #expect(throws: PublishingError.tooLong(length: 201, maximum: 200)) {
                try await office.draft(on: "office", text: long)
            }
            let draft = try await office.draft(on: "office", text: String(long.dropLast()))
            #expect(draft.text.count == 200)
        }
    }

    @Test func `nobody approves a material they brought in, and then none is decided`() async throws {
        try await Office.open { office in
            try await give(.editor, to: "minh", in: office)
            let path = "Content/materials/article/goi-111.md"
            let text = try #require(OfficeContent.files[path])
            try Office.write(text + "\nThêm một dòng.", to: office.folder.appending(path: path))
            let report = try await office.workspace.importContent(as: try office.user("minh"), mode: .perform)
            #expect(report.toApprove == [try slug("goi-111")])
            await #expect(throws: LibraryError.ownWork(material: try slug("goi-111"), user: "minh")) {
                try await office.workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
            }
            let view = try await office.workspace.material(try slug("goi-111"))
            #expect(view.newest?.state == .inReview && view.approved?.number == 1)
            _ = try await office.workspace.decideMaterials([], .approved, as: try office.user("tam"), mode: .perform)
            #expect(try await office.workspace.material(try slug("goi-111")).approved?.number == 2)
        }
    }
}
