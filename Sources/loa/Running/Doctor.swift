import ArgumentParser
import Documents
import Operations
import Outreach

struct Doctor: LoaCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Kiểm tra máy, cơ sở dữ liệu, nội dung, kênh; nói cách sửa.",
            "Check machine, database, content and channels; say how to mend."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let checks = try await context.workspace.examine()
        if output.json {
            try context.console.json(
                checks.map {
                    CheckOutput(part: $0.part, state: $0.state.rawValue, finding: $0.finding(context.console.language))
                })
        } else {
            for check in checks {
                context.console.write("\(check.state.mark) \(check.part): \(check.finding(context.console.language))")
            }
        }
        if checks.contains(where: { $0.state == .broken }) { throw CommandError.checkFailed }
    }

    private struct CheckOutput: Encodable {
        let part: String
        let state: String
        let finding: String
    }
}

extension HealthCheck.State {
    fileprivate var mark: String {
        switch self {
        case .good: "✓"
        case .attention: "!"
        case .broken: "✗"
        }
    }
}
