import Foundation
import Outreach
import Testing

/// Which version a reader compares with, and what differs.
struct PostVersionTests {
    private let id = Identifier<Post>("0197a4b8-6c00-7000-8000-000000000001")

    private func version(
        _ digit: Character, text: String = "Gọi 111", channel: String = "[\"channel\",\"page\"]\n",
        submitted: Int64? = nil, approved: Int64? = nil
    ) throws -> PostVersion {
        let post = Post(
            id: try #require(id), unit: try #require(Slug("east")), channel: try #require(Slug("page")),
            title: "Bài", text: text, moment: Instant(milliseconds: 0), notAfter: Instant(milliseconds: 1),
            author: "lan", createdAt: Instant(milliseconds: 0))
        return PostVersion(
            hash: try #require(ContentHash(String(repeating: digit, count: 64))), content: PostContent(post),
            channelDescription: channel,
            submitted: submitted.map { .init(by: "lan", at: Instant(milliseconds: $0)) },
            approved: approved.map { .init(by: "minh", at: Instant(milliseconds: $0)) })
    }

    @Test func `the newest other version is what one compares with, by approval or submission`() throws {
        let (first, second, third) = (
            try version("1", submitted: 1, approved: 9), try version("2", submitted: 5), try version("3", submitted: 10)
        )
        #expect([first, second, third].newest(except: third.hash) == first)
        #expect([first, second].newest(except: first.hash) == second)
        #expect([first].newest(except: first.hash) == nil)
    }

    @Test func `a changed text and a changed channel are named`() throws {
        let before = try version("1", submitted: 1)
        let after = try version("2", text: "Gọi ngay 111", channel: "[\"target\",\"page_id\",\"2\"]\n", submitted: 2)
        #expect(after.parts(differingFrom: before) == [.text, .channel])
        #expect(before.parts(differingFrom: before).isEmpty)
    }

    @Test func `facts of a channel are told as names and values`() {
        let difference = ChannelFacts.difference(
            from: "[\"channel\",\"page\"]\n[\"target\",\"page_id\",\"1\"]\n",
            to: "[\"channel\",\"page\"]\n[\"target\",\"page_id\",\"2\"]\n")
        #expect(difference.removed == ["target page_id: 1"])
        #expect(difference.added == ["target page_id: 2"])
    }
}
