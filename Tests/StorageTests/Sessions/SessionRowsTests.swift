import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct SessionRowsTests {
    @Test func `a session comes back with everything that was said`() async throws {
        let database = try Database(inMemory: ())
        let session = Session(
            id: try Make.id(1), unit: try Make.slug("doan"), coHosts: try Make.slugs("ca mttq"),
            day: try Make.day("2026-06-03"), time: TimeOfDay("07:30"), place: "Trường THCS \"Thạnh Xuân\"",
            placeUnit: try Make.slug("truong"), form: .clubMeeting, level: .lowerSecondary,
            topics: try Make.slugs("law"),
            material: try Make.slug("kit"), revision: ContentHash.sha256(of: "kit"), minutes: 90,
            attendance: [try SessionFixture.group("pupils", 120, female: 61)], speakers: ["công an xã"],
            handouts: [Handout(material: try Make.slug("leaflet"), quantity: 200)], method: .estimated, notes: "Tốt",
            cost: 500_000, campaign: try Make.slug("june"))
        #expect(try await database.log(session, origin: .imported) == .logged)
        let record = try await database.read { try $0.session(session.id) }
        #expect(
            record
                == SessionRecord(session: session, version: 1, origin: .imported, loggedBy: "an", loggedAt: Make.now))
    }

    @Test func `logging again, by whoever and whenever, changes nothing`() async throws {
        let session = try SessionFixture.session(1)
        let database = try await SessionFixture.database([session])
        for user in ["an", "binh"] {
            #expect(try await database.log(session, by: user) == .alreadyLogged)
        }
        #expect(try await database.count("sessions") == 1)
        #expect(try await database.count("attendance") == 1)
        #expect(try await database.read { try $0.session(session.id)?.loggedBy } == "an")
    }

    @Test func `an id that says something else is a conflict, and what was there stays`() async throws {
        let session = try SessionFixture.session(1)
        let database = try await SessionFixture.database([session])
        #expect(try await database.log(SessionFixture.recounted(session, turns: 99)) == .conflict)
        #expect(try await database.read { try $0.session(session.id)?.session } == session)
    }

    @Test func `a phone that sends the first version once more after a correction is recognised`() async throws {
        let session = try SessionFixture.session(1)
        let database = try await SessionFixture.database([session])
        let (second, third) = (
            try SessionFixture.recounted(session, turns: 90), try SessionFixture.recounted(session, turns: 95)
        )
        try await database.correct(second, reason: "đếm nhầm")
        try await database.correct(third, reason: "đếm lại", at: 120)
        #expect(try await database.log(session) == .alreadyLogged)
        #expect(try await database.log(third) == .alreadyLogged)
        #expect(try await database.log(SessionFixture.recounted(session, turns: 1)) == .conflict)
        #expect(try await database.read { try $0.session(session.id)?.session } == third)
    }

    @Test func `a correction keeps what was said before, with the reason, whoever and when`() async throws {
        let session = try SessionFixture.session(1)
        let database = try await SessionFixture.database([session])
        let (second, third) = (
            try SessionFixture.recounted(session, turns: 90), try SessionFixture.recounted(session, turns: 95)
        )
        try await database.correct(second, reason: "đếm nhầm")
        try await database.correct(third, reason: "đếm lại", at: 120)
        let (record, corrections) = try await database.read { tx in
            (try tx.session(session.id), try tx.corrections(of: session.id))
        }
        #expect(record?.session == third && record?.version == 3 && record?.loggedBy == "an")
        #expect(
            corrections == [
                Correction(version: 2, reason: "đếm nhầm", by: "binh", at: Make.now + .seconds(60), before: session),
                Correction(version: 3, reason: "đếm lại", by: "binh", at: Make.now + .seconds(120), before: second),
            ])
    }

    @Test func `a correction replaces the parts that are counted`() async throws {
        let leaflet = try Make.slug("leaflet")
        let session = try SessionFixture.session(
            1, topics: "law safety",
            attendance: [SessionFixture.group("pupils", 100), SessionFixture.group("teachers", 4)],
            handouts: [Handout(material: leaflet, quantity: 50)])
        let database = try await SessionFixture.database([session])
        let corrected = try SessionFixture.session(
            1, unit: "ca", day: "2026-06-04", place: "Nhà văn hóa", form: .seminar, topics: "law",
            attendance: [SessionFixture.group("parents", 30)])
        try await database.correct(corrected, reason: "nhầm buổi")
        #expect(try await database.count("attendance") == 1)
        #expect(try await database.count("session_topics") == 1)
        #expect(try await database.count("handouts") == 0)
        let row = try await database.read { try $0.queryOne("SELECT unit, day, form, place FROM sessions") }
        #expect(try row?.text("unit") == "ca" && row?.text("day") == "2026-06-04")
        #expect(try row?.text("form") == "seminar" && row?.text("place") == "Nhà văn hóa")
    }

    @Test func `sessions are listed from the newest day, narrowed by unit, days and form`() async throws {
        let sessions = try [
            SessionFixture.session(1, day: "2026-06-01"), SessionFixture.session(2, unit: "ca", day: "2026-06-03"),
            SessionFixture.session(3, day: "2026-06-02", form: .seminar), SessionFixture.session(4, day: "2026-06-03"),
        ]
        let database = try await SessionFixture.database(sessions)
        let (units, days) = (try Make.slugs("doan"), try Make.range("2026-06-02", "2026-06-03"))
        let expected: [(@Sendable (inout SessionFilter) -> Void, [Int])] = [
            ({ _ in }, [4, 2, 3, 1]), ({ $0.units = units }, [4, 3, 1]), ({ $0.units = [] }, []),
            ({ $0.range = days }, [4, 2, 3]), ({ $0.form = .seminar }, [3]), ({ $0.limit = 2 }, [4, 2]),
            (
                {
                    $0.units = units
                    $0.range = DayRange(days.last)
                }, [4]
            ),
        ]
        for (narrow, numbers) in expected {
            var filter = SessionFilter()
            narrow(&filter)
            let found = try await database.read { [filter] in try $0.sessions(filter) }
            #expect(try found.map(\.session.id) == numbers.map { try Make.id($0) })
        }
    }

    @Test func `sessions of the same unit, day, form and place look alike`() async throws {
        let sessions = try [
            SessionFixture.session(1), SessionFixture.session(2, minutes: 60), SessionFixture.session(3, unit: "ca"),
            SessionFixture.session(4, day: "2026-06-04"), SessionFixture.session(5, form: .contest),
            SessionFixture.session(6, place: "Trường tiểu học"),
        ]
        let database = try await SessionFixture.database(sessions)
        let alike = try await database.read { try $0.sessionsLike(sessions[0]) }
        #expect(alike.map(\.session.id) == [sessions[1].id])
    }

    @Test func `sessions are found by the end of their id, two at most`() async throws {
        let database = try await SessionFixture.database([1, 21, 121].map { try SessionFixture.session($0) })
        let found = try await database.read { tx in
            try ["0121", "1", "9999"].map { try tx.sessions(endingWith: $0).count }
        }
        #expect(found == [1, 2, 0])
    }
}
