import Foundation
import Outreach
import Storage

/// How fast a large library answers.
public enum SearchBenchmark {
    public struct Result: Sendable, Hashable {
        public let materials: Int
        public let queries: Int
        public let megabytes: Int
        public let median: Duration
        public let percentile95: Duration
        public let slowest: Duration
        public let slowestQuery: String
    }

    /// Fills a throw-away database with made-up materials, then asks each query twenty times.
    ///
    /// - Parameter progress: called with the number of materials made so far.
    public static func run(materials: Int, progress: @Sendable (Int) -> Void) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "loa.db")
        let database = try Storage.Database(file: file)
        try await fill(database, materials: materials, progress: progress)
        let timings = try await ask(database)
        let sorted = timings.map(\.duration).sorted()
        let slowest = timings.max { $0.duration < $1.duration }
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        return Result(
            materials: materials, queries: timings.count, megabytes: size / 1_048_576,
            median: sorted[sorted.count / 2], percentile95: sorted[sorted.count * 95 / 100],
            slowest: slowest?.duration ?? .zero, slowestQuery: slowest?.query ?? "")
    }

    private static func fill(
        _ database: Storage.Database, materials: Int, progress: @Sendable (Int) -> Void
    ) async throws {
        for start in stride(from: 0, to: materials, by: 2000) {
            let range = start..<min(start + 2000, materials)
            try await database.write { tx in
                for number in range {
                    guard let content = SyntheticMaterial.content(number) else { continue }
                    _ = try tx.addRevision(content, author: "bench", at: Instant(milliseconds: Int64(number)))
                }
            }
            progress(range.upperBound)
        }
    }

    /// Common and rare words, with and without diacritics, beginnings of words, filters, and words nobody wrote.
    private static let queries: [LibraryQuery] =
        [
            "trẻ em", "tre em", "tổng đài 111", "tong dai", "đuối nước", "duoi nuoc", "an toàn trên mạng", "bi mat",
            "cha mẹ trò chuyện", "xa", "chủ nhà trọ", "hotline", "khong co trong thu vien", "mùa hè bơi",
            "hoc sinh tieu hoc", "tai lieu 4242", "bạo lực học đường", "ky nang song",
        ].map { LibraryQuery(text: $0) } + [
            LibraryQuery(text: "tre em", kind: .poster, channel: .print, limit: 20),
            LibraryQuery(text: "an toàn", audience: Slug("parents"), topic: Slug("online-safety"), limit: 20),
            // Filters that leave nothing, and pages far down: the slow cases of a naive listing.
            LibraryQuery(), LibraryQuery(kind: .clip, audience: Slug("youth")), LibraryQuery(state: .approved),
            LibraryQuery(text: "tre em", state: .rejected),
            LibraryQuery(text: "an toan", endedBefore: Day("2026-01-01")),
            LibraryQuery(audience: Slug("parents"), beginsAfter: Day("2026-01-01")),
            LibraryQuery(after: LibraryCursor(tier: 0, entry: 500)),
            LibraryQuery(text: "tre em", after: LibraryCursor(tier: 4, entry: 5000)),
            LibraryQuery(text: "cha mẹ", topic: Slug("law"), after: LibraryCursor(tier: 1, entry: 100)),
        ]

    private static func ask(_ database: Storage.Database) async throws -> [(query: String, duration: Duration)] {
        let clock = ContinuousClock()
        var timings: [(String, Duration)] = []
        for _ in 0..<20 {
            for query in queries {
                let start = clock.now
                _ = try await database.read { try $0.searchLibrary(query) }
                timings.append((query.summary, clock.now - start))
            }
        }
        return timings
    }
}

extension LibraryQuery {
    /// Enough to know it by.
    fileprivate var summary: String {
        let filters: [(any CustomStringConvertible)?] = [
            kind?.rawValue, channel?.rawValue, audience, topic, state?.rawValue, validOn, endedBefore, beginsAfter,
            after,
        ]
        return ([text] + filters.compactMap { $0.map(String.init(describing:)) }).joined(separator: " ")
    }
}
