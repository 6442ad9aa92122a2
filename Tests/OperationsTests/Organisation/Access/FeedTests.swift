import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// A feed shows what its maker may see at that moment, and changes nothing.
struct FeedTests {
    private func make(
        _ kind: FeedKind = .calendar, _ filter: FeedFilter = FeedFilter(), by name: String = "lan", in office: Office
    ) async throws -> MadeFeed {
        try await office.workspace.makeFeed(kind, filter: filter, as: office.user(name))
    }

    @Test func `its code leads to what its maker sees, with its filter`() async throws {
        try await Office.open { office in
            let (here, _) = (try await office.draft(), try await office.draft(on: "west-page", by: "tay"))
            let filter = FeedFilter(unit: try slug("east"), channel: try slug("page"))
            let made = try await make(.atom, filter, in: office)
            let found = try #require(try await office.workspace.feed(code: made.code))
            #expect(found.feed.kind == .atom && found.feed.filter == filter && found.feed.id == made.feed.id)
            #expect(try await office.workspace.posts(PostFilter(), as: found.caller).map(\.id) == [here.id])
            #expect(try await !office.rows().joined().contains(made.code))
            #expect(try await office.audited(1) == ["lan feeds.make \(made.feed.id)"])
        }
    }

    @Test func `it changes nothing, whoever made it`() async throws {
        try await Office.open { office in
            let post = try await office.draft()
            let made = try await make(by: "admin", in: office)
            let reader = try #require(try await office.workspace.feed(code: made.code)).caller
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.review(
                    [post.id.description], .submit, comment: "", as: reader, mode: .perform)
            }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.auditEntries(limit: 1, subject: nil, as: reader)
            }
            #expect(try await office.workspace.me(as: reader).permissions == [.view])
        }
    }

    @Test func `it follows its maker's roles, and rests while they are disabled`() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            _ = try await office.draft(on: "west-page", by: "tay")
            let made = try await make(in: office)
            func count() async throws -> Int? {
                guard let found = try await workspace.feed(code: made.code) else { return nil }
                return try await workspace.posts(PostFilter(), as: found.caller).count
            }
            #expect(try await count() == 0)
            try await office.give(.viewer, at: "west", to: "lan")
            #expect(try await count() == 1)
            _ = try await workspace.disableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await count() == nil)
            _ = try await workspace.enableUser(slug("lan"), as: admin, mode: .perform)
            #expect(try await count() == 1)
        }
    }

    @Test func `its maker revokes it, or an administrator of the workspace`() async throws {
        try await Office.open { office in
            let (first, second) = (try await make(in: office), try await make(in: office))
            let workspace = office.workspace
            await #expect(throws: AccessError.unknownFeed) {
                try await workspace.revokeFeed(first.feed.id, as: office.user("hoa"))
            }
            #expect(try await workspace.feeds(as: try office.user("hoa")).count == 0)
            #expect(try await workspace.feeds(as: try office.user("lan")).count == 2)
            try await workspace.revokeFeed(first.feed.id, as: office.user("lan"))
            try await workspace.revokeFeed(second.feed.id, as: office.user("admin"))
            for made in [first, second] {
                let found = try await workspace.feed(code: made.code)
                #expect(found == nil)
                await #expect(throws: OrganisationError.self) {
                    try await workspace.posts(PostFilter(), as: .feed(made.feed.id))
                }
            }
            await #expect(throws: AccessError.unknownFeed) {
                try await workspace.revokeFeed(first.feed.id, as: office.user("lan"))
            }
        }
    }

    @Test func `it is not narrowed to what its maker may not see, or what is not there`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) {
                try await make(.calendar, FeedFilter(unit: slug("west")), in: office)
            }
            await #expect(throws: OrganisationError.self) {
                try await make(.calendar, FeedFilter(unit: slug("nowhere")), in: office)
            }
            await #expect(throws: (any Error).self) {
                try await make(.calendar, FeedFilter(channel: slug("nowhere")), in: office)
            }
            await #expect(throws: (any Error).self) {
                try await make(.calendar, FeedFilter(campaign: slug("nowhere")), in: office)
            }
            let made = try await office.workspace.feeds(as: office.user("lan"))
            #expect(made.isEmpty)
        }
    }

    @Test func `fetching it is written down once a day`() async throws {
        try await Office.open { office in
            let made = try await make(in: office)
            _ = try await office.workspace.feed(code: made.code)
            let after = try await office.rows()
            _ = try await office.workspace.feed(code: made.code)
            #expect(try await office.rows() == after)
            #expect(try await office.workspace.feeds(as: try office.user("lan")).first?.usedOn == Day("2026-05-20"))
        }
    }
}
