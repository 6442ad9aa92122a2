import Foundation
import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct BulkLoadingTests {
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `rows put in at once leave the file as rows put in one by one do`(seed: UInt64) async throws {
        try await Make.inFolder { folder in
            let activity = try RandomActivity(seed: seed)
            let (slow, fast) = (folder.appending(path: "slow.db"), folder.appending(path: "fast.db"))
            let ordinary = try await database(slow, with: activity.materials)
            for (session, origin) in activity.sessions {
                #expect(try await ordinary.log(session, origin: origin) == .logged)
            }
            let posted = activity.posts.filter(\.isOut)
            for post in posted {
                try await ordinary.addPosted(post.post, at: post.at, kind: post.kind, material: post.material?.kind)
                _ = try await ordinary.add(post.samples)
            }
            try await database(fast, with: activity.materials).close()
            try await load(activity, posted, into: fast)
            let loaded = try Database(file: fast)
            #expect(try await loaded.integrityProblems() == [])
            #expect(try await everything(in: loaded) == everything(in: ordinary))
        }
    }

    private func database(_ file: URL, with materials: [MaterialContent]) async throws -> Database {
        let database = try Database(file: file)
        for material in materials { _ = try await database.add(material) }
        return database
    }

    private func load(_ activity: RandomActivity, _ posted: [RandomActivity.Posted], into file: URL) async throws {
        let load = try await BulkLoading(file: file)
        for origin in SessionOrigin.allCases {
            let sessions = activity.sessions.filter { $0.origin == origin }.map(\.session)
            try await load.add(sessions, origin: origin, by: "an", at: Make.now)
        }
        try await load.add(
            posted.map { (SampleFixture.posted($0.post, at: $0.at), $0.kind, $0.material?.kind) })
        try await load.add(posted.flatMap(\.samples), zone: .vietnam)
        try await load.finish()
    }

    /// All rows of all tables and all that the schema is made of, months counted.
    private func everything(in database: Database) async throws -> [String: [String]] {
        while try await database.write({ try $0.countMonths() }) > 0 {}
        return try await database.read { tx in
            var found: [String: [String]] = [:]
            let schema = try tx.query("SELECT type, name, sql FROM sqlite_master")
            found["schema"] = try schema.map { row in
                try ["type", "name", "sql"].map { "\(try row.value(of: $0))" }.joined(separator: " ")
            }.sorted()
            for row in schema where try row.text("type") == "table" {
                let table = try row.text("name")
                guard table != "unit_tree_version" else { continue }
                let columns = try tx.query("SELECT name FROM pragma_table_info('\(table)')").map { try $0.text("name") }
                found[table] = try tx.query("SELECT * FROM \(table)").map { row in
                    try columns.map { "\(try row.value(of: $0))" }.joined(separator: "|")
                }.sorted()
            }
            return found
        }
    }
}
