import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct IndicatorRowTests {
    private func indicator(
        _ rows: IndicatorRows, _ sum: IndicatorSum, _ filters: [IndicatorFilter: [String]] = [:]
    ) throws -> Indicator {
        let name = LocalizedText(vi: "Số", en: "Count")
        return Indicator(id: try Make.slug("count"), name: name, unit: name, rows: rows, filters: filters, sum: sum)
    }

    private func rows(
        of indicator: Indicator, in database: Database, _ units: String = "vh doan"
    ) async throws -> [IndicatorRow] {
        let (units, range) = (try Make.slugs(units), try Make.range("2026-06-01", "2026-06-30"))
        return try await database.read { try $0.rows(of: indicator, units: units, range: range) }
    }

    @Test func `only the latest sample of a post counts, for each metric by itself`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try Database(inMemory: ())
        try await database.addPosted(post)
        _ = try await database.add([
            SampleFixture.sample(1, of: post, 500, at: 60), SampleFixture.sample(2, of: post, 120, at: 120),
            SampleFixture.sample(3, of: post, 300, at: 0), SampleFixture.sample(4, of: post, 9, .plays, at: 30),
        ])
        let views = try await rows(of: indicator(.samples, .value, [.metric: ["views"]]), in: database)
        #expect(views.map(\.value) == [120])
        let both = try await rows(of: indicator(.samples, .value), in: database)
        #expect(both.map(\.value).sorted() == [9, 120])
    }

    @Test func `a post counts on the day it went out, not the day it was planned for`() async throws {
        let database = try Database(inMemory: ())
        let planned = try #require(Instant("2026-06-30T21:00:00+07:00"))
        try await database.addPosted(
            StoredPostFixture.post(1, moment: planned), at: try #require(Instant("2026-07-01T00:10:00+07:00")))
        try await database.addPosted(
            StoredPostFixture.post(2, moment: planned), at: try #require(Instant("2026-06-30T23:59:59+07:00")))
        let rows = try await rows(of: indicator(.posts, .count), in: database)
        #expect(rows.map(\.day.description) == ["2026-06-30"])
    }

    @Test(arguments: PostState.allCases)
    func `a post counts once it is out`(state: PostState) async throws {
        let database = try Database(inMemory: ())
        let post = try StoredPostFixture.post(1)
        try await database.addPosted(post)
        try await database.run("UPDATE posts SET state = '\(state.rawValue)'")
        #expect(try await rows(of: indicator(.posts, .count), in: database).count == (state == .posted ? 1 : 0))
    }

    @Test func `a session held together with others counts for its owner alone`() async throws {
        let database = try Database(inMemory: ())
        let session = Session(
            id: try Make.id(1), unit: try Make.slug("doan"), coHosts: try Make.slugs("vh"),
            day: try Make.day("2026-06-01"), place: "Trường A", form: .schoolSession, minutes: 45,
            attendance: [try SessionFixture.group("pupils", 100)])
        #expect(try await database.log(session) == .logged)
        let sessions = try indicator(.sessions, .count)
        #expect(try await rows(of: sessions, in: database, "doan").count == 1)
        #expect(try await rows(of: sessions, in: database, "vh").isEmpty)
        #expect(try await rows(of: sessions, in: database, "doan vh").count == 1)
    }

    @Test func `schools are where school sessions were held, and units that are schools whatever was held there`()
        async throws
    {
        let database = try Database(inMemory: ())
        let visits: [(place: String, unit: String?, form: SessionForm)] = [
            ("Trường A", nil, .schoolSession), ("trường a", nil, .contest), ("Trường B", nil, .contest),
            ("Trường C", "school", .performance), ("Trường C", "school", .schoolSession),
            ("Nhà văn hóa", "hall", .seminar),
        ]
        for (number, visit) in visits.enumerated() {
            let session = Session(
                id: try Make.id(number), unit: try Make.slug("doan"), day: try Make.day("2026-06-01") + number,
                place: visit.place, placeUnit: try visit.unit.map(Make.slug), form: visit.form, minutes: 30,
                attendance: [])
            #expect(try await database.log(session) == .logged)
        }
        let range = try Make.range("2026-06-01", "2026-06-30")
        let ground = ReportGround(
            [try Make.slug("doan"): [range]], during: range, schools: [try Make.slug("school"), try Make.slug("other")])
        let (schools, contests) = (
            try indicator(.sessions, .places, [.place: ["school"]]),
            try indicator(.sessions, .places, [.place: ["school"], .form: ["contest", "performance"]])
        )
        for isCounted in [false, true] {
            if isCounted { _ = try await database.write { try $0.countMonths() } }
            for (indicator, places) in [(schools, ["Trường A", "Trường C"]), (contests, ["Trường C"])] {
                let (total, rows) = try await database.read { tx in
                    (
                        try tx.tallies(of: [indicator], on: ground)[indicator.id]?.total,
                        try tx.rows(of: indicator, on: ground)
                    )
                }
                #expect(total == places.count && rows.map(\.label) == places)
            }
        }
    }

    /// The pages count them in one go, the rows are found by what the duty asks for.
    @Test(arguments: UInt64(1)...4)
    func `what a duty of a plan counts are its rows`(seed: UInt64) async throws {
        var activity = try RandomActivity(seed: seed)
        let database = try await activity.database()
        let (units, range) = (try Make.slugs("vh doan"), try Make.range("2026-06-01", "2026-06-05"))
        let forms: [[DutyForm]] = [
            [.material(.article), .channel(.social), .session(.contest)], [.channel(.social), .channel(.portal)],
            [.session(.schoolSession), .session(.clubMeeting)], [.material(.leaflet), .material(.clip)], [],
        ]
        for forms in forms {
            let text = LocalizedText(vi: "Việc", en: "Task")
            let duty = Duty(
                id: try Make.slug("duty"), task: text, lead: units, support: [], forms: forms, audiences: [],
                topics: [], place: nil, deadline: nil, source: DutySource(section: "I", words: ""))
            let (work, posts, sessions) = try await database.read { tx in
                (
                    try tx.workCounts(of: units, during: range),
                    try duty.posts.map { try tx.rows(of: $0, units: units, range: range) } ?? [],
                    try duty.sessions.map { try tx.rows(of: $0, units: units, range: range) } ?? []
                )
            }
            #expect(posts.count == work.posts(of: Set(units), in: forms), "\(forms)")
            #expect(sessions.count == work.sessions(of: Set(units), in: forms), "\(forms)")
        }
    }

    @Test func `a row says how its number was found`() async throws {
        let database = try Database(inMemory: ())
        for (number, (method, origin)) in [
            (CountingMethod.counted, SessionOrigin.typed), (.estimated, .typed), (.fromRecords, .typed),
            (.counted, .imported), (.estimated, .imported),
        ].enumerated() {
            let session = Session(
                id: try Make.id(number), unit: try Make.slug("doan"), day: try Make.day("2026-06-01") + number,
                place: "Trường A", form: .seminar, minutes: 30, attendance: [try SessionFixture.group("pupils", 10)],
                method: method)
            #expect(try await database.log(session, origin: origin) == .logged)
        }
        let expected = ["counted", "estimated", "from-records", "imported", "estimated"]
        #expect(try await rows(of: indicator(.sessions, .count), in: database).map(\.quality) == expected)
        #expect(try await rows(of: indicator(.attendance, .turns), in: database).map(\.quality) == expected)
        let post = try StoredPostFixture.post(1)
        try await database.addPosted(post)
        _ = try await database.add([
            SampleFixture.sample(1, of: post, 1, .views, source: .pulled),
            SampleFixture.sample(2, of: post, 1, .reach, source: .typed, isEstimated: true),
        ])
        let samples = try await rows(of: indicator(.samples, .value), in: database)
        #expect(Set(samples.map(\.quality)) == ["pulled", "estimated"])
    }

    @Test func `a word in a filter is a value and never SQL`() async throws {
        let database = try await SessionFixture.database([SessionFixture.session(1)])
        let odd = try indicator(.sessions, .count, [.form: ["school-session') OR 1=1 --", "'"]])
        #expect(try await rows(of: odd, in: database).isEmpty)
        #expect(try await rows(of: indicator(.sessions, .count, [.form: []]), in: database).count == 1)
    }

    @Test func `targets are kept by unit, indicator and period, the last one registered`() async throws {
        let database = try Database(inMemory: ())
        let (vh, doan, turns, posts) = (
            try Make.slug("vh"), try Make.slug("doan"), try Make.slug("turns"), try Make.slug("posts")
        )
        try await database.write { tx in
            for (value, unit, indicator, period) in [
                ("1200", vh, turns, "2026-H1"), (">95%", vh, turns, "2026-H1"), ("12", vh, turns, "2026-H2"),
                ("Khi có hướng dẫn", vh, posts, "2026-H1"), ("", doan, turns, "2026-H1"),
            ] {
                try tx.register(
                    TargetValue(reading: value), unit: unit, indicator: indicator, period: period, by: "an",
                    at: Make.now)
            }
        }
        let (first, second, third) = try await database.read { tx in
            (
                try tx.targets(of: vh, period: "2026-H1"), try tx.targets(of: vh, period: "2026-H2"),
                try tx.targets(of: doan, period: "2026-H1")
            )
        }
        #expect(first == [turns: .bound(.above, 95, isPercent: true), posts: .text("Khi có hướng dẫn")])
        #expect(second == [turns: .number(12)])
        #expect(third == [turns: .blank])
    }
}
