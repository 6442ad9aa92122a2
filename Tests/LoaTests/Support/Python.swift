import Foundation
import Subprocess
import Testing

/// What a test does to a database behind the program's back.
enum Python {
    /// Runs a script to its end.
    static func run(_ script: String, _ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .name("python3"), arguments: Arguments(["-c", script] + arguments), output: .discarded,
            error: .string(limit: 64 * 1024))
        try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
    }

    /// Runs a script that prints a line once it is ready, and lets it go on until `body` is done.
    static func holding(
        _ script: String, _ arguments: [String], _ body: () async throws -> Void
    ) async throws {
        let result = try await Subprocess.run(
            .name("python3"), arguments: Arguments(["-c", script] + arguments), input: .inputWriter,
            output: .sequence, error: .string(limit: 64 * 1024)
        ) { execution in
            for try await _ in execution.standardOutput.strings() {
                try await body()
                try await execution.standardInputWriter.finish()
            }
        }
        try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
    }
}

extension Office {
    /// Moves drafts to a minute ago: the clock of a process cannot be turned, and nothing may be drafted in the past.
    func makeDue(_ posts: [PostLine]) async throws {
        try await Python.run(
            """
            import sqlite3, sys, time
            moment = int(time.time() * 1000) - 60_000
            with sqlite3.connect(sys.argv[1]) as database:
                for post in sys.argv[2:]:
                    database.execute(
                        "UPDATE posts SET not_after = not_after - moment + ?, moment = ? WHERE id = ? AND state = 'draft'",
                        (moment, moment, post))
            """,
            [file(".loa/loa.db").path] + posts.map(\.id))
    }

    /// Keeps the database's write lock for as long as `body` takes, as another program would.
    func whileWriting(_ body: () async throws -> Void) async throws {
        try await Python.holding(
            """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("BEGIN IMMEDIATE")
            print("ready", flush=True)
            sys.stdin.read()
            """,
            [file(".loa/loa.db").path], body)
    }
}
