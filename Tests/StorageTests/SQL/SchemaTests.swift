import Foundation
import GRDB
import Outreach
import Testing

@testable import Storage

struct SchemaTests {
    private func tables(_ database: Storage.Database) async throws -> [String] {
        try await database.read { tx in
            try tx.query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").map {
                "\(try $0.text("name")): \(try $0.text("sql"))"
            }
        }
    }

    @Test func `a file and a database in memory have the same schema, and opening again changes nothing`() async throws
    {
        let inMemory = try await tables(try Storage.Database(inMemory: ()))
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            for _ in 1...3 {
                let found = try await tables(try Storage.Database(file: file))
                #expect(found == inMemory)
            }
        }
        #expect(inMemory.contains { $0.hasPrefix("posts:") })
    }

    @Test func `a database of the first schema is brought up to date and keeps what it holds`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let database = try Database(file: file)
            let expected = try await tables(database)
            let user = User(id: try StorageFixture.slug("an"), name: "An", grants: [Grant(role: .viewer, unit: nil)])
            try await database.write { try $0.put(user) }
            for table in [
                "passwords", "web_sessions", "log_in_links", "log_in_failures", "api_tokens", "feeds", "keyed_requests",
            ] {
                try await database.run("DROP TABLE \(table)")
            }
            try await database.run("DELETE FROM grdb_migrations WHERE identifier = '2'")
            let again = try Database(file: file)
            #expect(try await tables(again) == expected)
            #expect(try await again.read { try $0.users() } == [user])
        }
    }

    @Test func `a workspace of a newer program is refused and left as it is`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let before: [String]
            do {
                let database = try Storage.Database(file: file)
                try await database.run("INSERT INTO grdb_migrations (identifier) VALUES ('999')")
                before = try await tables(database)
                #expect(throws: StorageError.newerSchema) { try Storage.Database(file: file) }
                #expect(try await tables(database) == before)
                #expect(try await database.count("grdb_migrations WHERE identifier = '999'") == 1)
            }
            #expect(StorageError.newerSchema.kind == .configuration)
        }
    }

    @Test func `an older database is copied before it is upgraded, and keeps what it held`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            do {
                let queue = try DatabaseQueue(path: file.path)
                var first = DatabaseMigrator()
                first.registerMigration("1") { connection in
                    for statement in SchemaVersion1.statements { try connection.execute(sql: statement) }
                }
                try first.migrate(queue)
                try await queue.write { try $0.execute(sql: "INSERT INTO users (id, name) VALUES ('lan', 'Lan')") }
                try queue.close()
            }
            let upgraded = try Storage.Database(file: file, copyingBeforeUpgradeTo: folder)
            #expect(try await upgraded.count("users WHERE id = 'lan'") == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let copies = names.filter { $0.hasPrefix("before-upgrade-from-1-") && $0.hasSuffix(".db") }
            let copy = try DatabaseQueue(path: folder.appending(path: try #require(copies.first)).path)
            let applied = try await copy.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations") }
            #expect(applied == ["1"])
            _ = try Storage.Database(file: file, copyingBeforeUpgradeTo: folder)
            let again = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(
                again.filter { $0.hasPrefix("before-upgrade") && $0.hasSuffix(".db") } == copies,
                "nothing to upgrade, nothing to copy")
        }
    }

    @Test func `a post that an older program was sending is still being sent after the upgrade, under the same claim`()
        async throws
    {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let post = try StoredPostFixture.post(1)
            let database = try Database(file: file)
            try await database.write { tx in
                try tx.insert(post, channelKind: .social, materialKind: nil)
                try tx.execute("DROP TABLE claims")
                for column in ["claim_token TEXT", "claim_lease BIGINT", "claimed_at BIGINT"] {
                    try tx.execute("ALTER TABLE posts ADD COLUMN \(column)")
                }
                try tx.execute(
                    """
                    UPDATE posts SET state = 'sending', attempts = 2, claim_token = 't', claim_lease = 900,
                        claimed_at = 100
                    """)
                try tx.execute("DELETE FROM grdb_migrations WHERE identifier = '17'")
            }
            let upgraded = try Database(file: file)
            #expect(try await upgraded.state(of: post) == .sending)
            #expect(try await upgraded.token(of: post) == "t")
            #expect(try await upgraded.read { try $0.attempts(of: post.id).map(\.number) } == [2])
            let reason = StoredPostFixture.closed
            #expect(try await upgraded.write { try $0.putBack(post.id, token: "t", reason: reason) })
            #expect(try await upgraded.state(of: post) == .retrying)
        }
    }

    @Test func `what is no database is called damaged and kept byte by byte`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let bytes = Data(String(repeating: "This is no database. ", count: 100).utf8)
            try bytes.write(to: file)
            let error = #expect(throws: StorageError.self) { try Storage.Database(file: file) }
            guard case .damaged = error else {
                Issue.record("expected damage, found \(String(describing: error))")
                return
            }
            #expect(try Data(contentsOf: file) == bytes)
        }
    }

    @Test func `a database in a folder that does not exist cannot be opened`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "nowhere/loa.db")
            let error = #expect(throws: StorageError.self) { try Storage.Database(file: file) }
            guard case .cannotOpen(let path, _) = error else {
                Issue.record("expected that it cannot be opened, found \(String(describing: error))")
                return
            }
            #expect(path == file.path)
        }
    }
}
