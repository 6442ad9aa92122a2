public import Outreach
import Storage

extension Workspace {
    /// The dates of every observance in a year, by day.
    ///
    /// - Throws: ``PlanningError/yearOutOfRange(_:)`` outside the years the lunar calendar is verified for.
    public func observances(in year: Int) async throws -> [ObservanceOccurrence] {
        guard LunarCalendar.supportedYears.contains(year) else { throw PlanningError.yearOutOfRange(year) }
        return try await database.read { try $0.documents(Observance.self) }.occurrences(in: year)
    }
}
