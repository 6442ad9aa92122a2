import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// Sessions as rows, with just what a test is about.
enum SessionFixture {
    static func session(
        _ number: Int, unit: String = "doan", day: String = "2026-06-03", place: String = "Trường THCS",
        form: SessionForm = .schoolSession, minutes: Int = 45, topics: String = "", attendance: [Attendance]? = nil,
        handouts: [Handout] = []
    ) throws -> Session {
        Session(
            id: try Make.id(number), unit: try Make.slug(unit), day: try Make.day(day), place: place, form: form,
            topics: try Make.slugs(topics), minutes: minutes, attendance: try attendance ?? [group("pupils", 100)],
            handouts: handouts)
    }

    static func group(_ audience: String, _ turns: Int, female: Int? = nil) throws -> Attendance {
        Attendance(audience: try Make.slug(audience), turns: turns, female: female)
    }

    static func database(_ sessions: [Session]) async throws -> Database {
        let database = try Database(inMemory: ())
        for session in sessions { #expect(try await database.log(session) == .logged) }
        return database
    }

    /// The same session, counted again.
    static func recounted(_ session: Session, turns: Int) throws -> Session {
        Session(
            id: session.id, unit: session.unit, day: session.day, place: session.place, form: session.form,
            topics: session.topics, minutes: session.minutes, attendance: [try group("pupils", turns)],
            handouts: session.handouts)
    }
}

extension Database {
    func log(
        _ session: Session, by user: String = "an", origin: SessionOrigin = .typed
    ) async throws -> LogEffect {
        try await write { try $0.log(session, origin: origin, by: user, at: StorageFixture.now) }
    }

    /// Corrects a session as it stands now.
    func correct(_ session: Session, reason: String, at second: Int = 60) async throws {
        try await write { tx in
            guard let record = try tx.session(session.id) else { return }
            try tx.correct(record, to: session, reason: reason, by: "binh", at: StorageFixture.now + .seconds(second))
        }
    }
}
