import ArgumentParser
import Outreach

/// What the parser of the command line answers where no command runs: a help screen, or why it could not be read. The
/// parser speaks English alone; this is the one place that says it in the language the person works in.
struct CommandLineAnswer {
    let code: Int32
    let text: String

    init(_ error: any Error, language: Language) {
        let status = Loa.exitCode(for: error)
        let sentence = Loa.message(for: error)
        code = status.rawValue
        text =
            switch status {
            case .success: HelpWords.screen(sentence, language)
            case .validationFailure:
                CommandLineAnswer.refusal(sentence, Loa.fullMessage(for: error), language)
            // A command that ran has said itself why it ended.
            default: sentence
            }
    }

    /// Help and data go to standard output, a refusal to standard error.
    func give(on console: Console) {
        guard !text.isEmpty else { return }
        if code == 0 { console.write(text) } else { console.say(Message(verbatim: text)) }
    }

    /// What stands where a command should and is none: the parser takes it, and all behind it, for too much, and
    /// complains of an option behind it first.
    ///
    /// - Returns: the word and the commands there are; nil where something else is wrong.
    private static func mistypedCommand(_ usage: String) -> (typed: String, known: [String])? {
        guard let line = usage.firstMatch(of: /Usage: loa((?: [a-z-]+)*) <subcommand>/) else { return nil }
        let path = line.1.split(separator: " ")
        var found: any ParsableCommand.Type = Loa.self
        for word in path {
            guard let next = found.configuration.subcommands.first(where: { $0._commandName == word }) else {
                return nil
            }
            found = next
        }
        let known = found.configuration.subcommands.map { $0._commandName }
        guard let typed = CommandLine.arguments.dropFirst(1 + path.count).first, !typed.hasPrefix("-"),
            !known.contains(typed)
        else { return nil }
        return (typed, known)
    }

    /// The sentence, then the parser's lines about the argument, the usage and where to read on.
    private static func refusal(_ sentence: String, _ whole: String, _ language: Language) -> String {
        let head = "Error: \(sentence)\n"
        let rest = whole.hasPrefix(head) ? String(whole.dropFirst(head.count)) : ""
        let mistyped = mistypedCommand(rest)
        let message =
            mistyped.map { ParserWords.noCommand($0.typed, among: $0.known) } ?? ParserWords.message(sentence)
        return
            ([message(language)]
            + rest.split(separator: "\n").map { HelpWords.line(String($0), language) })
            .joined(separator: "\n")
    }
}

extension Loa {
    /// Reads the command line and runs what it asks for.
    ///
    /// The program's version is given for `--version` alone: the parser, if it knew the option, would take the
    /// `--version` of a command for it wherever that command's line cannot be read.
    static func main() async {
        if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
            return Console(language: .ofProcess).write(version)
        }
        do {
            var command = try await asyncParseAsRoot(nil)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let answer = CommandLineAnswer(error, language: .ofProcess)
            answer.give(on: Console(language: .ofProcess))
            exit(withError: ExitCode(answer.code))
        }
    }
}
