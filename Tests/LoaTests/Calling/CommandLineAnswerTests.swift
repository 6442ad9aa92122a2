import Foundation
import Testing

/// What could not be read of a command line is told in the language of the person, with what to do.
struct CommandLineAnswerTests {
    private static let wrong: [(arguments: [String], vietnamese: String, english: String)] = [
        (["posts", "approve"], "Thiếu <id@hash>.", "<id@hash> is missing."),
        (["posts", "list", "--limit"], "Sau --limit <limit> chưa có giá trị", "no value behind --limit <limit>"),
        (
            ["posts", "list", "--limit", "x"], "“x” không dùng được cho --limit <limit>: cần một số nguyên",
            "whole number"
        ),
        (
            ["posts", "list", "--state", "weird"], "chọn một trong: draft, in-review, approved",
            "choose one of: draft, in-review, approved"
        ),
        (["posts", "list", "--lang", "fr"], "chọn một trong: vi, en.", "choose one of: vi, en."),
        (["posts", "list", "--from", "2026-13-01"], "viết năm-tháng-ngày như 2026-06-01", "as year-month-day"),
        (["posts", "approve", "7c2145ca"], "đọc bài rồi chép từ đó", "read the post, copy it there"),
        (["posts", "list", "--nope"], "Không có tùy chọn --nope.", "There is no option --nope."),
        (["posts", "list", "--chanel", "x"], "Có phải: --channel?", "Did you mean --channel?"),
        (["posts", "list", "-x"], "Không có tùy chọn -x.", "There is no option -x."),
        (["reports", "build", "--version", "1"], "Thiếu --unit <unit>.", "--unit <unit> is missing."),
        (["reports", "show", "--version", "x"], "“x” không dùng được cho --version", "“x” does not fit --version"),
        (["posts", "lst"], "Không có lệnh “lst”.", "There is no command “lst”."),
        (["postz", "list", "--json"], "Không có lệnh “postz”. Chưa làm gì. Có phải: posts?", "Did you mean: posts?"),
        (["users", "tokens", "lisst"], "Có phải: list?", "There is no command “lisst”."),
        (["nonsense"], "Không có lệnh “nonsense”.", "There is no command “nonsense”."),
        (["posts", "show", "a", "b"], "“b” là thừa", "“b” is too much"),
        (["posts", "show", "a", "b", "c"], "Thừa: b, c.", "Too much: b, c."),
        (["posts", "list", "--json=yes"], "--json không nhận giá trị", "--json takes no value"),
    ]

    @Test(arguments: wrong)
    func `says what is wrong, that nothing was done, and what to do`(
        arguments: [String], vietnamese: String, english: String
    ) async throws {
        let answer = try await Program.run(arguments).refused(64)
        #expect(answer.messages.contains(vietnamese), "\(answer)")
        #expect(answer.messages.contains("Chưa làm gì"), "\(answer)")
        #expect(answer.output.isEmpty)
        let theirs = ["Error", "Usage", "Help:", "See '", "Missing", "Unexpected", "Unknown", "invalid", "subcommand"]
        for word in theirs { #expect(!answer.messages.contains(word), "\(word): \(answer)") }
        let other = try await Program.run(arguments, environment: ["LOA_LANGUAGE": "en"]).refused(64)
        #expect(other.messages.contains(english) && other.messages.contains("Nothing was done"), "\(other)")
        #expect(other.messages.contains("Usage: loa"))
    }

    @Test func `the version is asked for alone, and a command's own option of that name is its own`() async throws {
        let version = try await Program.run(["--version"]).succeeded().output
        #expect(version.contains(/^[0-9]+\.[0-9]+\.[0-9]+\n$/))
        #expect(try await Program.run(["--help"]).succeeded().output.contains("loa --version"))
        _ = try await Program.run(["posts", "list", "--version"]).refused(64)
    }

    @Test func `a completion for another shell is refused with those there are`() async throws {
        let answer = try await Program.run(["--generate-completion-script=tcsh"]).refused(64)
        #expect(answer.messages.contains("zsh, bash và fish"))
    }

    @Test func `what a command checks itself stands first, then its usage`() async throws {
        let answer = try await Program.run(["posts", "edit", "7c2145ca"]).refused(64)
        #expect(answer.messages.hasPrefix("Nêu điều cần sửa."))
        #expect(answer.messages.contains("Cách dùng: loa posts edit"))
        #expect(answer.messages.contains("Xem thêm: loa posts edit --help"))
    }

    @Test(arguments: [[], ["posts"], ["posts", "list"], ["help", "sessions", "log"], ["bench", "plan"]])
    func `help is Vietnamese down to its fixed words`(arguments: [String]) async throws {
        let call = arguments + (arguments.first == "help" ? [] : ["--help"])
        let help = try await Program.run(call).succeeded().output
        #expect(
            help.contains("CÁCH DÙNG: loa") && help.contains("TÙY CHỌN:") && help.contains("Hiện phần trợ giúp này."))
        for word in [
            "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "(values:", "(default:", "See '",
        ] {
            #expect(!help.contains(word), "\(word): \(help)")
        }
        let english = try await Program.run(call, environment: ["LOA_LANGUAGE": "en"]).succeeded()
        #expect(english.output.contains("USAGE: loa"))
    }

    @Test func `a completion script is not touched`() async throws {
        let script = try await Program.run(["--generate-completion-script", "bash"]).succeeded().output
        #expect(script.hasPrefix("#!/bin/bash") && !script.contains("CÁCH DÙNG"))
    }
}

/// Whatever an option or argument takes, a value of another form is refused with the form it has to have.
struct ArgumentFormTests {
    private struct Dump: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let allValues: [String]?
    }

    /// A place for a value, with how it is called: `["posts", "list", "--limit"]`.
    private struct Place: Sendable {
        let call: [String]
        let label: String
    }

    /// Every place for a value that is no choice from a list, of each name and option one.
    private static func places() async throws -> [Place] {
        let dump: Dump = try await Program.run(["--experimental-dump-help"]).succeeded().decoded()
        var seen: Set<String> = []
        var found: [Place] = []
        func walk(_ command: Command, _ path: [String]) {
            for argument in command.arguments ?? [] where argument.kind != "flag" && argument.allValues == nil {
                let long = argument.names?.first { $0.kind == "long" }.map { "--\($0.name)" }
                let label = "\(argument.valueName ?? "")"
                guard path.first != "help", seen.insert("\(label) \(long ?? "")").inserted else { continue }
                found.append(Place(call: path + [long].compactMap(\.self), label: "<\(label)>"))
            }
            for sub in command.subcommands ?? [] { walk(sub, path + [sub.commandName]) }
        }
        walk(dump.command, [])
        return found
    }

    /// What is said of the value; nil where it was taken, and something else is refused: an option that nobody has.
    private static func refusal(of value: String, at place: Place) async throws -> String? {
        let answer = try await Program.run(place.call + [value, "--khong-ai-co"]).refused(64)
        return answer.messages.contains("“\(value)” không dùng được cho") ? answer.messages : nil
    }

    @Test func `a value of another form is refused with the form it has to have`() async throws {
        let places = try await Self.places()
        #expect(places.count > 80)
        var forms = 0
        for place in places {
            guard let refusal = try await Self.refusal(of: "Không phải", at: place) else { continue }
            forms += 1
            #expect(refusal.contains(": cần "), "\(place) \(refusal)")
            let asksNumber = refusal.contains("cần một số nguyên")
            let asksName = refusal.contains("cần một mã gồm chữ thường")
            let takesNumber = try await Self.refusal(of: "7", at: place) == nil
            #expect(takesNumber == (asksNumber || asksName), "\(place) \(refusal)")
            guard takesNumber else { continue }
            let takesName = try await Self.refusal(of: "ba-muoi", at: place) == nil
            #expect(takesName == asksName, "\(place) \(refusal)")
        }
        #expect(forms > 40)
    }
}
