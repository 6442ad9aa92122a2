import ArgumentParser
import Operations
import Outreach

struct ContentCheck: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Đọc mọi tệp, chỉ ra chỗ sai và chỗ có thể làm lộ, đổ lỗi hay gây hại cho trẻ.",
            "Read every file; point out mistakes and what could identify, blame or endanger a child."),
        discussion: say(
            """
            Không nêu tệp: kiểm tra Content và Channels. Chỗ bị chặn (block) làm lệnh kết thúc với mã 65, chỗ nên xem lại \
            (warn) thì không.
            --jsonl: mỗi dòng vào là {"id", "text", "kind", "audience", "lang"}, mỗi dòng ra là {"id", "findings"}; start \
            và end đếm theo ký tự Unicode (code point) của văn bản gốc. Tìm thấy lỗi không làm đổi mã kết thúc; dòng không \
            đọc được thì có (65).
            """,
            """
            Without files: checks Content and Channels. A block ends the command with code 65, a warning does not.
            --jsonl: each line in is {"id", "text", "kind", "audience", "lang"}, each line out {"id", "findings"}; start and \
            end count Unicode code points of the original text. Findings do not change the exit code; a line that cannot be \
            read does (65).
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: ArgumentHelp(say("Tệp chữ, Markdown hoặc YAML.", "Text, Markdown or YAML files."), valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Coi các tệp là: \(TextKind.names) (mặc định: article).",
                "What the files are: \(TextKind.names) (default: article)."), valueName: "kind"))
    var kind: TextKind?

    @Option(
        help: ArgumentHelp(
            say(
                "Kiểm tra nhiều văn bản: tệp JSON Lines, hoặc - để đọc từ đầu vào.",
                "Check many texts: a JSON Lines file, or - for standard input."), valueName: "file"))
    var jsonl: String?

    func validate() throws {
        guard jsonl == nil || (files.isEmpty && kind == nil) else {
            throw ValidationError(
                say(
                    "--jsonl không dùng cùng tệp khác hay --kind; loại văn bản ghi trong từng dòng.",
                    "--jsonl takes no other files and no --kind; the kind stands in each line."))
        }
    }

    func run(in context: Context) async throws {
        if let jsonl { return try checkLines(of: jsonl, context) }
        let workspace = context.workspace
        let report = try files.isEmpty ? workspace.checkContent() : workspace.checkFiles(files, kind: kind)
        if output.json {
            let language = context.console.language
            try context.console.json(
                report.problems.map { CheckOutput($0, language) } + report.findings.map { CheckOutput($0, language) })
        } else {
            show(report, context.console)
        }
        if !report.problems.isEmpty || report.blocks > 0 { throw CommandError.someDataWrong }
    }

    private func show(_ report: ContentCheckReport, _ console: Console) {
        for problem in report.problems { console.write(problem.message(console.language)) }
        for finding in report.findings { console.write(finding.message(console.language)) }
        let warnings = report.findings.count - report.blocks
        console.say(
            "\(report.filesRead) tệp, \(report.problems.count) lỗi, \(report.blocks) chỗ bị chặn, \(warnings) chỗ nên xem lại.",
            "\(report.filesRead.of("file", "files")), \(report.problems.count.of("mistake", "mistakes")), \(report.blocks.of("block", "blocks")), \(warnings.of("warning", "warnings"))."
        )
    }

    private func checkLines(of path: String, _ context: Context) throws {
        let safeguard = try context.workspace.safeguardOfFiles()
        let console = context.console
        var lines = CheckedLines(safeguard: safeguard, language: console.language) { console.write($0) }
        try lines.read(Files.open(path))
        console.say(
            "\(lines.count) văn bản; \(lines.blocked) bị chặn; \(lines.broken) dòng không đọc được.",
            "\(lines.count) texts; \(lines.blocked) blocked; \(lines.broken) lines cannot be read.")
        if lines.broken > 0 { throw CommandError.someDataWrong }
    }
}

extension FileFinding {
    /// `Content/…/a.md:12: S06 block “…”`, why, and what to write instead.
    fileprivate var message: Message {
        let place = line.map { "\(file):\($0)" } ?? file
        let words = finding.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let head = "\(place): \(finding.rule.rawValue) \(finding.level.rawValue) [\(finding.place.name)] “\(words)”"
        return Message(
            vi:
                "\(head)\n    Vì sao: \(finding.why.vietnamese) (\(finding.source))\n    Thay bằng: \(finding.suggestion.vietnamese)",
            en:
                "\(head)\n    Why: \(finding.why.english) (\(finding.source))\n    Instead: \(finding.suggestion.english)"
        )
    }
}

/// A mistake in a file or a finding in its text, as data.
struct CheckOutput: Encodable {
    let file: String
    let line: Int?
    let reason: String
    let finding: FindingOutput?

    init(_ problem: DataProblem, _ language: Language) {
        file = problem.file
        line = problem.line
        reason = problem.reason(language)
        finding = nil
    }

    init(_ found: FileFinding, _ language: Language) {
        file = found.file
        line = found.line
        reason = found.finding.why(language)
        finding = FindingOutput(found.finding, language)
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

extension TextKind {
    /// The kinds as a person types them.
    fileprivate static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
