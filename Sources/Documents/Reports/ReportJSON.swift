import Foundation
public import Outreach

/// A report as data, with keys that stay the same from version to version.
public struct ReportJSON: Encodable, Sendable {
    let unit: Slug
    let name: LocalizedText
    let period: String
    let from: Day
    let to: Day
    let before: Compared
    let cumulativeFrom: Day
    let builtAt: Instant
    /// What has to be said beside the numbers.
    let remarks: [Message]
    /// Who was there on some days only of what is counted.
    let partly: PartialPresences?
    let indicators: [Line]
    let duties: [DutyResult]
    let narrative: ReportNarrative?
    let version: ReportVersion?

    struct Compared: Encodable, Sendable {
        let from: Day
        let to: Day
        let basis: Message?
    }

    struct Line: Encodable, Sendable {
        let id: Slug
        let name: LocalizedText
        let unit: LocalizedText
        /// What exactly is counted, where the name alone could be read otherwise.
        let note: LocalizedText?
        let value: Measured
        let cumulative: Measured
        let before: Measured
        let change: Measured
        let inPriorityAreas: Measured
        let outOf: Int?
        let target: String?
        let pace: Pace?
        let members: [Member]
        /// By dimension; their values add up to the value, but that not everything belongs to a campaign.
        let parts: [ReportDimension: [ReportPart]]
    }

    struct Member: Encodable, Sendable {
        let unit: String
        let name: LocalizedText
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

    /// - Parameters:
    ///   - narrative: what is kept with it.
    ///   - version: nil for what was not submitted yet.
    public init(_ report: Report, narrative: ReportNarrative? = nil, version: ReportVersion? = nil) {
        unit = report.subject.id
        name = report.subject.name
        period = report.period.code
        from = report.period.range.first
        to = report.period.range.last
        before = Compared(
            from: report.span.before.range.first, to: report.span.before.range.last, basis: report.comparison.sentence)
        cumulativeFrom = report.span.cumulative.first
        builtAt = report.builtAt
        remarks = report.remarks
        partly = report.partly
        indicators = report.lines.map { line in
            Line(
                id: line.indicator.id, name: line.indicator.name, unit: line.indicator.unit,
                note: line.indicator.note, value: Measured(count: line.value),
                cumulative: Measured(count: line.cumulative),
                before: Measured(count: line.before), change: Measured(count: line.change),
                inPriorityAreas: Measured(count: line.inPriorityAreas), outOf: line.whole,
                target: line.target?.description, pace: line.pace,
                members: line.members.map { Member(unit: $0.id, name: $0.name, value: Measured(count: $0.value)) },
                parts: line.parts)
        }
        duties = report.duties
        self.narrative = narrative
        self.version = version
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
