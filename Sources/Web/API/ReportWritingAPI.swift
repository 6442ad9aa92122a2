import Documents
import Operations
import Outreach

/// What people add to a report's numbers: targets and the narrative; and its versions one by one.
enum ReportWritingAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/reports/:subject/:period/targets", .view, "reporting", "What was registered for a period, by indicator",
            ReportingAPI.place, answer: APISchemas.items, targets),
        .put(
            "/reports/:subject/:period/targets/:indicator", .plan, "reporting",
            "Register a target: a number, “3%”, “> 95%”, words, or empty for none",
            ReportingAPI.place + [.path("indicator", .slug, "the indicator")],
            body: .json(.closed([.required("value", .string)])), answer: targetSchema, setTarget),
        .get(
            "/reports/:subject/:period/narrative", .view, "reporting",
            "What was written beside the numbers, what has to be mended in it, and the hash of the report as seen now",
            ReportingAPI.place, answer: narrativeSchema, narrative),
        .put(
            "/reports/:subject/:period/narrative", .report, "reporting", "Write it; what is left out becomes empty",
            ReportingAPI.place, body: .json(writtenSchema), answer: narrativeSchema, write),
        .get(
            "/reports/:subject/:period/versions/:version", .view, "reporting",
            "A version as it was submitted, whether it is still what was hashed, and what it says otherwise than the one "
                + "before",
            ReportingAPI.place + [.path("version", .integer(1...1_000_000), "its number")],
            answer: .object([
                .required("version", .anything), .required("isIntact", .boolean),
                .required("report", .named("Report")), .required("difference", .array(.anything)),
            ]), version),
    ]

    private static let targetSchema = Schema.object([.required("indicator", .slug), .required("value", .string)])

    private static let writtenSchema = Schema.closed([
        .optional("results", .string), .optional("difficulties", .string), .optional("proposals", .string),
        .optional("number", .integer(1...99_999)), .optional("date", .day),
    ])

    private static let narrativeSchema = Schema.object([
        .required("narrative", .anything), .required("findings", .array(.named("Finding"))),
        .required("seen", .string),
    ])

    private struct Target: Encodable, Sendable {
        let indicator: Slug
        let value: String
    }

    private static func targets(_ visit: Visit) async throws -> any Encodable & Sendable {
        let found = try await visit.workspace.targets(
            of: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller)
        return APIPage(
            items: found.sorted { $0.key < $1.key }.map { Target(indicator: $0.key, value: $0.value.description) })
    }

    private static func setTarget(_ visit: Visit) async throws -> any Encodable & Sendable {
        var reader = try JSONReader(visit.body)
        // An empty text is one that was given: it takes the target back.
        _ = reader.required("value", reader.value("value"))
        let value = reader.text("value") ?? ""
        reader.close()
        try reader.finish()
        let indicator = try visit.slug("indicator")
        let target = try await visit.workspace.registerTarget(
            value, indicator: indicator, unit: try visit.slug("subject"), period: try visit.parameter("period"),
            as: try visit.caller, mode: .perform)
        return Target(indicator: indicator, value: target.description)
    }

    private struct Narrative: Encodable, Sendable {
        let narrative: ReportNarrative
        let findings: [FindingView]
        /// For submitting exactly this: `seen` of the versions.
        let seen: ContentHash
    }

    private static func narrative(_ visit: Visit) async throws -> any Encodable & Sendable {
        let dossier = try await visit.workspace.reportDossier(
            on: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller)
        return Narrative(
            narrative: dossier.content.narrative, findings: dossier.findings.map(FindingView.init),
            seen: dossier.hash)
    }

    private static func write(_ visit: Visit) async throws -> any Encodable & Sendable {
        var reader = try JSONReader(visit.body)
        let written = ReportNarrative(
            results: reader.passage("results"), difficulties: reader.passage("difficulties"),
            proposals: reader.passage("proposals"), number: reader.integer("number"),
            date: reader.parsed("date", Day.init(_:)))
        if let number = written.number, !(1...99_999).contains(number) {
            reader.refuse("number", Message(vi: "Cần một số từ 1 đến 99999.", en: "A number of 1 to 99999 is needed."))
        }
        reader.close()
        try reader.finish()
        _ = try await visit.workspace.writeNarrative(
            written, on: try visit.slug("subject"), period: try visit.parameter("period"), as: try visit.caller,
            mode: .perform)
        return try await narrative(visit)
    }

    private struct Version: Encodable, Sendable {
        let version: ReportVersion
        let isIntact: Bool
        let report: ReportJSON
        /// Empty for the first.
        let difference: [ReportDifference]
    }

    private static func version(_ visit: Visit) async throws -> any Encodable & Sendable {
        guard let number = Int(try visit.parameter("version")) else { throw WebError.noPage }
        let (subject, period, caller) = (try visit.slug("subject"), try visit.parameter("period"), try visit.caller)
        let found = try await visit.workspace.reportVersion(number, on: subject, period: period, as: caller)
        let before =
            number > 1
            ? try await visit.workspace.reportVersion(number - 1, on: subject, period: period, as: caller).content : nil
        return Version(
            version: found.version, isIntact: found.isIntact,
            report: ReportJSON(found.content.report, narrative: found.content.narrative, version: found.version),
            difference: before.map(found.content.difference(to:)) ?? [])
    }
}

extension JSONReader {
    /// A text of several lines, as long as the page takes it.
    fileprivate mutating func passage(_ name: String) -> String {
        let text = text(name) ?? ""
        if text.count > 20_000 {
            refuse(name, Message(vi: "Dài quá 20.000 ký tự.", en: "Longer than 20,000 characters."))
        }
        return text
    }
}
