import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// Lists and totals over many sessions are what one gets by looking at each of them.
struct SessionListingTests {
    private static let units = ["doan", "ca", "mttq"]
    private static let people = ["an", "binh"]

    /// Sessions over five months, some of them corrected and some withdrawn.
    private func busy(_ generator: inout StorageNumbers) async throws -> (Database, [SessionRecord]) {
        let database = try Database(inMemory: ())
        for number in 1...160 {
            let session = try random(number, &generator)
            _ = try await database.log(session, by: generator.one(of: Self.people))
        }
        for number in stride(from: 1, through: 160, by: 7) {
            try await database.correct(try random(number, &generator), reason: "đếm lại")
        }
        for number in stride(from: 3, through: 160, by: 20) {
            try await database.write { tx in
                let record = try #require(try tx.session(try Make.id(number)))
                try tx.withdraw(
                    Withdrawal(record: record, corrections: [], reason: "ghi hai lần", by: "an", at: Make.now))
            }
        }
        var all = SessionFilter()
        all.limit = 1000
        return (database, try await database.read { [all] in try $0.sessions(all) })
    }

    private func random(_ number: Int, _ generator: inout StorageNumbers) throws -> Session {
        let first = try Make.day("2026-01-20")
        return Session(
            id: try Make.id(number), unit: try Make.slug(generator.one(of: Self.units)),
            day: first + Int.random(in: 0..<150, using: &generator), place: "Trường THCS",
            form: generator.one(of: SessionForm.allCases),
            level: Bool.random(using: &generator) ? generator.one(of: SchoolLevel.allCases) : nil,
            minutes: 45,
            attendance: [try SessionFixture.group("pupils", Int.random(in: 0...500, using: &generator))],
            campaign: Bool.random(using: &generator) ? try Make.slug("june") : nil)
    }

    private func filters() throws -> [SessionFilter] {
        var filters: [SessionFilter] = []
        let ranges = try [
            nil, DayRange(Make.day("2026-02-01"), Make.day("2026-04-30")),
            DayRange(Make.day("2026-02-10"), Make.day("2026-04-09")),
            DayRange(Make.day("2026-03-05"), Make.day("2026-03-20")), DayRange(Make.day("2026-03-01")),
        ]
        for range in ranges {
            for units in [nil, ["doan"], ["doan", "ca"], ["nobody"]] as [[String]?] {
                for form in [nil, SessionForm.seminar] {
                    for level in [nil, SchoolLevel.primary] {
                        for (campaign, person) in [(nil, nil), ("june", nil), (nil, "an")] as [(String?, String?)] {
                            var filter = SessionFilter()
                            filter.range = range
                            filter.units = try units?.map(Make.slug)
                            filter.form = form
                            filter.level = level
                            filter.campaign = try campaign.map(Make.slug)
                            filter.loggedBy = person
                            filters.append(filter)
                        }
                    }
                }
            }
        }
        return filters
    }

    @Test func `every filter finds what fits it, newest first, and adds it up`() async throws {
        var generator = StorageNumbers(seed: 7)
        let (database, all) = try await busy(&generator)
        #expect(all.count == 152)
        for filter in try filters() {
            let expected = all.filter(filter.fits)
            let (found, totals) = try await database.read { (try $0.sessions(filter), try $0.sessionTotals(filter)) }
            #expect(found == expected)
            #expect(
                totals
                    == SessionTotals(
                        sessions: expected.count, turns: expected.reduce(0) { $0 + $1.session.turns }))
        }
        let order = all.map { "\($0.session.day).\($0.session.id)" }
        #expect(order == order.sorted(by: >))
    }

    @Test func `pages follow each other without a gap or a repetition`() async throws {
        var generator = StorageNumbers(seed: 8)
        let (database, all) = try await busy(&generator)
        for filter in try filters().prefix(20) {
            var page = filter
            page.limit = 7
            var found: [SessionRecord] = []
            while true {
                let records = try await database.read { [page] in try $0.sessions(page) }
                found += records
                guard records.count == 7, let last = records.last else { break }
                page.after = SessionPosition(last.session)
            }
            #expect(found == all.filter(filter.fits))
        }
    }

    @Test func `more units than are looked up one by one give the same list`() async throws {
        var generator = StorageNumbers(seed: 9)
        let (database, all) = try await busy(&generator)
        var filter = SessionFilter()
        filter.units = try (1...1500).map { try Make.slug("don-vi-\($0)") } + [Make.slug("doan")]
        let (found, totals) = try await database.read { [filter] tx in
            (try tx.sessions(filter), try tx.sessionTotals(filter))
        }
        #expect(found == all.filter { $0.session.unit.description == "doan" })
        #expect(totals.sessions == found.count)
    }

    @Test func `the counts that are kept are those of the rows, also for sessions from before there were any`()
        async throws
    {
        var generator = StorageNumbers(seed: 10)
        let (database, _) = try await busy(&generator)
        let kept = """
            SELECT unit || ' ' || month || ' ' || form || ' ' || level || ' ' || sessions || ' ' || turns AS line FROM session_counts
            WHERE sessions <> 0 ORDER BY line
            """
        let lines = try await database.read { try $0.query(kept).map { try $0.text("line") } }
        // As the migration fills them.
        try await database.run("DELETE FROM session_counts")
        try await database.run(SchemaVersion7.countsOfRows)
        #expect(try await database.read { try $0.query(kept).map { try $0.text("line") } } == lines)
        #expect(lines.count > 80)
    }

    @Test(arguments: [
        ("2026-02-01", "2026-04-30", "2026-02", "2026-04", 0), ("2026-02-02", "2026-04-30", "2026-03", "2026-04", 1),
        ("2026-02-02", "2026-04-29", "2026-03", "2026-03", 2), ("2026-02-02", "2026-03-30", nil, nil, 1),
        ("2026-02-01", "2026-02-28", "2026-02", "2026-02", 0), ("2025-12-31", "2026-01-31", "2026-01", "2026-01", 1),
        ("2026-05-05", "2026-05-05", nil, nil, 1),
    ])
    func `a range is whole months and what is left at its ends`(
        first: String, last: String, from: String?, to: String?, edges: Int
    ) throws {
        let range = try #require(DayRange(try Make.day(first), try Make.day(last)))
        let span = MonthSpan(range)
        #expect(span.months?.first == from && span.months?.last == to)
        #expect(span.edges.count == edges)
    }
}

extension SessionFilter {
    /// The same question, asked of one session.
    fileprivate func fits(_ record: SessionRecord) -> Bool {
        let session = record.session
        return units.map { $0.contains(session.unit) } ?? true && range.map { $0.contains(session.day) } ?? true
            && form.map { $0 == session.form } ?? true && level.map { $0 == session.level } ?? true
            && campaign.map { $0 == session.campaign } ?? true && loggedBy.map { $0 == record.loggedBy } ?? true
    }
}
