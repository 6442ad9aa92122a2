/// A day or stretch of the year that campaigns are planned around: Action Month for Children, Mid-Autumn, Law Day.
public struct Observance: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let rule: ObservanceRule

    /// The days inside that matter most, where there are any.
    public let focus: MonthDaySpan?

    /// How many days before the first day planning starts.
    public let noticeDays: Int

    /// The law, decision or custom it rests on.
    public let source: String

    public init(
        id: Slug,
        name: LocalizedText,
        rule: ObservanceRule,
        focus: MonthDaySpan? = nil,
        noticeDays: Int,
        source: String
    ) {
        self.id = id
        self.name = name
        self.rule = rule
        self.focus = focus
        self.noticeDays = noticeDays
        self.source = source
    }

    /// The occurrences that begin in a solar year, in order; none where the year has none.
    public func occurrences(in year: Int) -> [ObservanceOccurrence] {
        dates(in: year).map { ObservanceOccurrence(observance: self, dates: $0) }
    }

    /// The days of each occurrence that begins in a solar year; two are possible for a lunar day.
    public func dates(in year: Int) -> [DayRange] { rule.dates(in: year) }

    /// The focus of each occurrence that begins in a solar year and has one.
    public func focusDates(in year: Int) -> [DayRange] { occurrences(in: year).compactMap(\.focus) }

    /// The day planning starts for each occurrence that begins in a solar year; it may lie in the year before.
    public func planningStarts(in year: Int) -> [Day] { occurrences(in: year).map(\.planningStarts) }
}
