import Foundation
public import Outreach

/// A report as data, with keys that stay the same from version to version.
public struct ReportJSON: Encodable, Sendable {
    let unit: Slug
    let name: LocalizedText
    let period: String
    let from: Day
    let to: Day
    let builtAt: Instant
    let indicators: [Line]

    struct Line: Encodable, Sendable {
        let id: Slug
        let name: LocalizedText
        let unit: LocalizedText
        let value: Measured
        let target: String?
        let members: [Member]
    }

    struct Member: Encodable, Sendable {
        let unit: Slug
        let value: Measured
    }

    /// A count, or `null` where nobody measured: the key is always there.
    struct Measured: Encodable, Sendable {
        let count: Int?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(count)
        }
    }

    public init(_ report: Report) {
        unit = report.subject.id
        name = report.subject.name
        period = report.period.code
        from = report.period.range.first
        to = report.period.range.last
        builtAt = report.builtAt
        indicators = report.lines.map { line in
            Line(
                id: line.indicator.id, name: line.indicator.name, unit: line.indicator.unit,
                value: Measured(count: line.value),
                target: line.target?.description,
                members: line.members.map { Member(unit: $0.unit, value: Measured(count: $0.value)) })
        }
    }

    public var text: String {
        get throws { try ReportJSON.text(of: self) }
    }

    /// Any value as JSON with sorted keys.
    public static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
