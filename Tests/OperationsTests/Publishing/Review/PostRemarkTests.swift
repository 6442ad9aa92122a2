import Operations
import Outreach
import Testing

@testable import Office

/// What a careful reader is told about where and when.
struct PostRemarkTests {
    private func kinds(_ post: Post, in office: Office) async throws -> Set<PostRemark.Kind> {
        let reading = try await office.workspace.readPost(post.id.description, as: try office.user("minh"))
        return Set(reading.remarks.map(\.kind))
    }

    @Test func `nothing is said where nothing is odd`() async throws {
        try await Office.open { office in
            let found = try await kinds(try await office.submitted(), in: office)
            #expect(found.isEmpty)
        }
    }

    @Test func `closed hours are told, with what becomes of the post`() async throws {
        try await Office.open { office in
            // Saturday; the tolerance of 16 hours ends before Monday.
            let late = try await office.draft(on: "office", at: "2026-06-06 09:00")
            let waits = try await office.draft(on: "office", at: "2026-06-02 05:00", text: "Gọi 111!")
            #expect(try await kinds(late, in: office) == [.missesWindow])
            #expect(try await kinds(waits, in: office) == [.closed])
        }
    }

    @Test func `the same words on the same channel nearby are told, and not those of a dropped post`() async throws {
        try await Office.open { office in
            let first = try await office.draft(at: "2026-06-01 08:00")
            let second = try await office.draft(at: "2026-06-02 08:00")
            #expect(try await kinds(second, in: office) == [.sameText])
            _ = try await office.review(first, .cancel, by: "lan")
            #expect(try await kinds(second, in: office).isEmpty)
        }
    }

    @Test func `a channel that is off, a missing secret and a hold are told`() async throws {
        try await Office.open { office in
            let lan = try office.user("lan")
            let post = try await office.submitted()
            try await office.workspace.disableChannel(
                try slug("page"), reason: "Trang bị chiếm", as: lan, mode: .perform)
            _ = try await office.workspace.hold(.post(post.id), reason: "Chờ", as: lan, mode: .perform)
            #expect(try await kinds(post, in: office) == [.channelOff, .held])
            let without = try await office.reopened(secrets: [:])
            #expect(try await kinds(post, in: without) == [.channelOff, .held, .secretMissing])
        }
    }

    @Test func `once its last moment has passed that is said, and of a post that is out nothing`() async throws {
        try await Office.open { office in
            let post = try await office.submitted(at: "2026-05-20 09:00")
            try office.turn(to: "2026-05-20 11:00")
            #expect(try await kinds(post, in: office) == [.lastMomentPassed])
            let hand = try await office.approved(on: "speakers", at: "2026-05-20 12:00")
            try office.turn(to: "2026-05-20 12:30")
            _ = try await office.workspace.resolvePost(
                hand.id.description, .posted(link: nil, at: nil, figure: (.plays, 2)), comment: "",
                as: try office.user("lan"), mode: .perform)
            #expect(try await kinds(hand, in: office).isEmpty)
        }
    }
}
