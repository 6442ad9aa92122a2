import Foundation
import Subprocess

/// The built program, started as a process of its own with nothing of this one's environment and no input.
enum Program {
    /// Far more than any answer a test asks for.
    static let outputLimit = 8 * 1024 * 1024

    /// Runs `loa` to its end.
    ///
    /// - Parameters:
    ///   - environment: variables besides `PATH` and `LANG=C.UTF-8`; these may be replaced.
    ///   - userID: the user it runs as, where this process may choose one.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], userID: uid_t? = nil
    ) async throws -> Answer {
        // By a program of its own: between fork and exec, setuid of the C library waits for threads that are not there.
        let (executable, before) =
            userID.map { ("setpriv", ["--reuid=\($0)", "--clear-groups", name]) } ?? (name, [])
        let result = try await Subprocess.run(
            .name(executable), arguments: Arguments(before + arguments), environment: try variables(environment),
            output: .string(limit: outputLimit), error: .string(limit: outputLimit))
        return Answer(
            arguments: arguments, status: result.terminationStatus, output: result.standardOutput,
            messages: result.standardError)
    }

    /// Runs `loa` for as long as `body` talks with it; its messages are to be read there.
    static func converse(
        _ arguments: [String], _ body: (Execution<NoInput, StringOutput<UTF8>, SequenceOutput>) async throws -> Void
    ) async throws -> Answer {
        let result = try await Subprocess.run(
            .name(name), arguments: Arguments(arguments), environment: try variables([:]), input: .none,
            output: .string(limit: outputLimit), error: .sequence, body: body)
        return Answer(
            arguments: arguments, status: result.terminationStatus, output: result.standardOutput, messages: "")
    }

    /// Runs a line of shell in the folder that `FOLDER` names, where `loa` is this program.
    static func shell(_ line: String, environment: [String: String]) async throws -> Answer {
        let path = [try folder.get().path, ProcessInfo.processInfo.environment["PATH"] ?? ""].joined(separator: ":")
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", #"cd "$FOLDER" && "# + line],
            environment: try variables(environment.merging(["PATH": path]) { $1 }),
            output: .string(limit: outputLimit), error: .string(limit: outputLimit))
        return Answer(
            arguments: [line], status: result.terminationStatus, output: result.standardOutput,
            messages: result.standardError)
    }

    private static let name = "loa"

    private static func variables(_ added: [String: String]) throws -> Environment {
        let all = ["PATH": try folder.get().path, "LANG": "C.UTF-8"].merging(added) { $1 }
        return .custom([Environment.Key: String](all.map { (Environment.Key(stringLiteral: $0), $1) }) { $1 })
    }

    /// Where the program lies: beside the bundle of these tests, or where `LOA_BINARY` points, for a package that
    /// holds only the tests.
    static let folder: Result<URL, ProgramMissing> = {
        if let named = ProcessInfo.processInfo.environment["LOA_BINARY"] {
            let file = URL(filePath: named)
            return isProgram(file) ? .success(file.deletingLastPathComponent()) : .failure(ProgramMissing(at: named))
        }
        let bundle = URL(filePath: CommandLine.arguments[0]).absoluteURL.resolvingSymlinksInPath()
        var folder = bundle.deletingLastPathComponent()
        while folder.path != "/" {
            if isProgram(folder.appending(path: name)) { return .success(folder) }
            folder.deleteLastPathComponent()
        }
        return .failure(ProgramMissing(at: bundle.deletingLastPathComponent().path))
    }()

    private static func isProgram(_ file: URL) -> Bool {
        var isFolder: ObjCBool = false
        return file.lastPathComponent == name
            && FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: file.path)
    }
}

/// There is no program to test.
struct ProgramMissing: Error, CustomStringConvertible {
    let description: String

    init(at path: String) {
        description = """
            There is no executable “loa” at \(path). It is built with these tests by “swift build --build-tests”; \
            LOA_BINARY names one elsewhere.
            """
    }
}
