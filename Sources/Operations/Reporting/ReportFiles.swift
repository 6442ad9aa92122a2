import Documents
public import Outreach
import Storage

/// The files a report can be.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case docx, xlsx, pdf, csv, json, html
    case markdown = "md"

    public var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .html: "text/html; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        }
    }
}

extension ReportFormat {
    /// Whether what the unit wrote stands in it, beside the numbers.
    fileprivate var hasNarrative: Bool { self != .csv && self != .xlsx }

    /// Whether any of the paper's head stands in it; a workbook names who issues it.
    fileprivate var hasHead: Bool { self == .docx || self == .pdf || self == .xlsx }
}

/// A report as a file.
public struct ReportFile: Sendable {
    public let bytes: [UInt8]
    public let name: String
    public let mediaType: String
}

extension Workspace {
    /// A report as a file to send on: a version as it was submitted, or the report as it stands now.
    ///
    /// A narrative, a target in words or a head that may not be submitted does not leave as a file either.
    ///
    /// - Parameter version: nil for what it says now.
    /// - Throws: ``ReportingError/narrative(_:)``, ``ReportingError/fewCases(_:)``; ``PDFError/notInstalled`` for a PDF
    ///   where nothing can print one.
    public func reportFile(
        _ format: ReportFormat, of version: Int?, on subject: Slug, period code: String, language: Language,
        as caller: Caller
    ) async throws -> ReportFile {
        let source = try await reportSource(version, on: subject, period: code, as: caller)
        if version == nil, format.hasNarrative {
            let forbidden = ReportNarrative.forbidden(
                try await database.read { try findings(in: source.content.narrative, of: subject, in: $0) })
            guard forbidden.isEmpty else { throw ReportingError.narrative(forbidden.map(\.words)) }
        }
        if version == nil {
            let head = format.hasHead ? source.head : nil
            try await database.read { try requireNoFewCases(in: source.content.report, head: head, in: $0) }
        }
        let name = "bao-cao-\(subject)-\(code)\(version.map { "-ban-\($0)" } ?? "").\(format.rawValue)"
        return ReportFile(
            bytes: try await bytes(of: source, as: format, language, caller), name: name, mediaType: format.mediaType)
    }

    /// Whether a report can be had as a PDF here.
    public func printsPDF() async -> Bool { await printer.isInstalled() }

    private struct Source {
        let subject: Slug
        let code: String
        let content: ReportContent
        let version: ReportVersion?
        let head: ReportHead
    }

    private func reportSource(
        _ number: Int?, on subject: Slug, period code: String, as caller: Caller
    ) async throws -> Source {
        let head = try await reportHead(of: subject, as: caller)
        if let number {
            let (version, content, _) = try await reportVersion(number, on: subject, period: code, as: caller)
            return Source(
                subject: subject, code: code, content: content, version: version, head: content.head ?? head)
        }
        let content = try await database.read { tx in
            ReportContent(
                report: try report(on: subject, period: code, as: caller, in: tx),
                narrative: try tx.narrative(of: subject, period: code) ?? ReportNarrative())
        }
        return Source(subject: subject, code: code, content: content, version: nil, head: head)
    }

    private func bytes(
        of source: Source, as format: ReportFormat, _ language: Language, _ caller: Caller
    ) async throws -> [UInt8] {
        let (content, version) = (source.content, source.version)
        switch format {
        case .docx:
            return try AdministrativeDocument(content, head: source.head, language: language).word()
        case .pdf:
            return try await printer.pdf(
                of: AdministrativeDocument(content, head: source.head, language: language).word())
        case .xlsx: return try await workbook(of: source, language, caller).excel()
        case .csv: return ReportTable(content.report, language: language).csv
        case .json:
            return Array(
                try ReportJSON(content.report, narrative: content.narrative, version: version).text.utf8)
        case .html: return Array(ReportPage(content, version: version, language: language).html.utf8)
        case .markdown: return Array(ReportPage(content, version: version, language: language).markdown.utf8)
        }
    }

    /// With the rows behind the numbers: those a version was submitted with, else those of now, which may have been
    /// corrected since.
    private func workbook(of source: Source, _ language: Language, _ caller: Caller) async throws -> Workbook {
        let (rows, names, areKept) = try await database.read { tx in
            let (builder, indicators) = try reportBuilder(
                on: source.subject, period: source.code, as: caller, in: tx)
            let units = builder.tree.units.mapValues { $0.name(on: builder.span.period.range.last) }
            var rows: [(Indicator, [IndicatorRow])] = []
            if let version = source.version {
                for line in source.content.report.lines {
                    let kept = try tx.frozenRows(of: version, indicator: line.indicator.id)
                    if let kept { rows.append((line.indicator, kept)) }
                }
                if rows.count == source.content.report.lines.count { return (rows, units, true) }
                rows = []
            }
            var count = 0
            for indicator in indicators where count <= Workbook.mostReportRows {
                let found = try builder.rows(of: indicator, .everything)
                count += found.count
                rows.append((indicator, found))
            }
            return (rows, units, false)
        }
        return Workbook(
            source.content, rows: rows.map { (indicator: $0.0, rows: $0.1) }, units: names,
            issuer: source.head.issuer, takenOn: today, isOfVersion: source.version != nil && !areKept,
            language: language)
    }
}
