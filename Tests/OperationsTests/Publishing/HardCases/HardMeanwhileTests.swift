import Dispatch
import Outreach
import Storage
import Testing

@testable import Delivery
@testable import Office
@testable import Operations
@testable import Receivers

/// What somebody else does while a post is on its way.
@Suite("Hard cases: meanwhile")
struct HardMeanwhileTests {
    /// Runs `body` while the receiver has a post and has not answered it.
    private func whileSending(_ body: (Office, Post, Receiver) async throws -> Void) async throws {
        let door = DispatchSemaphore(value: 0)
        let held: Receiver.Behaviour = { request, connection in
            door.wait()
            return Behaviours.answer()(request, connection)
        }
        try await HardCase.open(held) { office, receiver in
            // A channel with patience.
            let post = try await office.due(on: "page")
            let sending = Task { try await office.deliver() }
            await receiver.received(1)
            do {
                try await body(office, post, receiver)
            } catch {
                door.signal()
                throw error
            }
            door.signal()
            #expect(try await sending.value.posted == 1)
            #expect(try await office.post(post).state == .posted && receiver.requests.count == 1)
        }
    }

    @Test func `edit or cancel while sending (refused)`() async throws {
        try await whileSending { office, post, _ in
            var edit = PostEdit()
            edit.text = "Gọi 112"
            await #expect(throws: (any Error).self) {
                try await office.workspace.editPost(
                    post.id.description, edit, as: try office.user("lan"), mode: .perform)
            }
            await #expect(throws: (any Error).self) { try await office.review(post, .cancel, by: "lan") }
            let found = try await office.post(post)
            #expect(found.state == .sending && found.text == "Gọi 111")
        }
    }

    @Test func `two engines on one workspace`() async throws {
        try await whileSending { office, _, receiver in
            let other = try await office.reopened(secrets: HardCase.secrets)
            await #expect(throws: WorkspaceError.anotherEngine) { try await other.deliver() }
            // Nor does one that does without the lock take what is claimed.
            #expect(try await other.claim().isEmpty && receiver.requests.count == 1)
        }
    }

    @Test func `approver withdrawn before sending (checked again in the claim)`() async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let post = try await office.due(.key)
            _ = try await office.workspace.revoke(
                Grant(role: .approver, unit: try slug("east")), from: try slug("minh"), as: try office.user("admin"),
                mode: .perform)
            #expect(try await office.deliver().attempts == 0 && receiver.connectionCount == 0)
            let found = try await office.post(post)
            #expect(found.state == .draft && found.approval == nil)
            #expect(found.reason?.english.contains("minh") == true)
        }
    }

    @Test(arguments: [IdempotencyPromise.key, .none])
    func `late result after a lost lease`(promise: IdempotencyPromise) async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let post = try await office.due(promise)
            let lost = try #require(try await office.claim().first)
            office.clock.advance(by: lost.lease - office.clock.source.now + .milliseconds(1))
            let next = try await office.reopened(secrets: HardCase.secrets)
            _ = try await next.deliver(within: .seconds(60))
            let settled = try await office.post(post)
            #expect(settled.state == (promise == .key ? .posted : .unknown))
            #expect(receiver.requests.count == (promise == .key ? 1 : 0))
            let late = DeliveryResult(
                post: post.id, channel: post.channel, moment: post.moment, zone: post.zone, attempt: lost.attempt,
                token: lost.token, claimedAt: lost.claimedAt, conclusion: .failed(reason: Kill.Killed().message),
                endedAt: office.clock.source.now, status: 404, bytesMayHaveLeft: true, request: "POST", answer: "404")
            let answer = try await StoredOutbox(workspace: office.workspace)
                .exchange(Exchange(results: [late], room: nil))
            #expect(answer.stale == [post.id])
            #expect(try await office.post(post) == settled)
            let log = try await office.workspace.auditEntries(
                limit: 1, subject: post.id.description, as: try office.user("admin"))
            #expect(log.map(\.action) == ["posts.late"] && log.map(\.detail) == ["failed"])
        }
    }
}
