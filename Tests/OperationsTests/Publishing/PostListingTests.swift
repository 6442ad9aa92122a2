import Operations
import Outreach
import Testing

@testable import Office

/// Lists by page, whoever asks.
struct PostListingTests {
    private func fill(_ office: Office) async throws -> [Post] {
        var posts: [Post] = []
        for hour in ["08:00", "08:00", "09:00", "10:00", "11:00"] {
            posts.append(try await office.draft(at: "2026-06-01 \(hour)", text: "Gọi 111, \(posts.count)"))
        }
        return posts.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }

    @Test(arguments: PostOrder.allCases)
    func `pages of two lead through all and back, posts of one moment included`(order: PostOrder) async throws {
        try await Office.open { office in
            let lan = try office.user("lan")
            let all = order == .soonestFirst ? try await fill(office) : try await fill(office).reversed()
            var seen: [Post] = []
            var start = PostListStart.first
            while true {
                let page = try await office.workspace.listPosts(
                    PostFilter(), order: order, from: start, limit: 2, as: lan)
                seen += page.posts
                #expect(page.isMoreBefore == (start != .first))
                guard page.isMoreAfter, let last = page.posts.last else { break }
                start = .after(PostPlace(last))
            }
            #expect(seen.map(\.id) == all.map(\.id))
            let back = try await office.workspace.listPosts(
                PostFilter(), order: order, from: .before(PostPlace(all[4])), limit: 2, as: lan)
            #expect(back.posts.map(\.id) == [all[2].id, all[3].id])
            #expect(back.isMoreBefore && back.isMoreAfter)
        }
    }

    @Test func `a list that begins at a moment knows what lies before it`() async throws {
        try await Office.open { office in
            let all = try await fill(office)
            let page = try await office.workspace.listPosts(
                PostFilter(), order: .soonestFirst, from: .at(try office.moment("2026-06-01 09:00")), limit: 2,
                as: try office.user("lan"))
            #expect(page.posts.map(\.id) == [all[2].id, all[3].id])
            #expect(page.isMoreBefore && page.isMoreAfter)
        }
    }

    @Test func `each sees their own units' posts, and a unit stands for those below it`() async throws {
        try await Office.open { office in
            let east = try await office.draft()
            let west = try await office.draft(on: "west-page", by: "tay")
            var filter = PostFilter()
            for (user, unit, expected) in [
                ("lan", nil, [east.id]), ("tay", nil, [west.id]), ("admin", nil, [east.id, west.id].sorted()),
                ("admin", "east", [east.id]), ("admin", "east-police", []),
                ("admin", "city", [east.id, west.id].sorted()),
                ("lan", "east-138", [east.id]),
            ] as [(String, String?, [Identifier<Post>])] {
                filter.unit = try unit.map(slug)
                let page = try await office.workspace.listPosts(
                    filter, order: .soonestFirst, from: .first, as: try office.user(user))
                #expect(page.posts.map(\.id).sorted() == expected, "\(user) \(unit ?? "—")")
                let counts = try await office.workspace.countPosts(filter, as: try office.user(user))
                #expect(counts.values.reduce(0, +) == expected.count, "\(user) \(unit ?? "—")")
            }
        }
    }

    @Test func `counts are of every state, whatever states the list shows`() async throws {
        try await Office.open { office in
            _ = try await office.draft(at: "2026-06-01 08:00")
            _ = try await office.submitted(at: "2026-06-02 08:00")
            _ = try await office.approved(on: "wall", at: "2026-06-03 08:00", text: "Gọi 111!")
            var filter = PostFilter()
            filter.states = [.draft]
            let lan = try office.user("lan")
            #expect(
                try await office.workspace.countPosts(filter, as: lan) == [.draft: 1, .inReview: 1, .approved: 1])
            #expect(
                try await office.workspace.listPosts(filter, order: .soonestFirst, from: .first, as: lan).posts.count
                    == 1)
            filter.channel = try slug("wall")
            #expect(try await office.workspace.countPosts(filter, as: lan) == [.approved: 1])
            filter.channel = nil
            filter.from = try office.moment("2026-06-02 00:00")
            filter.before = try office.moment("2026-06-03 00:00")
            #expect(try await office.workspace.countPosts(filter, as: lan) == [.inReview: 1])
        }
    }

    @Test func `a place is written and read back`() async throws {
        try await Office.open { office in
            let place = PostPlace(try await office.draft())
            #expect(PostPlace(place.description) == place)
            for text in ["", "1", "1_x", "x_\(place.id)", "\(place)_"] { #expect(PostPlace(text) == nil) }
        }
    }
}
