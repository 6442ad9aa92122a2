import Outreach

/// The one statement behind indicators: which rows there are, and what each says.
///
/// Totals, parts and the rows behind them are made from it, so that they cannot differ.
struct IndicatorStatement {
    /// The columns of every row, by position; those that have no meaning for the rows are NULL.
    enum Column: Int, CaseIterable {
        case unit, day, quality, form, level, audience, channel, channelKind, materialKind, language, metric, campaign
        case placeUnit, place, material, amount, id, label
    }

    let text: String
    let arguments: [any SQLConvertible]

    /// - Parameters:
    ///   - filters: what rows are narrowed by.
    ///   - units: whose rows; at least one.
    ///   - range: days of the period, both ends included.
    ///   - columns: what is asked for; the others are NULL, so that counting reads nothing but indexes.
    init(
        _ rows: IndicatorRows, sum: IndicatorSum, filters: [IndicatorFilter: [String]], units: [Slug], range: DayRange,
        columns: Set<Column>, isOrdered: Bool
    ) {
        let source = IndicatorSource(rows, sum: sum)
        var conditions = [source.condition].compactMap(\.self)
        var arguments: [any SQLConvertible] = []
        conditions.append("\(source.unit) IN (\(IndicatorStatement.marks(units.count)))")
        arguments += units
        conditions.append("\(source.day) BETWEEN ? AND ?")
        arguments += [range.first, range.last]
        for filter in IndicatorFilter.allCases {
            guard let words = filters[filter], !words.isEmpty,
                let condition = source.condition(for: filter, marks: IndicatorStatement.marks(words.count))
            else { continue }
            conditions.append(condition)
            arguments += words
        }
        let selected = Column.allCases.map { column in
            columns.contains(column) ? source.expression(column) ?? "NULL" : "NULL"
        }
        text = """
            SELECT \(selected.joined(separator: ", ")) FROM \(source.tables)
            WHERE \(conditions.joined(separator: " AND "))
            \(isOrdered ? "ORDER BY \(source.day), \(source.id), \(source.part ?? source.label)" : "")
            """
        self.arguments = arguments
    }

    private static func marks(_ count: Int) -> String {
        repeatElement("?", count: count).joined(separator: ", ")
    }
}

/// Where the rows of an indicator lie in the schema.
private struct IndicatorSource {
    private let rows: IndicatorRows
    private let sum: IndicatorSum

    init(_ rows: IndicatorRows, sum: IndicatorSum) {
        self.rows = rows
        self.sum = sum
    }

    /// The letter of the table that the rows are.
    private var table: String {
        switch rows {
        case .prints: "h"
        case .sessions, .attendance: "s"
        case .samples: "x"
        case .posts, .units: "p"
        }
    }

    var unit: String { "\(table).unit" }
    var id: String { "\(table).id" }

    var day: String {
        switch rows {
        case .prints, .sessions, .attendance, .samples: "\(table).day"
        case .posts, .units: "p.posted_day"
        }
    }

    var condition: String? { table == "p" ? IndicatorSource.isPosted : nil }

    var tables: String {
        switch rows {
        case .sessions: "sessions s"
        case .attendance: "sessions s JOIN attendance a ON a.session = s.id"
        case .prints: "(\(IndicatorSource.printedMatter)) h"
        case .posts, .units: "posts p"
        case .samples: "(\(IndicatorSource.measured)) x"
        }
    }

    var label: String {
        switch rows {
        case .sessions, .attendance: "s.place"
        case .prints, .samples: "\(table).label"
        case .posts, .units: "p.title"
        }
    }

    /// What tells rows of one session or post apart.
    var part: String? {
        switch rows {
        case .attendance: "a.audience"
        case .samples: "x.metric"
        case .sessions, .prints, .posts, .units: nil
        }
    }

    /// What a column is in these rows; nil where it has no meaning.
    func expression(_ column: IndicatorStatement.Column) -> String? {
        switch column {
        case .unit: unit
        case .day: day
        case .id: id
        case .label: label
        case .quality: quality
        case .amount: amount
        case .campaign: rows == .prints ? "h.campaign" : "\(table).campaign"
        case .form, .level: table == "s" ? "s.\(column)" : nil
        case .audience: rows == .attendance ? "a.audience" : nil
        case .channel: isOfChannels ? "\(table).channel" : nil
        case .channelKind: isOfChannels ? "\(table).channel_kind" : nil
        case .materialKind: table == "s" ? nil : "\(table).material_kind"
        case .language: rows == .prints ? "h.language" : nil
        case .metric: rows == .samples ? "x.metric" : nil
        case .placeUnit: rows == .sessions ? "s.place_unit" : nil
        case .place: rows == .sessions ? "s.place" : nil
        case .material: table == "s" ? nil : "\(table).material"
        }
    }

    /// Whether the rows came out on channels.
    private var isOfChannels: Bool { table == "p" || table == "x" }

    private var quality: String {
        switch rows {
        case .prints, .samples: "\(table).quality"
        case .sessions, .attendance: IndicatorSource.qualityOfSession
        case .posts, .units: "'counted'"
        }
    }

    private var amount: String? {
        switch sum {
        case .count, .places: "1"
        case .turns: "a.turns"
        case .minutes: "s.minutes"
        case .value: "x.value"
        case .quantity: "h.quantity"
        }
    }

    /// Said so that the index of units and days is taken, and not the one of states.
    private static let isPosted = "COALESCE(p.state, '') = 'posted'"
    private static let qualityOfSession =
        "CASE WHEN s.origin = 'imported' AND s.method <> 'estimated' THEN 'imported' ELSE s.method END"
    private static let qualityOfSample = "CASE WHEN x.is_estimated = 1 THEN 'estimated' ELSE x.source END"

    /// Figures of posts, as they were last measured, on the day the post went out; and visits through links of one's
    /// own, on their day. A visit is a click once: where the channel counts the clicks of a post itself, its figure has
    /// those through the post's links already; elsewhere the visits count, and not the total kept of them with the post.
    ///
    /// The cast gives both halves the same type: only so does SQLite take them apart and read nothing but indexes.
    private static let measured = """
        SELECT p.id AS id, p.unit AS unit, p.posted_day AS day, p.title AS label, p.channel AS channel,
            p.channel_kind AS channel_kind, p.material_kind AS material_kind, p.campaign AS campaign,
            p.material AS material, x.metric AS metric, x.value AS value, \(qualityOfSample) AS quality
        FROM posts p JOIN samples x ON x.post = p.id AND x.is_latest = 1
        WHERE \(isPosted) AND p.posted_day IS NOT NULL AND (x.metric <> 'clicks' OR x.source <> 'counted')
        UNION ALL
        SELECT l.code, l.unit, v.day, l.title, p.channel, p.channel_kind, p.material_kind, p.campaign, p.material,
            CAST('clicks' AS TEXT), v.people, 'counted'
        FROM tracked_links l JOIN link_visits v ON v.code = l.code LEFT JOIN posts p ON p.id = l.post
        WHERE v.people > 0 AND NOT EXISTS
            (SELECT 1 FROM samples o WHERE o.post = l.post AND o.metric = 'clicks' AND o.source <> 'counted')
        """

    /// Printed matter reaches people in two ways: handed out at a session, or put up and written down by hand.
    private static let printedMatter = """
        SELECT s.id AS id, s.unit AS unit, s.day AS day, \(title("o.material", else: "o.material")) AS label, o.material_kind AS material_kind,
            o.material AS material, o.quantity AS quantity, \(qualityOfSession) AS quality, s.campaign AS campaign,
            \(language("o.material")) AS language
        FROM handouts o JOIN sessions s ON s.id = o.session
        UNION ALL
        SELECT p.id, p.unit, p.posted_day, \(title("p.material", else: "p.title")), p.material_kind, p.material, x.value,
            \(qualityOfSample), p.campaign, \(language("p.material"))
        FROM posts p JOIN samples x ON x.post = p.id AND x.is_latest = 1
        WHERE x.metric = 'prints' AND \(isPosted) AND p.posted_day IS NOT NULL
        """

    private static func title(_ material: String, else other: String) -> String {
        "COALESCE((SELECT e.title_vi FROM library_entries e WHERE e.material = \(material)), \(other))"
    }

    /// Only materials in other languages than Vietnamese say which.
    private static func language(_ material: String) -> String {
        """
        COALESCE((SELECT l.value FROM library_entries e JOIN library_labels l ON l.entry = e.id
            WHERE e.material = \(material) AND l.label = 'language'), '\(MaterialLanguage.vietnamese.rawValue)')
        """
    }

    func condition(for filter: IndicatorFilter, marks: String) -> String? {
        switch filter {
        case .form: "s.form IN (\(marks))"
        case .level: "s.level IN (\(marks))"
        case .audience: "a.audience IN (\(marks))"
        case .metric: "x.metric IN (\(marks))"
        case .channelKind: "\(table).channel_kind IN (\(marks))"
        case .materialKind: "\(table).material_kind IN (\(marks))"
        case .language: "h.language IN (\(marks))"
        // Whether a place is a school, only the tree of units says.
        case .kind, .place: nil
        case .topic where rows == .posts:
            """
            EXISTS (SELECT 1 FROM library_entries e JOIN library_labels l ON l.entry = e.id
                WHERE e.material = p.material AND l.label = 'topic' AND l.value IN (\(marks)))
            """
        case .topic: "EXISTS (SELECT 1 FROM session_topics t WHERE t.session = s.id AND t.topic IN (\(marks)))"
        }
    }
}
