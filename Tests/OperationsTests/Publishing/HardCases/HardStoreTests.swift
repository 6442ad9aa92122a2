import Dispatch
import Outreach
import Storage
import Synchronization
import Testing

@testable import Office
@testable import Operations
@testable import Receivers
@testable import Storage

/// The workspace's own disk and database.
@Suite("Hard cases: disk and database")
struct HardStoreTests {
    /// Lets an engine run until nothing can be written, expects that no more than `sent` leave meanwhile, puts it right
    /// after some rounds and expects that the rest goes out by itself, each post once.
    private func expectResumes(
        _ posts: Int, sent: Range<Int>, in office: Office, _ receiver: Receiver,
        mend: @escaping @Sendable () async throws -> Void
    ) async throws {
        let rounds = Mutex(0)
        let clock = office.clock
        let summary = try await office.workspace.deliver(
            .forever(every: .seconds(1)),
            wait: { duration in
                let round = rounds.withLock { count in
                    count += 1
                    return count
                }
                if round == 5 {
                    #expect(sent.contains(receiver.requests.count))
                    try await mend()
                }
                if round == 200 || receiver.requests.count == posts && round > 20 { throw CancellationError() }
                clock.advance(by: duration)
            })
        #expect(summary.posted == posts && summary.attempts == posts && receiver.requests.count == posts)
        #expect(Set(receiver.requests.map(\.body)).count == posts)
    }

    @Test func `disk full (stop claiming before sending, resume by itself)`() async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            let posts = 60
            for minute in 0..<posts {
                _ = try await office.approved(on: "keyed", at: "2026-06-01 08:\(minute < 10 ? "0" : "")\(minute)")
            }
            try office.turn(to: "2026-06-01 08:59")
            // No page more than there are, and those are filled up: the next commit that needs one is refused.
            let database = office.workspace.database
            try await database.write { tx in
                let pages = try #require(try tx.queryOne("PRAGMA page_count")).integer("page_count")
                _ = try tx.query("PRAGMA max_page_count = \(pages)")
            }
            let entry = String(repeating: "x", count: 3000)
            await #expect(throws: StorageError.diskFull) {
                for _ in 0..<1000 {
                    try await database.write { tx in
                        try tx.audit(at: office.clock.source.now, actor: "x", action: "x", subject: "x", detail: entry)
                    }
                }
            }
            try await expectResumes(posts, sent: 0..<posts, in: office, receiver) {
                try await database.write { _ = try $0.query("PRAGMA max_page_count = 1000000") }
            }
        }
    }

    @Test func `database locked (stop claiming before sending, resume by itself)`() async throws {
        try await HardCase.open(Behaviours.answer()) { office, receiver in
            for channel in ["plain", "keyed"] { _ = try await office.approved(on: channel) }
            try office.turn(to: "2026-06-01 08:00")
            // The engine is told at once, in place of after five seconds.
            try await office.workspace.database.write { _ = try $0.query("PRAGMA busy_timeout = 0") }
            let (locked, release) = (AsyncStream.makeStream(of: Void.self), DispatchSemaphore(value: 0))
            let other = try office.database()
            let lock = Task {
                try await other.write { tx in
                    _ = try tx.execute("UPDATE posts SET reason = NULL")
                    locked.continuation.yield()
                    release.wait()
                }
            }
            for await _ in locked.stream { break }
            try await expectResumes(2, sent: 0..<1, in: office, receiver) {
                release.signal()
                try await lock.value
            }
        }
    }
}
