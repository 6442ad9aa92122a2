import ArgumentParser
import Foundation
import Operations
import Outreach

struct BenchSafeguarding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "safeguarding",
        abstract: say(
            "Kiểm tra các quy tắc bảo vệ trẻ em trên văn bản đã gắn nhãn.",
            "Hold the safeguarding rules against labelled texts."))

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Tệp JSON Lines: id, text, kind, audience, lang, expect và allow (số của quy tắc).",
                "JSON Lines files: id, text, kind, audience, lang, expect and allow (numbers of rules)."),
            valueName: "file"))
    var samples: [String]

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            for path in samples {
                let result = try SafeguardingBenchmark.run(
                    workspace: Context.root(common), texts: try LabelledLines.read(path))
                console.write(Self.report(result, path))
            }
        }
    }

    private static func report(_ result: SafeguardingBenchmark.Result, _ path: String) -> String {
        var lines = ["safeguarding: \(path): \(result.texts) texts, \(result.clean) of them clean"]
        for rule in result.recall where rule.expected > 0 {
            lines.append(
                "  \(rule.rule.rawValue) \(rule.level.rawValue): \(rule.found) of \(rule.expected) "
                    + "(\(percent(rule.found, rule.expected)))")
        }
        let blocks = result.recall.filter { $0.level == .block }
        let (found, expected) = (blocks.reduce(0) { $0 + $1.found }, blocks.reduce(0) { $0 + $1.expected })
        lines.append("  all block rules: \(found) of \(expected) (\(percent(found, expected)))")
        lines.append(
            "  clean texts blocked: \(result.blocked.count) of \(result.clean) (\(percent(result.blocked.count, result.clean)))"
        )
        lines.append("  findings nobody asked for, in all texts: \(result.falseAlarms.count)")
        lines += result.misses.map {
            "  \($0.isWarned ? "only warned of" : "missed") \($0.rule.rawValue) \($0.text.id): \($0.text.excerpt)"
        }
        lines += result.blocked.map {
            "  blocked \($0.finding.rule.rawValue) \($0.text.id): “\($0.finding.words)” in: \($0.text.excerpt)"
        }
        lines.append(
            "  speed: \(result.articleWords) words in \(result.article.milliseconds3) ms (median of 21; with markup, as typed "
                + "and as rendered at once), \(result.textsPerSecond) texts a second on one core, rules read in "
                + "\(result.compilation.milliseconds3) ms")
        return lines.joined(separator: "\n")
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 1000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
