import Outreach

/// The one statement of an indicator: which rows count, and what each adds.
///
/// Total, breakdown and drill-down are made from it, so that they cannot differ.
struct IndicatorStatement {
    /// Columns `id`, `unit`, `day`, `label`, `value`, `quality`: one line for every row that counts.
    let rows: String
    let arguments: [any SQLConvertible]

    /// - Parameters:
    ///   - units: whose rows count; at least one.
    ///   - range: days of the period, both ends included.
    init(_ indicator: Indicator, units: [Slug], range: DayRange) {
        let source = IndicatorSource(indicator)
        var conditions = [source.condition].compactMap(\.self)
        var arguments: [any SQLConvertible] = source.conditionArguments
        conditions.append("\(source.unit) IN (\(IndicatorStatement.marks(units.count)))")
        arguments += units
        conditions.append("\(source.day) BETWEEN ? AND ?")
        arguments += [range.first, range.last]
        for filter in IndicatorFilter.allCases {
            guard let words = indicator.filters[filter], !words.isEmpty,
                let condition = source.condition(for: filter, marks: IndicatorStatement.marks(words.count))
            else { continue }
            conditions.append(condition)
            arguments += words
        }
        let value = source.value(of: indicator.sum)
        let grouping = indicator.sum == .places ? " GROUP BY \(source.place)" : ""
        rows = """
            SELECT \(source.columns), \(value) AS value, \(source.quality) AS quality
            FROM \(source.tables) WHERE \(conditions.joined(separator: " AND "))\(grouping)
            """
        self.arguments = arguments
    }

    private static func marks(_ count: Int) -> String {
        repeatElement("?", count: count).joined(separator: ", ")
    }
}

/// Where the rows of an indicator lie in the schema.
private struct IndicatorSource {
    let tables: String
    let columns: String
    let unit: String
    let day: String
    let quality: String
    let condition: String?
    let conditionArguments: [any SQLConvertible]
    private let rows: IndicatorRows

    let place = "COALESCE(s.place_unit, s.place)"

    init(_ indicator: Indicator) {
        rows = indicator.rows
        switch indicator.rows {
        case .prints:
            unit = "h.unit"
            day = "h.day"
            quality = "h.quality"
            condition = nil
        case .sessions, .attendance:
            unit = "s.unit"
            day = "s.day"
            quality = "CASE WHEN s.origin = 'imported' THEN 'imported' ELSE s.method END"
            condition = nil
        case .posts, .samples:
            unit = "p.unit"
            day = "p.posted_day"
            quality =
                indicator.rows == .posts
                ? "'counted'" : "CASE WHEN x.is_estimated = 1 THEN 'estimated' ELSE x.source END"
            condition = "p.state = 'posted'"
        }
        conditionArguments = []
        switch indicator.rows {
        case .sessions:
            tables = "sessions s"
            columns = "s.id AS id, s.unit AS unit, s.day AS day, s.place AS label"
        case .attendance:
            tables = "attendance a JOIN sessions s ON s.id = a.session"
            columns = "s.id AS id, s.unit AS unit, s.day AS day, s.place || ' · ' || a.audience AS label"
        case .prints:
            tables = "(\(IndicatorSource.printedMatter)) h"
            columns = "h.id AS id, h.unit AS unit, h.day AS day, h.label AS label"
        case .posts:
            tables = "posts p"
            columns = "p.id AS id, p.unit AS unit, p.posted_day AS day, p.channel || ' · ' || p.title AS label"
        case .samples:
            tables = IndicatorSource.postsWithLatestSamples
            columns =
                "p.id AS id, p.unit AS unit, p.posted_day AS day, p.channel || ' · ' || x.metric AS label"
        }
    }

    private static let postsWithLatestSamples = """
        posts p JOIN samples x ON x.post = p.id AND x.captured_at =
            (SELECT MAX(n.captured_at) FROM samples n WHERE n.post = x.post AND n.metric = x.metric)
        """

    /// Printed matter reaches people in two ways: handed out at a session, or put up and written down by hand.
    private static let printedMatter = """
        SELECT s.id AS id, s.unit AS unit, s.day AS day, o.material AS label, o.material_kind AS material_kind,
            o.quantity AS quantity, CASE WHEN s.origin = 'imported' THEN 'imported' ELSE s.method END AS quality
        FROM handouts o JOIN sessions s ON s.id = o.session
        UNION ALL
        SELECT p.id, p.unit, p.posted_day, COALESCE(p.material, p.title), p.material_kind, x.value,
            CASE WHEN x.is_estimated = 1 THEN 'estimated' ELSE x.source END
        FROM \(postsWithLatestSamples) WHERE x.metric = 'prints' AND p.state = 'posted'
        """

    func value(of sum: IndicatorSum) -> String {
        switch sum {
        case .count, .places: "1"
        case .turns: "a.turns"
        case .minutes: "s.minutes"
        case .value: "x.value"
        case .quantity: "h.quantity"
        }
    }

    func condition(for filter: IndicatorFilter, marks: String) -> String? {
        switch filter {
        case .form: "s.form IN (\(marks))"
        case .level: "s.level IN (\(marks))"
        case .audience: "a.audience IN (\(marks))"
        case .metric: "x.metric IN (\(marks))"
        case .channelKind: "p.channel_kind IN (\(marks))"
        case .materialKind: rows == .prints ? "h.material_kind IN (\(marks))" : "p.material_kind IN (\(marks))"
        case .topic where rows == .posts:
            """
            EXISTS (SELECT 1 FROM library_entries e JOIN library_labels l ON l.entry = e.id
                WHERE e.material = p.material AND l.label = 'topic' AND l.value IN (\(marks)))
            """
        case .topic: "EXISTS (SELECT 1 FROM session_topics t WHERE t.session = s.id AND t.topic IN (\(marks)))"
        }
    }
}
