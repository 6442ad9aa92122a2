import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// No signed paper, no picture of a child; and one that is taken back pulls what rests on it.
struct ConsentTests {
    /// A material with one picture, approved, and its hash.
    private func picture(in office: Office, children: Int?, grey: UInt8 = 90) async throws -> ContentHash {
        let file = office.folder.appending(path: "Content/materials/article/buoi-choi.png")
        try Data(PhotoSample.png(grey: grey)).write(to: file)
        let said = children.map { ", children: \($0)" } ?? ""
        let article = try #require(OfficeContent.files["Content/materials/article/goi-111.md"])
        try await office.rewrite(
            "Content/materials/article/buoi-choi.md",
            article.replacing(
                "source: \"Luật Trẻ em 2016\"",
                with: "source: \"Luật Trẻ em 2016\"\nmedia:\n  - {file: buoi-choi.png, alt: \"Sân chơi\"\(said)}"))
        let view = try await office.workspace.material(try slug("buoi-choi"))
        return try #require(view.newest?.content.media.first).hash
    }

    private func approveLibrary(in office: Office) async throws {
        _ = try await office.workspace.decideMaterials([], .approved, as: try office.user("minh"), mode: .perform)
    }

    private func record(
        _ picture: ContentHash, in office: Office, reference: String = "HS-2026/014", age: ConsentAge = .sevenToFifteen,
        child: Bool = true, guardian: Bool = true, until: String = "2026-12-31"
    ) async throws -> Consent {
        let draft = ConsentDraft(
            unit: try slug("east-culture"), reference: reference, age: age, childAgreed: child,
            guardianAgreed: guardian, signedOn: try #require(Day("2026-05-01")), expiresOn: try #require(Day(until)),
            pictures: [picture])
        return try await office.workspace.recordConsent(draft, as: try office.user("lan"), mode: .perform)
    }

    private func post(
        in office: Office, on channel: String = "wall", at time: String = "2026-06-01 08:00"
    ) async throws -> Post {
        let parts = time.split(separator: " ").map(String.init)
        let draft = PostDraft(
            channel: try slug(channel), material: try slug("buoi-choi"), day: try #require(Day(parts[0])),
            time: try #require(TimeOfDay(parts[1])))
        let posts = try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
        return try #require(posts.first)
    }

    @Test func `until somebody says what a picture shows, its material is not approved`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: nil)
            await #expect(throws: MaterialRefusal.self) { try await approveLibrary(in: office) }
            _ = try await office.workspace.markPicture(
                hash, children: 0, showsVictim: false, as: try office.user("lan"), mode: .perform)
            try await approveLibrary(in: office)
        }
    }

    @Test func `a recognisable child needs a consent, and as many as there are children`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 2)
            await #expect(throws: MaterialRefusal.self) { try await approveLibrary(in: office) }
            _ = try await record(hash, in: office)
            await #expect(throws: MaterialRefusal.self) { try await approveLibrary(in: office) }
            _ = try await record(hash, in: office, reference: "HS-2026/015", age: .underSeven, child: false)
            try await approveLibrary(in: office)
            _ = try await office.review(try await post(in: office), .submit, by: "lan")
        }
    }

    @Test func `who has to sign goes by age`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            for (age, child, guardian) in [
                (ConsentAge.underSeven, true, false), (.sevenToFifteen, false, true), (.sevenToFifteen, true, false),
                (.sixteenOrSeventeen, false, true), (.sixteenOrSeventeen, true, false),
            ] {
                await #expect(throws: ConsentError.self) {
                    try await record(hash, in: office, age: age, child: child, guardian: guardian)
                }
            }
            #expect(try await office.workspace.consents(as: .program).isEmpty)
        }
    }

    @Test(arguments: ["Nguyễn Văn An", "bé Trần Thị Bình 2026", "Lê Thị Hoa/2026", "không số"])
    func `the register takes no name for a number`(reference: String) async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            await #expect(throws: ConsentError.self) { try await record(hash, in: office, reference: reference) }
            #expect(try await office.rows().contains { $0.contains(reference) } == false)
        }
    }

    @Test func `a consent that ran out before the day of posting is none`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            _ = try await record(hash, in: office, until: "2026-05-31")
            try await approveLibrary(in: office)
            let draft = try await post(in: office)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(draft, .submit, by: "lan") }
        }
    }

    @Test func `one that runs out while a post waits keeps it in`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            _ = try await record(hash, in: office, until: "2026-06-02")
            try await approveLibrary(in: office)
            let draft = try await post(in: office, at: "2026-06-02 08:00")
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            try await office.database().write {
                _ = try $0.execute("UPDATE consents SET expires_on = '2026-06-01'")
            }
            try office.turn(to: "2026-06-02 08:00")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(draft).reason?.english.contains("S05") == true)
        }
    }

    @Test func `taken back, it pulls what waits and lists what is out`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            let consent = try await record(hash, in: office)
            try await approveLibrary(in: office)
            var posts: [Post] = []
            for hour in 8...10 {
                posts.append(try await post(in: office, at: "2026-06-01 \(hour < 10 ? "0" : "")\(hour):00"))
            }
            for draft in posts { _ = try await office.review(draft, .submit, by: "lan") }
            for draft in posts.prefix(2) { _ = try await office.approve(draft, by: "minh") }
            let first = posts[0].id
            try await office.database().write {
                _ = try $0.execute("UPDATE posts SET state = 'posted' WHERE id = ?", [first])
            }
            let done = try await office.workspace.withdrawConsent(
                consent.id, reason: "gia đình yêu cầu", as: try office.user("hoa"), mode: .perform)
            #expect(Set(done.posts.pulled.map(\.id)) == [posts[1].id, posts[2].id])
            #expect(done.posts.toTakeDown.map(\.id) == [posts[0].id])
            #expect(done.materials == [try slug("buoi-choi")])
            let pulled = try await office.post(posts[1])
            #expect(pulled.state == .draft && pulled.approval == nil)
            await #expect(throws: SafeguardingRefusal.self) { try await office.review(posts[1], .submit, by: "lan") }
            #expect(
                try await office.workspace.openTakeDowns(as: try office.user("lan")).map(\.post.id) == [posts[0].id])
            _ = try await office.workspace.settleTakeDown(
                of: posts[0].id.description, as: try office.user("lan"), mode: .perform)
            #expect(try await office.workspace.openTakeDowns(as: try office.user("lan")).isEmpty)
        }
    }

    @Test(arguments: PostDoubtTests.Doubt.allCases)
    func `taken back, it lists what may be out, and a person settles it`(doubt: PostDoubtTests.Doubt) async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            let consent = try await record(hash, in: office)
            try await approveLibrary(in: office)
            let draft = try await post(in: office, on: "page")
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            try await office.becomeDoubtful(doubt)
            #expect(try await office.post(draft).state == .retrying)
            let done = try await office.workspace.withdrawConsent(
                consent.id, reason: "gia đình yêu cầu", as: try office.user("hoa"), mode: .perform)
            #expect(done.posts.pulled.isEmpty && done.posts.toTakeDown.map(\.id) == [draft.id])
            let found = try await office.post(draft)
            #expect(found.state == .unknown && found.approval == nil)
            #expect(found.reason?.english.contains("HS-2026/014") == true)
            #expect(
                try await office.workspace.openTakeDowns(as: try office.user("lan")).map(\.post.id) == [draft.id])
            #expect(try await office.claim().isEmpty)
        }
    }

    @Test func `a victim's picture never goes out, whatever was signed`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: 1)
            _ = try await record(hash, in: office)
            try await approveLibrary(in: office)
            let draft = try await post(in: office)
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            _ = try await office.workspace.markPicture(
                hash, children: 1, showsVictim: true, as: try office.user("hoa"), mode: .perform)
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().isEmpty)
            let judged = try #require(
                try await office.workspace.readPost(draft.id.description, as: .program).judgement.judged)
            let finding = try #require(judged.open.first)
            await #expect(throws: OverrideError.notOverridable(finding)) {
                try await office.workspace.override(
                    finding.reference, of: draft.id.description, text: judged.text, reason: "x",
                    as: try office.user("tam"), mode: .perform)
            }
            await #expect(throws: ConsentError.victim(hash)) {
                try await record(hash, in: office, reference: "HS-2026/099")
            }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.markPicture(
                    hash, children: 0, showsVictim: false, as: try office.user("lan"), mode: .perform)
            }
        }
    }

    @Test func `fewer children than somebody else saw are not said without the right to override`() async throws {
        try await Office.open { office in
            let hash = try await picture(in: office, children: nil)
            func say(_ children: Int, by user: String) async throws {
                _ = try await office.workspace.markPicture(
                    hash, children: children, showsVictim: false, as: try office.user(user), mode: .perform)
            }
            try await say(3, by: "hoa")
            await #expect(throws: OrganisationError.self) { try await say(0, by: "lan") }
            try await say(4, by: "lan")
            await #expect(throws: OrganisationError.self) { try await say(2, by: "lan") }
            try await say(3, by: "lan")
            #expect(try await office.database().read { try $0.pictureMark(hash)?.children } == 3)
            try await say(0, by: "admin")
            try await say(1, by: "lan")
        }
    }
}
