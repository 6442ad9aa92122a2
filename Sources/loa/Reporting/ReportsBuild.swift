import ArgumentParser
import Documents
import Foundation
import Operations
import Outreach

struct ReportsBuild: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: say(
            "Báo cáo của một đơn vị hoặc ban chỉ đạo trong một kỳ, ra Word, Excel, PDF…; --rows mở từng số ra các dòng.",
            "The report of a unit or committee, as Word, Excel, PDF…; --rows opens a number into its rows."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp(say("Dạng.", "Format.")))
    var format: ReportOutput = .text

    @Option(
        name: .customLong("version"),
        help: ArgumentHelp(
            say(
                "Bản đã nộp; bỏ trống là số liệu hiện nay.",
                "A submitted version; without it, the numbers as they are now.")))
    var number: Int?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Ghi vào tệp; - là đầu ra chuẩn.", "Write to a file; - is standard output."), valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(say("Các dòng của chỉ tiêu này.", "The rows of this indicator."), valueName: "indicator"))
    var rows: Slug?

    @Option(
        help: ArgumentHelp(
            say(
                "Chỉ phần này của số: member=ĐƠN-VỊ, form=…, audience=…, channel=…, campaign=…, quality=…, priority; hoặc số bên cạnh: before, cumulative.",
                "Only this part of the number: member=UNIT, form=…, audience=…, channel=…, campaign=…, quality=…, priority; or the number beside it: before, cumulative."
            ),
            valueName: "part"))
    var part: SliceArgument?

    @Option(
        help: ArgumentHelp(
            say(
                "Các tin, bài và cuộc đã tính cho nhiệm vụ này của kế hoạch: KẾ-HOẠCH/NHIỆM-VỤ.",
                "The posts and sessions that were counted for this duty of a plan: PLAN/DUTY."), valueName: "duty"))
    var duty: DutyReference?

    /// Nil for standard output.
    private var file: String? { output == "-" ? nil : output }

    func run(in context: Context) async throws {
        let bytes: [UInt8] =
            if let duty {
                try await self.rows(behind: duty, in: context)
            } else if let rows {
                try await self.rows(of: rows, in: context)
            } else {
                try await whole(in: context)
            }
        guard let file else { return try write(bytes, to: context.console) }
        try Files.write(bytes, to: file)
        context.console.say("Đã ghi \(file).", "Wrote \(file).")
    }

    /// A Word file on a terminal would be noise.
    private func write(_ bytes: [UInt8], to console: Console) throws {
        guard rows == nil, duty == nil, [.docx, .xlsx, .pdf].contains(format), isatty(STDOUT_FILENO) == 1 else {
            return console.write(bytes)
        }
        throw CommandError.usage(
            Message(vi: "Thêm -o TỆP để ghi \(format.rawValue).", en: "Add -o FILE to write \(format.rawValue)."))
    }

    private func whole(in context: Context) async throws -> [UInt8] {
        let (workspace, language) = (context.workspace, context.console.language)
        if let kind = format.file {
            return try await workspace.reportFile(
                kind, of: number, on: report.unit, period: report.period, language: language, as: context.caller()
            ).bytes
        }
        let shown: Report
        if let number {
            shown = try await workspace.reportVersion(
                number, on: report.unit, period: report.period, as: context.caller()
            ).content.report
        } else {
            shown = try await workspace.report(on: report.unit, period: report.period, as: context.caller())
        }
        let table = ReportTable(shown, language: language)
        return Array(table.text(maximumWidth: file == nil ? Console.terminalWidth : nil).utf8)
    }

    private func rows(behind duty: DutyReference, in context: Context) async throws -> [UInt8] {
        guard rows == nil, part == nil, number == nil, format == .text || format == .json else {
            throw CommandError.usage(
                Message(
                    vi: "--duty có dạng text hoặc json, và không đi với --rows, --part, --version.",
                    en: "--duty comes as text or json, and without --rows, --part and --version."))
        }
        let found = try await context.workspace.dutyRows(
            duty, on: report.unit, period: report.period, as: context.caller())
        guard format == .text else { return Array(try ReportJSON.text(of: DutyRowsJSON(found)).utf8) }
        let width = file == nil ? Console.terminalWidth : nil
        func table(_ indicator: Indicator?, _ rows: [IndicatorRow]) -> String? {
            indicator.map { IndicatorRowsTable($0, rows, language: context.console.language).text(maximumWidth: width) }
        }
        let tables = [table(found.duty.posts, found.posts), table(found.duty.sessions, found.sessions)]
        return Array(tables.compactMap(\.self).joined(separator: "\n").utf8)
    }

    private func rows(of id: Slug, in context: Context) async throws -> [UInt8] {
        let (indicator, rows) = try await context.workspace.reportRows(
            on: report.unit, period: report.period, indicator: id, slice: part?.slice ?? .everything,
            version: number, as: context.caller())
        let table = IndicatorRowsTable(indicator, rows, language: context.console.language)
        return switch format {
        case .text: Array(table.text(maximumWidth: file == nil ? Console.terminalWidth : nil).utf8)
        case .csv: table.csv
        case .json: Array(try ReportJSON.text(of: rows).utf8)
        case .md, .markdown, .html, .docx, .xlsx, .pdf:
            throw CommandError.usage(
                Message(vi: "--rows có dạng text, csv hoặc json.", en: "--rows comes as text, csv or json."))
        }
    }
}

/// `member=doan-thanh-xuan`, `channel=facebook-vh-thanh-xuan` or `cumulative`.
struct SliceArgument: ExpressibleByArgument {
    let slice: ReportSlice

    init?(argument: String) {
        guard let slice = ReportSlice(argument) else { return nil }
        self.slice = slice
    }
}
