import ArgumentParser
import Documents
import Operations
import Outreach

struct Reports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Báo cáo số liệu.", "Reports."), subcommands: [ReportsBuild.self, ReportsTarget.self])
}

/// The files a report can be.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, csv, json
}
