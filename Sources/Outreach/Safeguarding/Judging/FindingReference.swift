/// Names one finding of one text: `S06@body:12-40`. In another text the same name may mean something else, so whoever
/// keeps it keeps the text's hash beside it.
public struct FindingReference: Sendable, Hashable, Codable {
    public let rule: SafeguardingRuleID
    public let place: CheckedText.Place
    public let start: Int
    public let end: Int

    public init(_ finding: Finding) {
        rule = finding.rule
        place = finding.place
        start = finding.start
        end = finding.end
    }
}

extension FindingReference: LosslessStringConvertible {
    /// Reads what ``description`` writes; a file's name in the place may hold any character.
    public init?(_ text: String) {
        guard let at = text.firstIndex(of: "@"), let colon = text.lastIndex(of: ":"), at < colon,
            let rule = SafeguardingRuleID(rawValue: String(text[..<at])),
            let place = CheckedText.Place(name: String(text[text.index(after: at)..<colon]))
        else { return nil }
        let ends = text[text.index(after: colon)...].split(separator: "-").map { Int($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
        self.rule = rule
        self.place = place
        self.start = start
        self.end = end
    }

    public var description: String { "\(rule.rawValue)@\(place.name):\(start)-\(end)" }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let reference = FindingReference(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a finding: \(text)"))
        }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Finding {
    public var reference: FindingReference { FindingReference(self) }

    /// Whether somebody with the right may let it pass. Pictures go by the consent register alone, and nothing unlocks
    /// that of a victim.
    public var mayBeOverridden: Bool { level == .block && rule != .pictureOfChild }
}
