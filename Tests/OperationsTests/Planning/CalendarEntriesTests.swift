import Outreach
import Testing

@testable import Office
@testable import Operations

/// What a stretch of the calendar holds.
struct CalendarEntriesTests {
    @Test func `of a full day the first posts are read and all are counted, and the days after it are not left out`()
        async throws
    {
        try await Office.open { office in
            var ofDay: [Post] = []
            for minute in 0..<5 { ofDay.append(try await office.approved(at: "2026-06-02 08:0\(minute)")) }
            let later = try await office.approved(at: "2026-06-09 08:00")
            let day = ofDay[0].moment
            var filter = CalendarFilter(range: DayRange(monthOf: office.workspace.zone.day(of: day)))
            filter.mostOfDay = 2
            let editor = try office.user("lan")
            let entries = try await office.workspace.calendarEntries(filter, as: editor)
            #expect(entries.posts.map(\.id) == [ofDay[0].id, ofDay[1].id, later.id])
            #expect(entries.postsOfDay.filter { $0.value > 0 }.values.sorted() == [1, 5])
            #expect(!entries.isCut)

            filter.state = .post(.approved)
            filter.channel = ofDay[0].channel
            #expect(try await office.workspace.calendarEntries(filter, as: editor).posts.count == 3)
            filter.state = .post(.missed)
            let none = try await office.workspace.calendarEntries(filter, as: editor)
            #expect(none.postsOfDay.values.allSatisfy { $0 == 0 })
            filter.state = .planned
            #expect(try await office.workspace.calendarEntries(filter, as: editor).posts.isEmpty)
        }
    }
}
