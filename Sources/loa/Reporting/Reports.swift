import ArgumentParser
import Operations
import Outreach

struct Reports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Báo cáo số liệu.", "Reports."),
        subcommands: [
            ReportsBuild.self, ReportsStatus.self, ReportsNarrative.self, ReportsSubmit.self, ReportsVersions.self,
            ReportsShow.self, ReportsTarget.self, ReportsExcuse.self, ReportsReopen.self, ReportsHead.self,
            ReportsRemind.self, ReportsRemindTo.self,
        ])
}

/// Which report is meant.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(
        help: ArgumentHelp(
            say(
                "Kỳ: 2026-H1, 2026, 2026-ACTION-MONTH, 2026-06-01..2026-06-30.",
                "Period: 2026-H1, 2026, 2026-ACTION-MONTH, 2026-06-01..2026-06-30.")))
    var period: String
}

/// What `loa reports build` can print or write.
enum ReportOutput: String, ExpressibleByArgument, CaseIterable {
    case text, docx, xlsx, pdf, csv, json, html, md, markdown

    var file: ReportFormat? {
        switch self {
        case .text: nil
        case .markdown: .markdown
        default: ReportFormat(rawValue: rawValue)
        }
    }
}
