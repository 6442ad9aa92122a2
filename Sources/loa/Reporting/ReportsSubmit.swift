import ArgumentParser
import Documents
import Operations
import Outreach

struct ReportsSubmit: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: say(
            "Nộp báo cáo: chốt thành một bản không đổi được; đính chính là một bản mới có lý do.",
            "Submit a report: frozen as a version; a correction is a new version with a reason."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp(say("Lý do đính chính.", "Why it is corrected.")))
    var reason = ""

    @Flag(
        help: ArgumentHelp(
            say(
                "Nộp báo cáo của ban chỉ đạo dù còn đơn vị thành viên chưa nộp.",
                "Submit the report of a committee though members have not handed in theirs.")))
    var withoutMembers = false

    func run(in context: Context) async throws {
        let caller = try context.caller()
        let before = try await context.workspace.reportDossier(on: report.unit, period: report.period, as: caller)
        let anew = try await context.workspace.membersCountedAnew(
            on: report.unit, period: report.period, as: caller)
        let version = try await context.workspace.submitReport(
            on: report.unit, period: report.period, seeing: before.hash, reason: reason,
            withoutMembers: withoutMembers, as: caller, mode: change.mode)
        if output.json { try context.console.json(version) }
        context.console.say(
            "Đã nộp bản \(version.number), mã băm \(version.hash.short).",
            "Submitted version \(version.number), hash \(version.hash.short).")
        for difference in before.changes { context.console.say(difference.line) }
        if !before.missing.isEmpty {
            context.console.say(
                "Nộp khi chưa có báo cáo của: \(before.missing.map(\.name.vi).joined(separator: "; ")).",
                "Submitted without the reports of: \(before.missing.map(\.name.en).joined(separator: "; ")).")
        }
        if !anew.isEmpty {
            context.console.say(
                "Số liệu đã thay đổi sau bản báo cáo đã nộp của: \(anew.map(\.name.vi).joined(separator: "; ")). Nhắc họ "
                    + "nộp bản đính chính.",
                "Counted anew since their own reports were handed in: \(anew.map(\.name.en).joined(separator: "; ")). "
                    + "Remind them to submit corrections.")
        }
        let period = before.content.report.period
        if context.workspace.today < period.range.last {
            context.console.say(
                "Kỳ còn chạy đến \(period.range.last.written): bản này chưa đủ số liệu cả kỳ, nộp lại khi hết kỳ.",
                "The period runs until \(period.range.last.written): this version lacks its last days; submit again after them."
            )
        }
    }
}

struct ReportsVersions: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: say("Các bản đã nộp của một báo cáo.", "The submitted versions of a report.")
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var report: ReportOptions

    func run(in context: Context) async throws {
        let dossier = try await context.workspace.reportDossier(
            on: report.unit, period: report.period, as: context.caller())
        if output.json { return try context.console.json(dossier.versions) }
        context.console.table(
            [
                Message(vi: "Bản", en: "Version"), Message(vi: "Nộp lúc", en: "Submitted"),
                Message(vi: "Người nộp", en: "By"), Message(vi: "Mã băm", en: "Hash"),
                Message(vi: "Lý do đính chính", en: "Reason"),
            ],
            dossier.versions.map { version in
                [
                    .integer(version.number), .text(context.workspace.zone.written(version.submittedAt)),
                    .text(version.submittedBy),
                    .text(version.hash.short), .text(version.reason ?? ""),
                ]
            })
        context.console.say(dossier.state.words)
        for difference in dossier.changes { context.console.say(difference.line) }
    }
}

struct ReportsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Một bản đã nộp, có nguyên vẹn không, và khác bản trước ở đâu.",
            "A submitted version, whether it is whole, and how it differs from the one before."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var report: ReportOptions

    @Option(name: .customLong("version"), help: ArgumentHelp(say("Bản nào.", "Which version.")))
    var number: Int

    private struct Shown: Encodable {
        let version: ReportVersion
        let isIntact: Bool
        let content: ReportContent
        let difference: [ReportDifference]
    }

    func run(in context: Context) async throws {
        let (workspace, caller) = (context.workspace, try context.caller())
        let found = try await workspace.reportVersion(number, on: report.unit, period: report.period, as: caller)
        var difference: [ReportDifference] = []
        if number > 1 {
            let before = try await workspace.reportVersion(
                number - 1, on: report.unit, period: report.period, as: caller)
            difference = found.content.difference(to: before.content)
        }
        if output.json {
            try context.console.json(
                Shown(
                    version: found.version, isIntact: found.isIntact, content: found.content, difference: difference))
        } else {
            context.console.say(
                "Bản \(number), mã băm \(found.version.hash): \(found.isIntact ? "nguyên vẹn" : "ĐÃ BỊ SỬA").",
                "Version \(number), hash \(found.version.hash): \(found.isIntact ? "whole" : "CHANGED").")
            for line in difference { context.console.say(line.line) }
        }
        guard found.isIntact else { throw CommandError.checkFailed }
    }
}

extension ReportDifference {
    /// Of a long text, so much as lies around the first place where two versions part.
    private static let longest = 80

    /// "Số cuộc …: 12 → 14"; beside a number of the period itself, what it is of stands in brackets.
    var line: Message {
        let what = what == .value ? Message(vi: "", en: "") : self.what.words
        let brackets = { (text: String) in text.isEmpty ? "" : " (\(text))" }
        return Message(
            vi: "  \(name.vi)\(brackets(what.vietnamese)): \(both(.vietnamese))",
            en: "  \(name.en)\(brackets(what.english)): \(both(.english))")
    }

    private func both(_ language: Language) -> String {
        let written = written(longest: ReportDifference.longest) { NumberFormatting.integer($0, language) }
        return "\(written.old) → \(written.new)"
    }
}
