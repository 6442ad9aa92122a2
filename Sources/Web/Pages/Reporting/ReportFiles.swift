import Documents
import Operations
import Outreach

/// The forms in which a report leaves as a file.
enum ReportFileKind: String, Sendable, CaseIterable {
    case csv, json, html

    var label: String { rawValue.uppercased() }

    var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .html: "text/html; charset=utf-8"
        }
    }

    func bytes(of report: Report, _ language: Language) throws -> [UInt8] {
        switch self {
        case .csv: ReportTable(report, language: language).csv
        case .json: Array(try ReportJSON.text(of: ReportJSON(report)).utf8)
        case .html: Array(ReportTable(report, language: language).html.utf8)
        }
    }
}

/// Downloads of a report.
struct ReportFiles: RouteGroup {
    var routes: [Route] { [.get("/reports/download", .holding(.view), download)] }

    private func download(_ visit: Visit) async throws -> Reply {
        let (subject, period) = try await ReportQuestion(visit).required()
        guard let kind = visit.query["format"].flatMap(ReportFileKind.init(rawValue:)) else { throw WebError.noPage }
        let report = try await visit.workspace.report(on: subject, period: period, as: try visit.caller)
        return .download(
            Download(
                bytes: try kind.bytes(of: report, visit.language), type: kind.type,
                name: "bao-cao-\(subject)-\(report.period.code).\(kind.rawValue)"))
    }
}
