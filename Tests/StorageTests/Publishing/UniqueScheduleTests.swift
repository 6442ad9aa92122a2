import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// A second post of the same slot or series at the same moment is impossible, whoever asks.
struct UniqueScheduleTests {
    private func isRefused(_ second: Post, beside first: Post) async throws -> Bool {
        let database = try await StoredPostFixture.database([first])
        do {
            try await database.write { try $0.insert(second, channelKind: .social, materialKind: nil) }
            return false
        } catch StorageError.duplicate {
            #expect(try await database.count("posts") == 1)
            return true
        }
    }

    @Test func `a slot has one post for each channel and moment`() async throws {
        let first = try StoredPostFixture.post(1, campaign: "june", slot: "launch")
        let others: [(Post, Bool)] = try [
            (StoredPostFixture.post(2, campaign: "june", slot: "launch"), true),
            (StoredPostFixture.post(2, campaign: "june", slot: "closing"), false),
            (StoredPostFixture.post(2, channel: "loa", campaign: "june", slot: "launch"), false),
            (StoredPostFixture.post(2, campaign: "june", slot: "launch", moment: Make.now + .seconds(60)), false),
            (StoredPostFixture.post(2, slot: "launch"), false),
        ]
        for (second, refused) in others { #expect(try await isRefused(second, beside: first) == refused) }
    }

    @Test func `a series has one post for each channel and moment`() async throws {
        let first = try StoredPostFixture.post(1, series: "weekly")
        let others: [(Post, Bool)] = try [
            (StoredPostFixture.post(2, series: "weekly"), true), (StoredPostFixture.post(2, series: "monthly"), false),
            (StoredPostFixture.post(2, channel: "loa", series: "weekly"), false),
            (StoredPostFixture.post(2, series: "weekly", moment: Make.now + .seconds(60)), false),
        ]
        for (second, refused) in others { #expect(try await isRefused(second, beside: first) == refused) }
    }

    @Test(arguments: PostState.allCases)
    func `only a cancelled post gives its place up`(state: PostState) async throws {
        let first = try StoredPostFixture.post(1, campaign: "june", slot: "launch", state: state)
        let second = try StoredPostFixture.post(2, campaign: "june", slot: "launch")
        #expect(try await isRefused(second, beside: first) == (state != .cancelled))
    }

    @Test func `a post cannot be moved onto another of its slot`() async throws {
        let first = try StoredPostFixture.post(1, campaign: "june", slot: "launch")
        let second = try StoredPostFixture.post(2, campaign: "june", slot: "launch", moment: Make.now + .seconds(60))
        let database = try await StoredPostFixture.database([first, second])
        let moved = {
            var moved = second
            moved.moment = first.moment
            return moved
        }()
        await #expect(throws: StorageError.self) { try await database.write { try $0.update(moved, from: .approved) } }
        #expect(try await database.read { try $0.post(second.id) } == second)
    }

    @Test(arguments: PostState.allCases)
    func `the same text on the same channel at the same moment is found, unless it was cancelled`(
        state: PostState
    ) async throws {
        let first = try StoredPostFixture.post(1, state: state)
        let database = try await StoredPostFixture.database([first])
        let others = try [
            StoredPostFixture.post(2), StoredPostFixture.post(3, channel: "loa"),
            StoredPostFixture.post(4, moment: Make.now + .seconds(60)),
        ]
        let found = try await database.read { tx in try others.map { try tx.hasPost(like: $0) } }
        #expect(found == [state != .cancelled, false, false])
    }

    @Test func `an id is used once`() async throws {
        #expect(try await isRefused(StoredPostFixture.post(1, channel: "loa"), beside: StoredPostFixture.post(1)))
    }
}
