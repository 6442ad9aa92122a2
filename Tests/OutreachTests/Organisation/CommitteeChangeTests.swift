import Outreach
import Testing

private typealias Make = UnitFixture

/// Who belonged to a committee before still did.
struct CommitteeChangeTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func committee() throws -> Committee {
        try Make.committee("east-138", area: "east", standing: "police", members: "police youth")
    }

    @Test func `a member that comes counts from its day on, and one that leaves until its last`() throws {
        let school = try Make.slug("school")
        let more = try committee().joined(by: school, from: day("2026-07-01"))
        #expect(more.members(during: try Make.range("2026-01-01", "2026-06-30")) == (try Make.slugs("police youth")))
        #expect(more.members(during: try Make.range("2026-07-01", "2026-12-31")).last == school)
        let less = try more.left(by: Make.slug("youth"), on: day("2026-06-30"))
        #expect(less.members(during: try Make.range("2026-07-01", "2026-12-31")) == (try Make.slugs("police school")))
        #expect(less.members(during: try Make.range("2026-01-01", "2026-06-30")) == (try Make.slugs("police youth")))
        // And comes back.
        let again = try less.joined(by: Make.slug("youth"), from: day("2027-01-01"))
        #expect(again.memberships.count == 4)
    }

    @Test func `a member that was written by mistake never was one`() throws {
        let police = try Make.slug("police")
        let left = try committee().left(by: Make.slug("youth"), on: nil)
        #expect(left.members == [police])
        #expect(throws: UnitChangeError.lastMember(left.id)) { try left.left(by: police, on: nil) }
    }

    @Test func `nobody is a member twice on one day, and nobody leaves who is none`() throws {
        let (youth, school) = (try Make.slug("youth"), try Make.slug("school"))
        #expect(throws: UnitChangeError.memberAlready(youth)) {
            try committee().joined(by: youth, from: day("2026-07-01"))
        }
        #expect(throws: UnitChangeError.noMember(school)) { try committee().left(by: school, on: day("2026-07-01")) }
        let late = try committee().joined(by: school, from: day("2026-07-01"))
        #expect(throws: UnitChangeError.notThere(school, on: try day("2026-06-30"))) {
            try late.left(by: school, on: day("2026-06-30"))
        }
    }
}
