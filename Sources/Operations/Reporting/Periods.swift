public import Outreach
import Storage

extension Workspace {
    /// The periods of every calendar that begin in the years around today, the newest first.
    public func periods() async throws -> [(calendar: ReportingCalendar, periods: [Period])] {
        let year = today.year
        return try await database.read { tx in
            try tx.documents(ReportingCalendar.self).map { calendar in
                let periods = ((year - 2)...(year + 1)).flatMap { year in
                    calendar.periods.compactMap { $0.period(in: year) }
                }
                return (calendar, periods.sorted { ($1.range.first, $1.code) < ($0.range.first, $0.code) })
            }
        }
    }
}
