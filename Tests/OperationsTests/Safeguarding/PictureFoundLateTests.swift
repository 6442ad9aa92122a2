import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// What is seen in a picture after it went out pulls and takes down what has it, as a withdrawn consent does.
struct PictureFoundLateTests {
    /// A material for pages and loudspeakers with one picture on which no child can be recognised, approved.
    private func picture(in office: Office) async throws -> ContentHash {
        let file = office.folder.appending(path: "Content/materials/article/san-choi.png")
        try Data(PhotoSample.png(grey: 70)).write(to: file)
        let article = try #require(OfficeContent.files["Content/materials/article/goi-111.md"])
        try await office.rewrite(
            "Content/materials/article/san-choi.md",
            article.replacing(
                "source: \"Luật Trẻ em 2016\"",
                with: "source: \"Luật Trẻ em 2016\"\nmedia:\n  - {file: san-choi.png, alt: \"Sân chơi\", children: 0}")
                + "\n\n=== loudspeaker ===\nKhi trẻ em cần giúp đỡ, hãy gọi 111.\n")
        _ = try await office.workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
        let view = try await office.workspace.material(try slug("san-choi"))
        return try #require(view.newest?.content.media.first).hash
    }

    private func approved(in office: Office, on channel: String = "wall", hour: Int = 8) async throws -> Post {
        let draft = PostDraft(
            channel: try slug(channel), material: try slug("san-choi"), day: try #require(Day("2026-06-01")),
            time: try #require(TimeOfDay("\(hour < 10 ? "0" : "")\(hour):00")))
        let posts = try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
        let post = try #require(posts.first)
        _ = try await office.review(post, .submit, by: "lan")
        return try await office.approve(post, by: "minh")
    }

    private func setPosted(_ post: Post, in office: Office) async throws {
        try await office.database().write {
            _ = try $0.execute("UPDATE posts SET state = 'posted' WHERE id = ?", [post.id])
        }
    }

    private func say(
        _ hash: ContentHash, children: Int, victim: Bool = false, in office: Office, by user: String = "hoa"
    ) async throws -> PictureMarked {
        try await office.workspace.markPicture(
            hash, children: children, showsVictim: victim, as: try office.user(user), mode: .perform)
    }

    @Test(arguments: [true, false])
    func `a victim or a child without consent, seen late, pulls what waits and lists what is out`(victim: Bool)
        async throws
    {
        try await Office.open { office in
            let hash = try await picture(in: office)
            let (out, waiting) = (try await approved(in: office), try await approved(in: office, hour: 9))
            try await setPosted(out, in: office)
            let done = try await say(hash, children: victim ? 0 : 2, victim: victim, in: office)
            #expect(done.posts.pulled.map(\.id) == [waiting.id] && done.posts.toTakeDown.map(\.id) == [out.id])
            let pulled = try await office.post(waiting)
            #expect(pulled.state == .draft && pulled.approval == nil && pulled.reason != nil)
            let lan = try office.user("lan")
            let open = try await office.workspace.openTakeDowns(as: lan)
            #expect(open.map(\.post.id) == [out.id] && open.map(\.reason) == [done.mark.words])
            #expect(open.first?.takeDown.picture == hash && open.first?.takeDown.consent == nil)
            _ = try await office.workspace.settleTakeDown(of: out.id.description, as: lan, mode: .perform)
            #expect(try await office.workspace.openTakeDowns(as: lan).isEmpty)
        }
    }

    @Test func `what is said of a picture that may still be seen pulls nothing`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office)
            let post = try await approved(in: office)
            let done = try await say(hash, children: 0, in: office)
            #expect(done.posts.pulled.isEmpty && done.posts.toTakeDown.isEmpty)
            #expect(try await office.post(post).state == .approved)
        }
    }

    @Test func `a consent that comes after it takes the post off the list`() async throws {
        try await Office.open { office in
            let (hash, lan) = (try await picture(in: office), try office.user("lan"))
            let post = try await approved(in: office)
            try await setPosted(post, in: office)
            _ = try await say(hash, children: 1, in: office)
            #expect(try await office.workspace.openTakeDowns(as: lan).count == 1)
            let day = office.workspace.today
            _ = try await office.workspace.recordConsent(
                ConsentDraft(
                    unit: try slug("east-culture"), reference: "HS-2026/021", age: .sevenToFifteen, childAgreed: true,
                    guardianAgreed: true, signedOn: day, expiresOn: day + 30, pictures: [hash]),
                as: lan, mode: .perform)
            #expect(try await office.workspace.openTakeDowns(as: lan).isEmpty)
        }
    }

    @Test func `a kit is refused where its file is not what was approved, and says which`() async throws {
        try await Office.open { office in
            let (hash, lan) = (try await picture(in: office), try office.user("lan"))
            let post = try await approved(in: office, on: "speakers")
            let kit = try await office.workspace.kit(for: post.id.description, as: lan)
            #expect(kit.files.map(\.name) == ["san-choi.png"])
            try Data(PhotoSample.png(grey: 1)).write(to: office.workspace.media.location(of: hash))
            let error = await #expect(throws: PublishingError.self) {
                try await office.workspace.kit(for: post.id.description, as: lan)
            }
            #expect(error?.message.english.contains("san-choi.png") == true)
        }
    }

    @Test func `the kit of a posted post asks for consents, too`() async throws {
        try await Office.open { office in
            let (hash, lan) = (try await picture(in: office), try office.user("lan"))
            let post = try await approved(in: office, on: "speakers")
            try await setPosted(post, in: office)
            _ = try await office.workspace.kit(for: post.id.description, as: lan)
            _ = try await say(hash, children: 1, in: office)
            let error = await #expect(throws: PublishingError.self) {
                try await office.workspace.kit(for: post.id.description, as: lan)
            }
            #expect(error?.message.english.contains("san-choi.png") == true)
        }
    }
}
