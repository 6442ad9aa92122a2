/// A unit or committee that was there on some days only of a period.
public struct PartialPresence: Sendable, Hashable, Codable {
    public let subject: ReportSubject
    /// Those days, in order.
    public let days: [DayRange]

    public init(subject: ReportSubject, days: [DayRange]) {
        self.subject = subject
        self.days = days
    }
}

/// Who was there on some days only of what a report counts: its numbers are those of these days.
public struct PartialPresences: Sendable, Hashable, Codable {
    /// Of the columns of the period.
    public let now: [PartialPresence]
    /// So many units below those columns.
    public let belowNow: Int
    /// Of those whose counts of the period before are set beside it.
    public let before: [PartialPresence]
    public let belowBefore: Int
    /// The days of the year so far on which the subject itself existed; nil where on all of them, or where the year so
    /// far is the period.
    public let cumulative: DayRange?

    public var isEmpty: Bool {
        now.isEmpty && before.isEmpty && belowNow + belowBefore == 0 && cumulative == nil
    }
}

extension UnitTree {
    /// Who was there for a part only of what a report of a subject counts; nil where nobody was.
    ///
    /// - Parameter earlier: whose counts of the period before are set against the subject's.
    public func partialPresences(
        of subject: Slug, setAgainst earlier: [Slug], in span: ReportingSpan
    ) -> PartialPresences? {
        let (range, before) = (span.period.range, span.before.range)
        let (now, belowNow) = partialColumns(of: subject, during: range)
        let then = earlier.map { (id: $0, columns: partialColumns(of: $0, during: before)) }
        let themselves = earlier.compactMap { id in
            days(of: id, during: before).flatMap { $0 == before ? nil : presence(of: id, on: [$0], in: before) }
        }
        let ofYear = span.cumulative == range ? nil : days(of: subject, during: span.cumulative)
        let presences = PartialPresences(
            now: now, belowNow: belowNow, before: themselves + then.flatMap(\.columns.shown),
            belowBefore: then.reduce(0) { $0 + $1.columns.below },
            cumulative: ofYear == span.cumulative ? nil : ofYear)
        return presences.isEmpty ? nil : presences
    }

    /// The columns that were not there on all the days on which the subject was, and how many units below them were
    /// not there on all days of theirs.
    private func partialColumns(
        of subject: Slug, during range: DayRange
    ) -> (shown: [PartialPresence], below: Int) {
        guard let own = days(of: subject, during: range) else { return ([], 0) }
        var shown: [PartialPresence] = []
        var below = 0
        for member in members(of: subject, during: range) {
            let spans = reportingSpans(of: member, in: subject, during: range)
            guard let days = spans[member] else { continue }
            if days != [own] { shown.append(presence(of: member, on: days, in: range)) }
            below += spans.count { $0.key != member && $0.value != days }
        }
        return (shown, below)
    }

    private func presence(of subject: Slug, on days: [DayRange], in range: DayRange) -> PartialPresence {
        PartialPresence(subject: reportSubject(subject, on: days.last?.last ?? range.last), days: days)
    }
}
