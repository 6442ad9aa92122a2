import Foundation
import Outreach
import Testing

@testable import Storage

/// What tests of storage share: a clock reading, short names, and folders that are removed afterwards.
enum StorageFixture {
    /// 2026-06-01 08:00 in Vietnam.
    static let now = Instant(milliseconds: 1_780_275_600_000)

    static func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }
    static func slugs(_ text: String) throws -> [Slug] { try text.split(separator: " ").map { try slug(String($0)) } }
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func range(_ first: String, _ last: String) throws -> DayRange {
        let (first, last) = (try day(first), try day(last))
        return try #require(DayRange(first, last))
    }

    /// An id that ends in this number.
    static func id<Subject>(_ number: Int, of _: Subject.Type = Subject.self) throws -> Identifier<Subject> {
        let digits = String(number)
        return try #require(
            Identifier("01900000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits))
    }

    /// Gives a fresh folder to `use` and removes it afterwards.
    static func inFolder<Result>(_ use: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "storage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await use(folder)
    }
}

extension Database {
    /// A row's count, asked in plain SQL.
    func count(_ table: String) async throws -> Int {
        try await read { try $0.queryOne("SELECT COUNT(*) AS n FROM \(table)")?.integer("n") ?? -1 }
    }

    /// Runs plain SQL, as a program other than this one might.
    func run(_ sql: String) async throws {
        try await write { _ = try $0.execute(sql) }
    }
}
