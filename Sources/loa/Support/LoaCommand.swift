import ArgumentParser
import Foundation
import Operations
import Outreach

/// A command on an opened workspace. Errors become one message and an exit code here, and nowhere else.
protocol LoaCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
    func run(in context: Context) async throws
}

extension LoaCommand {
    func run() async throws {
        try await run { _ in }
    }

    /// - Parameter begin: what is said before anything is done.
    func run(begin: (Context) -> Void) async throws {
        let context = try await Failure.reported(language: .ofProcess) { try await Context(common) }
        begin(context)
        try await Failure.reported(language: context.console.language) { try await run(in: context) }
    }
}

/// Turns errors into what a person reads and a script checks.
enum Failure {
    static func reported<Value>(language: Language, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as any ReadableError {
            let message = error.message
            if !message.vietnamese.isEmpty { Console(language: language).say(message) }
            throw ExitCode(error.kind.exitCode)
        } catch let error where error is ExitCode || error is CleanExit || error is ValidationError {
            throw error
        } catch {
            Console(language: language).say(
                "Lỗi không lường trước: \(error). Dữ liệu đã lưu không bị ảnh hưởng.",
                "Unexpected error: \(error). What was stored is not affected.")
            throw ExitCode(1)
        }
    }
}

extension FailureKind {
    /// The codes of sysexits.h; 1 for what a rule refuses.
    var exitCode: Int32 {
        switch self {
        case .refused: 1
        case .usage, .notFound: 64
        case .badData, .conflict: 65
        case .unavailable: 69
        case .output: 74
        case .tryAgain: 75
        case .configuration: 78
        }
    }
}
