import ArgumentParser
import Documents
import Operations
import Outreach

struct ReportsBuild: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: say(
            "Số liệu của một đơn vị hoặc ban chỉ đạo trong một kỳ; --rows mở từng số ra các dòng.",
            "Counts of a unit or committee over a period; --rows opens a number into its rows."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(
        help: ArgumentHelp(
            say(
                "Kỳ: 2026-H1, 2026, 2026-ACTION-MONTH, 2026-06-01..2026-06-30.",
                "Period: 2026-H1, 2026, 2026-ACTION-MONTH, 2026-06-01..2026-06-30.")))
    var period: String

    @Option(help: ArgumentHelp(say("Dạng.", "Format.")))
    var format: ReportFormat = .text

    @Option(name: .shortAndLong, help: ArgumentHelp(say("Ghi vào tệp.", "Write to a file."), valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(say("Các dòng của chỉ tiêu này.", "The rows of this indicator."), valueName: "indicator"))
    var rows: Slug?

    func run(in context: Context) async throws {
        let bytes =
            if let rows { try await self.rows(of: rows, in: context) } else { try await report(in: context) }
        guard let output else { return context.console.write(bytes) }
        try Files.write(bytes, to: output)
        context.console.say("Đã ghi \(output).", "Wrote \(output).")
    }

    private func report(in context: Context) async throws -> [UInt8] {
        let report = try await context.workspace.report(on: unit, period: period, as: context.caller())
        let table = ReportTable(report, language: context.console.language)
        return switch format {
        case .text: Array(table.text(maximumWidth: output == nil ? Console.terminalWidth : nil).utf8)
        case .markdown: Array(table.markdown.utf8)
        case .html: Array(table.html.utf8)
        case .csv: table.csv
        case .json: Array(try ReportJSON(report).text.utf8)
        }
    }

    private func rows(of id: Slug, in context: Context) async throws -> [UInt8] {
        let (indicator, rows) = try await context.workspace.reportRows(
            on: unit, period: period, indicator: id, as: context.caller())
        let table = IndicatorRowsTable(indicator, rows, language: context.console.language)
        return switch format {
        case .text: Array(table.text(maximumWidth: output == nil ? Console.terminalWidth : nil).utf8)
        case .csv: table.csv
        case .json: Array(try ReportJSON.text(of: rows).utf8)
        case .markdown, .html:
            throw CommandError.usage(
                Message(vi: "--rows có dạng text, csv hoặc json.", en: "--rows comes as text, csv or json."))
        }
    }
}
