import ArgumentParser
import Operations
import Outreach

struct ReportsNarrative: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "narrative",
        abstract: say(
            "Phần lời của báo cáo: kết quả, khó khăn, đề xuất; không nêu gì thì in ra.",
            "The narrative of a report: results, difficulties, proposals; without options it is printed."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp(say("Kết quả; @TỆP để đọc từ tệp.", "Results; @FILE reads a file.")))
    var results: String?

    @Option(help: ArgumentHelp(say("Khó khăn, vướng mắc.", "Difficulties.")))
    var difficulties: String?

    @Option(help: ArgumentHelp(say("Đề xuất, kiến nghị.", "Proposals.")))
    var proposals: String?

    @Option(help: ArgumentHelp(say("Số văn bản.", "The number of the paper.")))
    var number: Int?

    @Option(help: ArgumentHelp(say("Ngày văn bản.", "The date of the paper."), valueName: "yyyy-mm-dd"))
    var date: Day?

    func run(in context: Context) async throws {
        let caller = try context.caller()
        var narrative = try await context.workspace.reportDossier(
            on: report.unit, period: report.period, as: caller
        ).content.narrative
        guard [results, difficulties, proposals].contains(where: { $0 != nil }) || number != nil || date != nil else {
            return output.json ? try context.console.json(narrative) : print(narrative, on: context.console)
        }
        let seen = narrative.hash
        narrative.results = try text(results) ?? narrative.results
        narrative.difficulties = try text(difficulties) ?? narrative.difficulties
        narrative.proposals = try text(proposals) ?? narrative.proposals
        narrative.number = number ?? narrative.number
        narrative.date = date ?? narrative.date
        let findings = try await context.workspace.writeNarrative(
            narrative, seeing: seen, on: report.unit, period: report.period, as: caller, mode: change.mode)
        if output.json { try context.console.json(narrative.tidied) }
        for finding in findings {
            context.console.say(
                "  ! “\(finding.words)”: \(finding.why.vietnamese) \(finding.suggestion.vietnamese)",
                "  ! “\(finding.words)”: \(finding.why.english) \(finding.suggestion.english)")
        }
        context.console.say("Đã lưu phần lời.", "The narrative was kept.")
    }

    private func text(_ option: String?) throws -> String? {
        guard let option, option.hasPrefix("@") else { return option }
        return String(decoding: try Files.read(String(option.dropFirst())), as: UTF8.self)
    }

    private func print(_ narrative: ReportNarrative, on console: Console) {
        for (title, text) in narrative.sections {
            console.write("\(title(console.language)):\n\(text.isEmpty ? "—" : text)\n")
        }
    }
}
