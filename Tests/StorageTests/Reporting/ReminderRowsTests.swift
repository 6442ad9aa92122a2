import Outreach
import Testing

@testable import Storage

/// Who was reminded on a day, and how far it came.
struct ReminderRowsTests {
    private typealias Fixture = StorageFixture

    @Test func `of two who begin a reminder one is refused, until it certainly did not go out`() async throws {
        let database = try Database(inMemory: ())
        let (unit, day, now) = (try Fixture.slug("east"), try Fixture.day("2026-07-08"), Fixture.now)
        #expect(try await database.write { try $0.beginReminder(of: unit, on: day, at: now) })
        #expect(try await !database.write { try $0.beginReminder(of: unit, on: day, at: now) })
        #expect(try await database.read { try $0.reminderState(of: unit, on: day) } == .sending)
        try await database.write { try $0.endReminder(of: unit, on: day, as: nil, at: now) }
        #expect(try await database.read { try $0.reminderState(of: unit, on: day) } == nil)
        #expect(try await database.write { try $0.beginReminder(of: unit, on: day, at: now) })
        try await database.write { try $0.endReminder(of: unit, on: day, as: .sent, at: now) }
        #expect(try await !database.write { try $0.beginReminder(of: unit, on: day, at: now) })
        #expect(try await database.read { try $0.reminderState(of: unit, on: day) } == .sent)
    }

    @Test func `only what was begun long ago and has no end was cut off`() async throws {
        let database = try Database(inMemory: ())
        let (day, now) = (try Fixture.day("2026-07-08"), Fixture.now)
        let (east, west, north) = (try Fixture.slug("east"), try Fixture.slug("west"), try Fixture.slug("north"))
        try await database.write { tx in
            for unit in [east, west] { _ = try tx.beginReminder(of: unit, on: day, at: now) }
            _ = try tx.beginReminder(of: north, on: day, at: now + .seconds(60))
            try tx.endReminder(of: west, on: day, as: .sent, at: now)
        }
        let cutOff = try await database.read { try $0.remindersCutOff(begunBefore: now + .seconds(1)) }
        #expect(cutOff.map(\.unit) == [east] && cutOff.map(\.day) == [day])
    }
}
