import Operations
import Outreach
import Testing

@testable import Office

/// A repeating post is a post of its own for every day it comes.
struct RecurrenceTests {
    private func weekly(
        in office: Office, at time: String = "07:30", mode: ChangeMode = .perform
    ) async throws -> [Post] {
        var draft = PostDraft(
            channel: try slug("page"), material: try slug("goi-111"), day: try #require(Day("2026-06-01")),
            time: try #require(TimeOfDay(time)))
        draft.tolerance = .seconds(600)
        let recurrence = Recurrence(.weekly(isoWeekdays: [1, 4]), until: try #require(Day("2026-06-14")))
        return try await office.workspace.createPosts(
            draft, repeating: recurrence, as: try office.user("lan"), mode: mode)
    }

    @Test func `each has its own moment and state, and all share their series`() async throws {
        try await Office.open { office in
            let posts = try await weekly(in: office)
            let expected = try ["2026-06-01", "2026-06-04", "2026-06-08", "2026-06-11"].map {
                try office.moment("\($0) 07:30")
            }
            #expect(posts.map(\.moment) == expected && posts.allSatisfy { $0.notAfter - $0.moment == .seconds(600) })
            #expect(Set(posts.map(\.id)).count == 4 && Set(posts.map(\.series)).count == 1 && posts[0].series != nil)
            _ = try await office.review(posts[0], .submit, by: "lan")
            _ = try await office.approve(posts[0], by: "minh")
            try office.turn(to: "2026-06-04 07:30")
            #expect(try await office.claim().isEmpty)
            #expect(try await office.post(posts[0]).state == .missed)
            #expect(try await office.post(posts[1]).state == .draft)
        }
    }

    @Test func `the same repetition is made once, another one stands beside it`() async throws {
        try await Office.open { office in
            let first = try await weekly(in: office)
            await #expect(
                throws: PublishingError.alreadyScheduled(channel: try slug("page"), at: "07:30 · 01/06/2026")
            ) {
                try await weekly(in: office)
            }
            let second = try await weekly(in: office, at: "09:00")
            #expect(second.count == 4 && first[0].series != second[0].series)
            var filter = PostFilter()
            filter.series = first[0].series
            #expect(try await office.workspace.posts(filter, as: try office.user("lan")).count == 4)
        }
    }

    @Test func `where one day has passed none is made`() async throws {
        try await Office.open { office in
            try office.turn(to: "2026-06-01 08:00")
            await #expect(throws: PublishingError.inPast("07:30 · 01/06/2026")) { try await weekly(in: office) }
            #expect(try await office.workspace.posts(PostFilter(), as: .program).isEmpty)
        }
    }

    @Test func `where the material is not valid on one of the days none is made`() async throws {
        try await Office.open { office in
            let draft = PostDraft(
                channel: try slug("page"), material: try slug("to-roi"), day: try #require(Day("2026-06-29")),
                time: try #require(TimeOfDay("07:30")))
            let recurrence = Recurrence(.weekly(isoWeekdays: [1]), until: try #require(Day("2026-07-06")))
            await #expect(
                throws: PublishingError.notValidOn(material: try slug("to-roi"), day: try #require(Day("2026-07-06")))
            ) {
                try await office.workspace.createPosts(
                    draft, repeating: recurrence, as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.workspace.posts(PostFilter(), as: .program).isEmpty)
        }
    }

    @Test func `a dry run shows the days and makes nothing`() async throws {
        try await Office.open { office in
            let shown = try await weekly(in: office, mode: .rehearse)
            #expect(shown.count == 4)
            #expect(try await office.workspace.posts(PostFilter(), as: .program).isEmpty)
        }
    }
}
