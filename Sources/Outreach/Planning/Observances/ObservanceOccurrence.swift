/// An observance as it comes round once.
public struct ObservanceOccurrence: Sendable, Hashable {
    public let observance: Observance
    public let dates: DayRange

    /// The focus, where the observance has one that lies wholly inside these dates.
    public let focus: DayRange?

    public let planningStarts: Day

    public init(observance: Observance, dates: DayRange) {
        self.observance = observance
        self.dates = dates
        focus = [dates.first.year, dates.last.year]
            .compactMap { observance.focus?.dates(in: $0) }
            .first { dates.contains($0.first) && dates.contains($0.last) }
        planningStarts = dates.first - observance.noticeDays
    }
}

extension Sequence<Observance> {
    /// All occurrences that begin in a solar year, by first day, then last day, then id.
    public func occurrences(in year: Int) -> [ObservanceOccurrence] {
        flatMap { $0.occurrences(in: year) }.sorted { left, right in
            (left.dates.first, left.dates.last, left.observance.id)
                < (right.dates.first, right.dates.last, right.observance.id)
        }
    }
}
