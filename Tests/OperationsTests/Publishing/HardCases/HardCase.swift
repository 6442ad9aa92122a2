import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Receivers

/// A workspace with a channel of every promise, all of them leading to one receiver that behaves as badly as a test asks.
enum HardCase {
    static let secrets = Office.secrets.merging([
        "LOA_SECRET_DOOR_TOKEN": "path-s3cret/1+2", "LOA_SECRET_LETTER_TOKEN": "letter-s3cret",
        "LOA_SECRET_RENEWED_REFRESH_TOKEN": "r1",
    ]) { first, _ in first }

    /// In seconds: more than a request takes on any machine, however busy.
    static let patience = 120

    static func open(
        _ behaviour: @escaping Receiver.Behaviour, secrets: [String: String] = secrets, total: Int = patience,
        _ test: (Office, Receiver) async throws -> Void
    ) async throws {
        let receiver = try Receiver(behaviour)
        receiver.start()
        defer { receiver.stop() }
        try await open(port: receiver.port, secrets: secrets, total: total) { try await test($0, receiver) }
    }

    static func open(
        port: Int, secrets: [String: String] = secrets, total: Int = patience, _ test: (Office) async throws -> Void
    ) async throws {
        try await Office.open { made in
            for (path, text) in HardCaseChannels.files(port: port, total: total) {
                try Office.write(text, to: made.folder.appending(path: path))
            }
            let office = try await made.reopened(secrets: secrets)
            let report = try await office.workspace.importContent(as: office.user("admin"), mode: .perform)
            #expect(report.problems.map(\.message.english) == [])
            try await test(office)
        }
    }

    /// By what it is known that a request got to its receiver before it timed out.
    enum SignOfArrival {
        case request, status

        func isThere(_ receiver: Receiver, _ attempt: AttemptRecord) -> Bool {
            switch self {
            case .request: receiver.requests.count == 1
            case .status: attempt.status != nil
            }
        }
    }

    /// Sends a post to a receiver that hangs, so that its request times out, and tests what became of it.
    ///
    /// How long a request takes to get there is up to the machine and what else it does: the timeouts grow until it has.
    static func hang(
        _ behaviour: @escaping Receiver.Behaviour, _ promise: IdempotencyPromise,
        until sign: SignOfArrival,
        _ test: (Office, Post) async throws -> Void
    ) async throws {
        var isDone = false
        for total in [1, 8, 64] where !isDone {
            try await open(behaviour, total: total) { office, receiver in
                let post = try await office.due(promise)
                _ = try await office.deliver()
                guard sign.isThere(receiver, try await office.attempt(post)) else { return }
                isDone = true
                try await test(office, post)
                #expect(receiver.requests.count == 1)
            }
        }
        #expect(isDone, "no request got there")
    }
}

extension Office {
    /// A post that is due now on the channel of this promise.
    func due(_ promise: IdempotencyPromise, tolerance: Duration? = nil) async throws -> Post {
        try await due(on: try #require(HardCaseChannels.promises[promise]), tolerance: tolerance)
    }

    /// A post that is due now.
    func due(on channel: String, text: String = "Gọi 111", tolerance: Duration? = nil) async throws -> Post {
        let post = try await approved(on: channel, text: text, tolerance: tolerance)
        try turn(to: "2026-06-01 08:00")
        return post
    }

    /// Sends what is due once, or with its retries for so long; time passes only where the engine waits.
    func deliver(within horizon: Duration? = nil) async throws -> DeliverySummary {
        let clock = clock
        return try await workspace.deliver(
            horizon.map { .untilIdle(within: $0) } ?? .once, wait: { clock.advance(by: $0) })
    }

    /// The last attempt of a post.
    func attempt(_ post: Post) async throws -> AttemptRecord {
        try #require(try await workspace.post(post.id.description, as: .program).attempts.last)
    }
}

extension IdempotencyPromise {
    /// The state of a post that may have gone out.
    var stateInDoubt: PostState { self == .none ? .unknown : .retrying }
}
