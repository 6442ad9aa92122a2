/// Rows that are alike in everything an indicator can ask for, counted together.
public struct ActivityFact: Sendable, Hashable {
    public let rows: IndicatorRows
    /// Where they go: a cell of the ``ReportGround``.
    public let cell: Int
    /// How their numbers were found, as in ``IndicatorRow/quality``.
    public let quality: String
    public var form: String?
    public var level: String?
    public var audience: String?
    public var channel: String?
    public var channelKind: String?
    public var materialKind: String?
    public var language: String?
    public var metric: String?
    public var campaign: String?
    /// How many rows.
    public let count: Int
    /// What they add up to: minutes, turns, values or quantities.
    public let amount: Int

    public init(rows: IndicatorRows, cell: Int, quality: String, count: Int, amount: Int) {
        self.rows = rows
        self.cell = cell
        self.quality = quality
        self.count = count
        self.amount = amount
    }

    func word(_ filter: IndicatorFilter) -> String? {
        switch filter {
        case .form: form
        case .level: level
        case .audience: audience
        case .metric: metric
        case .materialKind: materialKind
        case .channelKind: channelKind
        case .language: language
        case .topic, .kind, .place: nil
        }
    }

    func word(_ dimension: ReportDimension) -> String? {
        switch dimension {
        case .channel: channel
        case .audience: audience
        case .form: form
        case .campaign: campaign
        case .quality: quality
        }
    }
}

/// By what a number of a report is divided, besides by member.
public enum ReportDimension: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case form, audience, channel, campaign, quality
}

extension Indicator {
    /// The topics its rows are narrowed to, which facts cannot say: rows of different topics are counted apart.
    public var topics: [String] { filters[.topic] ?? [] }

    /// Whether it counts these rows; their topics are not looked at.
    public func counts(_ fact: ActivityFact) -> Bool {
        fact.rows == rows
            && filters.allSatisfy { filter, words in
                filter == .topic || words.isEmpty || fact.word(filter).map(words.contains) ?? false
            }
    }
}
