/// What kind of rows an indicator counts.
public enum IndicatorRows: String, Sendable, Hashable, Codable, CaseIterable {
    case sessions, attendance, posts, samples, prints
    /// The units themselves, such as the schools of an area.
    case units
}

/// What is added up over the rows.
public enum IndicatorSum: String, Sendable, Hashable, Codable, CaseIterable {
    /// The rows themselves.
    case count
    /// Turns of attendance.
    case turns
    /// Minutes of sessions.
    case minutes
    /// The latest value of each post's metric.
    case value
    /// Pieces of printed matter handed out.
    case quantity
    /// Different places of sessions.
    case places
}

/// What a row may be narrowed by.
public enum IndicatorFilter: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case form, level, topic, audience, metric, language
    /// What a place is, where places are counted.
    case place
    /// The kind of a unit.
    case kind
    case materialKind = "material_kind"
    case channelKind = "channel_kind"
}

/// What the places of sessions may be narrowed to.
public enum PlaceKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Wherever a session at a school was held, and the schools that are units whatever was held there.
    case school
}

extension IndicatorRows {
    /// The filters that have a meaning for these rows and what is added up over them.
    public func filters(for sum: IndicatorSum) -> Set<IndicatorFilter> {
        switch self {
        case .sessions: sum == .places ? [.form, .level, .topic, .place] : [.form, .level, .topic]
        case .attendance: [.form, .level, .topic, .audience]
        case .posts: [.materialKind, .channelKind, .topic]
        case .samples: [.metric, .channelKind]
        case .prints: [.materialKind, .language]
        case .units: [.kind, .level]
        }
    }

    /// The sums that have a meaning for these rows.
    public var sums: Set<IndicatorSum> {
        switch self {
        case .sessions: [.count, .minutes, .places]
        case .attendance: [.turns]
        case .posts: [.count]
        case .samples: [.value]
        case .prints: [.quantity]
        case .units: [.count]
        }
    }
}

/// A defined count: one definition, one query, the same number everywhere.
public struct Indicator: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    /// What is counted: "cuộc", "lượt".
    public let unit: LocalizedText
    public let rows: IndicatorRows
    public let filters: [IndicatorFilter: [String]]
    public let sum: IndicatorSum
    public let source: String?
    /// The indicator it is a part of, shown beside it: schools reached of the schools there are.
    public let outOf: Slug?
    /// What exactly is counted, where the name alone could be read otherwise.
    public let note: LocalizedText?

    public init(
        id: Slug,
        name: LocalizedText,
        unit: LocalizedText,
        rows: IndicatorRows,
        filters: [IndicatorFilter: [String]],
        sum: IndicatorSum,
        source: String? = nil,
        outOf: Slug? = nil,
        note: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.rows = rows
        self.filters = filters
        self.sum = sum
        self.source = source
        self.outOf = outOf
        self.note = note
    }
}
