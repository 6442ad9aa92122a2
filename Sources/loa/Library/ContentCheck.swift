import ArgumentParser
import Foundation
import Operations
import Outreach

struct ContentCheck: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Đọc mọi tệp và chỉ ra chỗ sai.", "Read every file and point out what is wrong."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Kiểm tra nhiều văn bản: tệp JSON Lines, hoặc - để đọc từ đầu vào.",
                "Check many texts: a JSON Lines file, or - for standard input."), valueName: "file"))
    var jsonl: String?

    func run(in context: Context) async throws {
        if let jsonl { return try checkLines(of: jsonl, context) }
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

    private func checkLines(of path: String, _ context: Context) throws {
        let safeguard = try context.workspace.safeguardOfFiles()
        let console = context.console
        var lines = CheckedLines(safeguard: safeguard, language: console.language) { console.write($0) }
        try lines.read(Files.open(path))
        console.say(
            "\(lines.count) văn bản; \(lines.blocked) bị chặn; \(lines.broken) dòng không đọc được.",
            "\(lines.count) texts; \(lines.blocked) blocked; \(lines.broken) lines cannot be read.")
        if lines.blocked + lines.broken > 0 { throw CommandError.someDataWrong }
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
