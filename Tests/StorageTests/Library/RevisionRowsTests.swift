import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct RevisionRowsTests {
    @Test func `content is a revision once, however often it is brought in`() async throws {
        let database = try Database(inMemory: ())
        let content = try MaterialFixture.content("a")
        let (first, hash) = try await database.add(content)
        let (second, same) = try await database.add(content, by: "binh")
        #expect(first == .added && second == .unchanged && hash == same)
        #expect(try await database.count("revisions") == 1)
        let revision = try #require(try await database.read { try $0.revision(hash) })
        #expect(revision.content == content)
        #expect(revision.number == 1 && revision.state == .inReview && revision.author == "an")
        #expect(revision.createdAt == Make.now && revision.decidedBy == nil)
    }

    @Test func `changed content is the next revision, in review, and the newest comes first`() async throws {
        let database = try Database(inMemory: ())
        _ = try await database.add(try MaterialFixture.content("a", body: "một"))
        let (effect, _) = try await database.add(try MaterialFixture.content("a", body: "hai"))
        #expect(effect == .changed)
        let slug = try Make.slug("a")
        let revisions = try await database.read { try $0.revisions(of: slug) }
        #expect(revisions.map(\.number) == [2, 1])
        #expect(revisions.map(\.content.body) == ["hai", "một"])
        #expect(revisions.allSatisfy { $0.state == .inReview })
    }

    @Test func `the newest approved revision is used while a newer one waits`() async throws {
        let database = try Database(inMemory: ())
        let slug = try Make.slug("a")
        let (_, first) = try await database.add(try MaterialFixture.content("a", body: "một"))
        #expect(try await database.read { try $0.approvedRevision(of: slug) } == nil)
        #expect(try await database.write { try $0.decide(first, .approved, by: "binh", at: Make.now) })
        let (_, second) = try await database.add(try MaterialFixture.content("a", body: "hai"))
        #expect(try await database.read { try $0.approvedRevision(of: slug)?.hash } == first)
        #expect(try await database.write { try $0.decide(second, .approved, by: "binh", at: Make.now) })
        let used = try await database.read { try $0.approvedRevision(of: slug) }
        #expect(used?.hash == second && used?.decidedBy == "binh" && used?.decidedAt == Make.now)
    }

    @Test func `a rejected revision is never used`() async throws {
        let database = try Database(inMemory: ())
        let (_, hash) = try await database.add(try MaterialFixture.content("a"))
        #expect(try await database.write { try $0.decide(hash, .rejected, by: "binh", at: Make.now) })
        let slug = try Make.slug("a")
        #expect(try await database.read { try $0.approvedRevision(of: slug) } == nil)
        #expect(try await database.found(LibraryQuery(state: .rejected)) == ["a"])
    }

    @Test func `a revision is decided once`() async throws {
        let database = try Database(inMemory: ())
        let (_, hash) = try await database.add(try MaterialFixture.content("a"))
        let unknown = ContentHash.sha256(of: "nothing")
        let decided = try await database.write { tx in
            [
                try tx.decide(hash, .approved, by: "binh", at: Make.now),
                try tx.decide(hash, .rejected, by: "chi", at: Make.now),
                try tx.decide(unknown, .approved, by: "chi", at: Make.now),
            ]
        }
        #expect(decided == [true, false, false])
        #expect(try await database.read { try $0.revision(hash)?.state } == .approved)
    }

    @Test func `of every material the newest approved revision is listed, and what waits is listed apart`() async throws
    {
        let database = try Database(inMemory: ())
        for (slug, bodies) in [("c", ["1"]), ("a", ["1", "2", "3"]), ("b", ["1"])] {
            for body in bodies {
                let (_, hash) = try await database.add(try MaterialFixture.content(slug, body: body))
                if slug != "b", body != "3" {
                    _ = try await database.write { try $0.decide(hash, .approved, by: "binh", at: Make.now) }
                }
            }
        }
        let (approved, waiting) = try await database.read { (try $0.approvedRevisions(), try $0.materialsInReview()) }
        #expect(approved.map { "\($0.content.material) \($0.number)" } == ["a 2", "c 1"])
        #expect(waiting.map(\.description) == ["a", "b"])
    }

    @Test func `content that was put back to what it was is the newest revision again, to be approved anew`()
        async throws
    {
        let database = try Database(inMemory: ())
        let slug = try Make.slug("a")
        var hashes: [ContentHash] = []
        for body in ["tốt", "hỏng"] {
            let (_, hash) = try await database.add(try MaterialFixture.content("a", body: body))
            _ = try await database.write { try $0.decide(hash, .approved, by: "binh", at: Make.now) }
            hashes.append(hash)
        }
        let (effect, back) = try await database.add(try MaterialFixture.content("a", body: "tốt"), by: "chi")
        #expect(effect == .changed && back == hashes[0])
        #expect(try await database.read { try $0.approvedRevision(of: slug)?.hash } == hashes[1])
        let newest = try await database.read { try $0.revisions(of: slug).first }
        #expect(newest?.hash == back && newest?.number == 3 && newest?.state == .inReview && newest?.author == "chi")
        #expect(newest?.decidedBy == nil)
        #expect(try await database.found(LibraryQuery(state: .inReview)) == ["a"])
        _ = try await database.write { try $0.decide(back, .approved, by: "binh", at: Make.now) }
        #expect(try await database.read { try $0.approvedRevision(of: slug)?.content.body } == "tốt")
        #expect(try await database.add(try MaterialFixture.content("a", body: "tốt")).0 == .unchanged)
    }

    @Test func `the same content has the same hash in every workspace`() async throws {
        let content = try MaterialFixture.content("a", variants: [.social, .print])
        let (_, first) = try await Database(inMemory: ()).add(content)
        let (_, second) = try await Database(inMemory: ()).add(content, by: "someone else")
        #expect(first == second)
    }
}
