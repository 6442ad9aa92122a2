import Documents
public import Outreach
import Storage

extension Workspace {
    /// What is planned and posted around a stretch of days, as an iCalendar file (RFC 5545).
    public func calendar(during range: DayRange, as caller: Caller) async throws -> [UInt8] {
        let occurrences = try await observances(in: range.first.year)
        var filter = PostFilter()
        filter.from = zone.instant(range.first, .midnight)
        filter.before = zone.instant(range.last + 1, .midnight)
        filter.limit = 10_000
        let posts = try await posts(filter, as: caller).filter { $0.state != .cancelled }
        let events = occurrences.filter { $0.dates.overlaps(range) }.map(event) + posts.map(event)
        return ICalendar(name: settings.name ?? "Loa", events: events).bytes
    }

    private func event(_ occurrence: ObservanceOccurrence) -> CalendarEvent {
        CalendarEvent(
            uid: "observance-\(occurrence.observance.id)-\(occurrence.dates.first)@loa", sequence: 0, stamp: now,
            time: .days(occurrence.dates), summary: occurrence.observance.name.vi,
            details: occurrence.observance.source, categories: ["observance"])
    }

    private func event(_ post: Post) -> CalendarEvent {
        CalendarEvent(
            uid: "post-\(post.id)@loa", sequence: post.attempts, stamp: now,
            time: .instants(post.moment, until: post.moment + .seconds(15 * 60)),
            summary: "\(post.title) · \(post.channel)", details: post.text, categories: [post.state.rawValue])
    }
}
