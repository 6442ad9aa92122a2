import Foundation
import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct IndicatorCountTests {
    private static let words: [IndicatorFilter: [String]] = [
        .form: ["school-session", "club-meeting", "contest"], .level: ["primary", "lower-secondary"],
        .topic: RandomActivity.topics, .audience: RandomActivity.audiences,
        .metric: ["views", "plays", "reach", "clicks"],
        .materialKind: MaterialKind.allCases.map(\.rawValue), .channelKind: ChannelKind.allCases.map(\.rawValue),
        .language: ["vietnamese", "khmer"], .kind: ["school", "commune"], .place: ["school"],
    ]

    /// Every sum over its rows, unfiltered and under every filter that has a meaning for them.
    private func indicators(_ numbers: inout StorageNumbers) throws -> [Indicator] {
        var indicators: [Indicator] = []
        for rows in IndicatorRows.allCases {
            for sum in rows.sums.sorted(by: { $0.rawValue < $1.rawValue }) {
                let filters = rows.filters(for: sum).sorted { $0.rawValue < $1.rawValue }
                var choices: [[IndicatorFilter: [String]]] = [[:]]
                for filter in filters { choices.append([filter: numbers.some(of: Self.words[filter] ?? [])]) }
                choices.append(
                    Dictionary(uniqueKeysWithValues: filters.map { ($0, numbers.some(of: Self.words[$0] ?? [])) }))
                indicators += try choices.enumerated().map {
                    try indicator("\(rows.rawValue)-\(sum.rawValue)-\($0)", rows, $1, sum)
                }
            }
        }
        return indicators
    }

    private func indicator(
        _ id: String, _ rows: IndicatorRows, _ filters: [IndicatorFilter: [String]], _ sum: IndicatorSum
    ) throws -> Indicator {
        let name = LocalizedText(vi: id, en: id)
        return Indicator(id: try Make.slug(id), name: name, unit: name, rows: rows, filters: filters, sum: sum)
    }

    @Test(arguments: UInt64(1)...12)
    func `every total is what counting by hand gives, and the rows behind it add up to it`(seed: UInt64) async throws {
        var activity = try RandomActivity(seed: seed)
        let database = try await activity.database()
        var numbers = StorageNumbers(seed: seed)
        let units = try Make.slugs(numbers.one(of: ["vh", "vh doan", "vh doan ca", "nobody"]))
        let range = try Make.range(
            numbers.one(of: ["2026-06-01", "2026-06-03"]), numbers.one(of: ["2026-06-03", "2026-06-30"]))
        let byHand = CountedByHand(activity: activity, units: Set(units), range: range)
        for indicator in try indicators(&numbers) {
            let (total, rows) = try await database.read { tx in
                (
                    try tx.total(of: indicator, units: units, range: range),
                    try tx.rows(of: indicator, units: units, range: range)
                )
            }
            #expect(total == byHand.total(of: indicator), "\(indicator.id) \(indicator.filters)")
            #expect(rows.reduce(0) { $0 + $1.value } == total ?? 0)
            #expect(rows.allSatisfy { units.contains($0.unit) && range.contains($0.day) })
        }
    }

    /// Months are counted in between or not, and changed after they were; nobody can tell from the numbers.
    @Test(arguments: UInt64(1)...6)
    func `counts that are kept of months are those of the rows, whatever changes after them`(seed: UInt64) async throws
    {
        var activity = try RandomActivity(seed: seed)
        let database = try await activity.database()
        var numbers = StorageNumbers(seed: seed)
        let indicators = try indicators(&numbers)
        let units = try Make.slugs("vh doan ca")
        let ranges = try [
            Make.range("2026-06-01", "2026-06-30"), Make.range("2026-05-15", "2026-06-20"),
            Make.range("2026-01-01", "2026-12-31"),
        ]
        let totals = {
            try await database.read { tx in
                try ranges.map { range in try indicators.map { try tx.total(of: $0, units: units, range: range) } }
            }
        }
        let fromRows = try await totals()
        #expect(try await database.write { try $0.countMonths() } > 0)
        #expect(try await database.read { try $0.hasUncountedMonths() } == false)
        #expect(try await totals() == fromRows)
        for change in Self.changes {
            try await database.run(change)
            let counted = try await totals()
            try await database.run("UPDATE activity_months SET counts = NULL")
            #expect(try await totals() == counted, "\(change)")
            _ = try await database.write { try $0.countMonths() }
            #expect(try await totals() == counted, "\(change)")
        }
    }

    private static let changes = [
        "UPDATE sessions SET minutes = minutes + 7, day = '2026-05-20' WHERE id = (SELECT MIN(id) FROM sessions)",
        "UPDATE sessions SET unit = 'vh' WHERE id = (SELECT MAX(id) FROM sessions)",
        "UPDATE posts SET posted_day = '2026-06-19' WHERE id = (SELECT MIN(id) FROM posts WHERE state = 'posted')",
        "UPDATE posts SET state = 'cancelled' WHERE id = (SELECT MAX(id) FROM posts WHERE state = 'posted')",
        "UPDATE samples SET value = value + 5",
        "DELETE FROM samples WHERE id = (SELECT MAX(id) FROM samples)",
        "UPDATE link_visits SET people = people + 3 WHERE code = (SELECT MIN(code) FROM link_visits)",
        "DELETE FROM link_visits WHERE code = (SELECT MAX(code) FROM link_visits)",
        "UPDATE samples SET source = 'pulled' WHERE metric = 'clicks'",
        "DELETE FROM samples WHERE metric = 'clicks'",
        "UPDATE posts SET channel_kind = 'portal'",
        """
        INSERT INTO link_visits (code, day, people, bots)
            SELECT code, '2026-03-03', 4, 1 FROM tracked_links WHERE unit = 'ca'
        """,
    ]

    @Test func `the units' own totals add up to the total of all, but for places, which are counted once`() async throws
    {
        var activity = try RandomActivity(seed: 7)
        let database = try await activity.database()
        let (all, range) = (try Make.slugs("vh doan ca"), try Make.range("2026-06-01", "2026-06-30"))
        var numbers = StorageNumbers(seed: 7)
        for indicator in try indicators(&numbers) {
            let (total, parts) = try await database.read { tx in
                (
                    try tx.total(of: indicator, units: all, range: range) ?? 0,
                    try all.map { try tx.total(of: indicator, units: [$0], range: range) ?? 0 }
                )
            }
            let sum = parts.reduce(0, +)
            #expect(indicator.sum == .places ? total <= sum : total == sum)
        }
    }

    @Test func `every indicator of the repository can be counted, and its rows add up`() async throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Content").standardizedFileURL
        let indicators = try ContentFolder.load(folder).indicators
        #expect(!indicators.isEmpty)
        var activity = try RandomActivity(seed: 3)
        let database = try await activity.database()
        let (units, range) = (try Make.slugs("vh doan ca"), try Make.range("2026-06-01", "2026-06-30"))
        for indicator in indicators {
            let (total, rows) = try await database.read { tx in
                (
                    try tx.total(of: indicator, units: units, range: range),
                    try tx.rows(of: indicator, units: units, range: range)
                )
            }
            #expect(rows.reduce(0) { $0 + $1.value } == total ?? 0)
        }
    }

    @Test func `without units there is nothing to count`() async throws {
        var activity = try RandomActivity(seed: 1)
        let database = try await activity.database()
        let (count, range) = (try indicator("a", .sessions, [:], .count), try Make.range("2026-06-01", "2026-06-30"))
        let (total, rows) = try await database.read { tx in
            (try tx.total(of: count, units: [], range: range), try tx.rows(of: count, units: [], range: range))
        }
        #expect(total == 0 && rows.isEmpty)
    }
}
