import ArgumentParser
import Documents
import Operations
import Outreach

struct ReportsStatus: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: say(
            "Đơn vị nào đã nộp, đến hạn, trễ, bị khóa hoặc được miễn trong một kỳ.",
            "Which units submitted, are due, late, locked or excused in a period."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var report: ReportOptions

    func run(in context: Context) async throws {
        let completeness = try await context.workspace.completeness(
            of: report.unit, period: report.period, as: context.caller())
        if output.json { return try context.console.json(completeness) }
        context.console.table(
            [
                Message(vi: "Đơn vị", en: "Unit"), Message(vi: "Trạng thái", en: "State"),
                Message(vi: "Bản", en: "Version"), Message(vi: "Lý do", en: "Reason"),
            ],
            completeness.standings.map { standing in
                [
                    .text(standing.subject.name(context.console.language)),
                    .text(standing.state.words(context.console.language)),
                    standing.latest.map { .integer($0.number) } ?? .empty, .text(standing.exception?.reason ?? ""),
                ]
            })
        context.console.say(
            "Đã nộp \(completeness.submitted)/\(completeness.expected); hạn nộp \(completeness.period.due.written).",
            "\(completeness.submitted) of \(completeness.expected) submitted; due on \(completeness.period.due.written)."
        )
    }
}

struct ReportsExcuse: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "excuse",
        abstract: say("Miễn báo cáo một kỳ, có lý do.", "Excuse a unit from a period, with a reason."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp(say("Lý do.", "Why.")))
    var reason: String

    func run(in context: Context) async throws {
        _ = try await context.workspace.decideReport(
            .excused, on: report.unit, period: report.period, reason: reason, as: context.caller(), mode: change.mode)
        context.console.say(
            "\(report.unit) được miễn báo cáo kỳ \(report.period).", "\(report.unit) is excused from \(report.period).")
    }
}

struct ReportsReopen: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: say(
            "Cho một đơn vị nộp sau khi kỳ đã khóa, có lý do.", "Let a unit submit after the lock, with a reason."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp(say("Lý do.", "Why.")))
    var reason: String

    func run(in context: Context) async throws {
        _ = try await context.workspace.decideReport(
            .reopened, on: report.unit, period: report.period, reason: reason, as: context.caller(), mode: change.mode)
        context.console.say(
            "\(report.unit) được nộp báo cáo kỳ \(report.period).", "\(report.unit) may submit \(report.period).")
    }
}
