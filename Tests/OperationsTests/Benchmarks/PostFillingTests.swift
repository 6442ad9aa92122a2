import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations

/// A throw-away workspace filled with posts to measure on.
struct PostFillingTests {
    @Test func `the posts are approved, due at once and may be claimed`() async throws {
        try await Office.open { office in
            try await office.workspace.fillWithPosts(20, on: try slug("page"), as: try office.user("admin"))
            try await office.workspace.fillWithPosts(5, on: try slug("page"), as: try office.user("admin"))
            #expect(try await office.claim(SendingRoom(slots: 100)).count == 25)
        }
    }

    @Test func `a workspace with real posts is never filled, nor by whoever does not administer it`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.fillWithPosts(1, on: try slug("page"), as: try office.user("lan"))
            }
            _ = try await office.draft()
            await #expect(throws: BenchmarkError.realPosts) {
                try await office.workspace.fillWithPosts(1, on: try slug("page"), as: try office.user("admin"))
            }
            #expect(try await office.claim(SendingRoom(slots: 100)).isEmpty)
        }
    }
}
