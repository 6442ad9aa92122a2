import Operations
import Outreach
import Testing

@testable import Office

/// What was submitted and approved is kept, so that the next reader sees what changed since.
struct PostVersionKeepingTests {
    private func reading(_ post: Post, in office: Office) async throws -> PostReading {
        try await office.workspace.readPost(post.id.description, as: try office.user("minh"))
    }

    @Test func `a draft has no version; submitting and approving keep one between them`() async throws {
        try await Office.open { office in
            let draft = try await office.draft()
            #expect(try await reading(draft, in: office).versions.isEmpty)
            _ = try await office.review(draft, .submit, by: "lan")
            _ = try await office.approve(draft, by: "minh")
            let reading = try await reading(draft, in: office)
            let version = try #require(reading.versions.first)
            #expect(reading.versions.count == 1 && version.hash == reading.hash)
            #expect(version.submitted?.by == "lan" && version.approved?.by == "minh")
        }
    }

    @Test func `after a change the reader sees it against what was approved`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            _ = try await office.workspace.editPost(
                post.id.description, title: nil, text: "Gọi 111 ngay", day: nil, time: nil,
                as: try office.user("lan"), mode: .perform)
            _ = try await office.review(post, .submit, by: "lan")
            let reading = try await reading(post, in: office)
            let current = try #require(reading.current)
            let base = try #require(reading.versions.newest(except: current.hash))
            #expect(base.approved?.by == "minh" && base.content.text == "Gọi 111")
            #expect(current.parts(differingFrom: base) == [.text])
        }
    }

    @Test func `a rehearsed step keeps nothing`() async throws {
        try await Office.open { office in
            let draft = try await office.draft()
            _ = try await office.review(draft, .submit, by: "lan", mode: .rehearse)
            let reading = try await reading(draft, in: office)
            #expect(reading.versions.isEmpty && reading.steps.map(\.action) == ["posts.create"])
        }
    }

    @Test func `every step is kept with who took it; only words are comments`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            _ = try await office.review(post, .reject, by: "minh", comment: "Thiếu nguồn")
            let reading = try await reading(post, in: office)
            #expect(reading.steps.map(\.action) == ["posts.create", "posts.submit", "posts.reject"])
            #expect(reading.steps.map(\.author) == ["lan", "lan", "minh"])
            let shown = try await office.workspace.post(post.id.description, as: try office.user("lan"))
            #expect(shown.comments.map(\.text) == ["Thiếu nguồn"])
        }
    }

    @Test func `a missed post that is sent again is a version of its own moment`() async throws {
        try await Office.open { office in
            let post = try await office.approved(at: "2026-05-20 09:00", tolerance: .seconds(600))
            try office.turn(to: "2026-05-20 10:00")
            _ = try await office.claim()
            #expect(try await office.post(post).state == .missed)
            let retried = try await office.review(post, .retry, by: "lan")
            #expect(retried.state == .inReview)
            let reading = try await reading(post, in: office)
            let current = try #require(reading.current)
            #expect(reading.versions.count == 2 && reading.versions.contains { $0.hash == current.hash })
            let base = try #require(reading.versions.newest(except: current.hash))
            #expect(current.parts(differingFrom: base) == [.moment, .lastMoment])
        }
    }
}
