import Operations
import Outreach
import Testing

@testable import Office

/// What waits for whom.
struct ApprovalQueueTests {
    @Test func `what one can decide comes first; one's own work is told with the reason`() async throws {
        try await Office.open { office in
            _ = try await office.workspace.grant(
                Grant(role: .editor, unit: try slug("east")), to: try slug("minh"), as: try office.user("admin"),
                mode: .perform)
            let other = try await office.submitted(at: "2026-06-02 08:00")
            let own = try await office.submitted(at: "2026-06-01 08:00", by: "minh")
            let queue = try await office.workspace.approvalQueue(as: try office.user("minh"))
            #expect(queue.mine.map(\.id) == [other.id])
            #expect(queue.others.map(\.post.id) == [own.id])
            #expect(queue.others.first?.obstacle == PublishingError.ownWork(user: "minh").message)
            #expect(!queue.isCut)
        }
    }

    @Test func `another commune's posts are not in it, and drafts are in nobody's`() async throws {
        try await Office.open { office in
            _ = try await office.submitted()
            _ = try await office.draft(at: "2026-06-03 08:00")
            let queue = try await office.workspace.approvalQueue(as: try office.user("duyet"))
            #expect(queue.mine.isEmpty && queue.others.isEmpty)
            #expect(try await office.workspace.approvalQueue(as: try office.user("minh")).mine.count == 1)
        }
    }

    @Test func `whoever sees a unit without the right to approve there is told so`() async throws {
        try await Office.open { office in
            _ = try await office.workspace.grant(
                Grant(role: .viewer, unit: try slug("east")), to: try slug("duyet"), as: try office.user("admin"),
                mode: .perform)
            let post = try await office.submitted()
            let queue = try await office.workspace.approvalQueue(as: try office.user("duyet"))
            #expect(queue.mine.isEmpty && queue.others.map(\.post.id) == [post.id])
        }
    }

    @Test func `an editor has no queue`() async throws {
        try await Office.open { office in
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.approvalQueue(as: try office.user("lan"))
            }
        }
    }

    @Test func `several are read together, those of others left out`() async throws {
        try await Office.open { office in
            let (east, west) = (
                try await office.submitted(), try await office.submitted(on: "west-page", by: "tay")
            )
            let readings = try await office.workspace.readPosts([east.id, west.id], as: try office.user("minh"))
            #expect(readings.map(\.post.id) == [east.id])
            #expect(readings.first?.rights.approvalObstacle == nil)
        }
    }
}
