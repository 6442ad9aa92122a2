import Operations
import Outreach

/// Downloads of a report: as it stands now, or a version as it was submitted.
struct ReportFiles: RouteGroup {
    var routes: [Route] { [.get("/reports/download", .holding(.view), download)] }

    private func download(_ visit: Visit) async throws -> Reply {
        let (subject, period) = try await ReportQuestion(visit).required()
        guard let format = visit.query["format"].flatMap(ReportFormat.init(rawValue:)) else { throw WebError.noPage }
        let file = try await visit.workspace.reportFile(
            format, of: visit.query["version"].flatMap { Int($0) }, on: subject, period: period,
            language: visit.language, as: try visit.caller)
        return .download(Download(bytes: file.bytes, type: file.mediaType, name: file.name))
    }
}

extension ReportFormat {
    /// What a button to it says.
    func label(_ visit: Visit) -> String {
        switch self {
        case .docx: visit.t("Tệp Word", "Word file")
        case .xlsx: visit.t("Tệp Excel", "Excel file")
        case .pdf: "PDF"
        case .csv: "CSV"
        case .json: "JSON"
        case .html: "HTML"
        case .markdown: "Markdown"
        }
    }
}

extension Visit {
    /// Every file a report can be; a PDF where something here can print one, else how to have it.
    func reportDownloads(_ query: String) async -> HTML {
        let printsPDF = await workspace.printsPDF()
        let formats = ReportFormat.allCases.filter { $0 != .pdf || printsPDF }
        let buttons = formats.html { format in
            link(format.label(self), "/reports/download?\(query)&format=\(format.rawValue)", css: "button")
        }
        let hint = t(
            "Muốn có PDF: cài libreoffice-writer-nogui trên máy chủ, hoặc mở tệp Word rồi xuất PDF.",
            "For a PDF: install libreoffice-writer-nogui on the server, or open the Word file and export it.")
        return
            "<div class=\"downloads\">\(buttons)</div>\(printsPDF ? .empty : "<p class=\"hint\">\(hint)</p>" as HTML)"
    }
}
