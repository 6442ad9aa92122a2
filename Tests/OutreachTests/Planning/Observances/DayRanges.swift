import Outreach
import Testing

/// The span between two days given as text, both included.
func dayRange(_ first: String, _ last: String) throws -> DayRange {
    let first = try #require(Day(first))
    let last = try #require(Day(last))
    return try #require(DayRange(first, last))
}
