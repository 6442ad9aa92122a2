import ArgumentParser
import Operations
import Outreach

struct ContentCheck: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Đọc mọi tệp và chỉ ra chỗ sai.", "Read every file and point out what is wrong."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let report = try context.workspace.checkContent()
        if output.json {
            try context.console.json(report.problems.map { ProblemOutput($0, context.console.language) })
        } else {
            for problem in report.problems { context.console.write(problem.message(context.console.language)) }
            context.console.say(
                "\(report.filesRead) tệp, \(report.problems.count) lỗi.",
                "\(report.filesRead) files, \(report.problems.count) mistakes.")
        }
        if !report.problems.isEmpty { throw CommandError.someDataWrong }
    }
}

/// A mistake in a file or row, as data.
struct ProblemOutput: Encodable {
    let file: String
    let line: Int?
    let reason: String

    init(_ problem: DataProblem, _ language: Language) {
        file = problem.file
        line = problem.line
        reason = problem.reason(language)
    }
}
