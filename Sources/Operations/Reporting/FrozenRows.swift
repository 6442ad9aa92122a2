import Outreach
import Storage

extension Workspace {
    /// The rows behind a number of a submitted version, or behind a part of it, as they were kept with it.
    ///
    /// - Throws: ``ReportingError/rowsNotKept(_:_:)`` where the version has none for what is asked.
    func frozenRows(
        of number: Int, on subject: Slug, period code: String, indicator id: Slug, slice: ReportSlice,
        as caller: Caller
    ) async throws -> (indicator: Indicator, rows: [IndicatorRow]) {
        let (version, content, _) = try await reportVersion(number, on: subject, period: code, as: caller)
        guard let line = content.report.line(id) else {
            throw ReportingError.unknownIndicator(id, known: content.report.lines.map(\.indicator.id))
        }
        guard let kept = try await database.read({ try $0.frozenRows(of: version, indicator: id) }),
            let rows = content.keptRows(behind: line, slice, of: kept)
        else { throw ReportingError.rowsNotKept(number, slice) }
        return (line.indicator, rows)
    }
}

extension ReportBuilder {
    /// A version keeps so many rows; those of a country would be a database of their own.
    private static let mostFrozenRows = 100_000

    /// The rows behind each number, where they are not too many to be kept.
    func rowsToKeep(of indicators: [Indicator]) throws -> [Slug: [IndicatorRow]] {
        var (kept, count): ([Slug: [IndicatorRow]], Int) = ([:], 0)
        for indicator in indicators where count <= ReportBuilder.mostFrozenRows {
            let rows = try rows(of: indicator, .everything)
            count += rows.count
            if count <= ReportBuilder.mostFrozenRows { kept[indicator.id] = rows }
        }
        return kept
    }

    /// Which of the rows each part of a number counts.
    ///
    /// - Parameter members: the columns of the report.
    func partsToKeep(of rows: [Slug: [IndicatorRow]], members: [Slug]) -> KeptParts {
        let units = Set(rows.values.joined().map(\.unit))
        let days = { (slice: ReportSlice) in self.ground(of: slice).spans.filter { units.contains($0.key) } }
        let range = span.period.range
        return KeptParts(
            members: Dictionary(members.map { ($0, days(.member($0))) }) { first, _ in first },
            priority: days(.priority), end: tree.days(of: subject, during: range)?.last ?? range.last)
    }
}
