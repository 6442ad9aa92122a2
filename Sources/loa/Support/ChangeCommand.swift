import Operations
import Outreach

extension ChangeOptions {
    var mode: ChangeMode { dryRun ? .rehearse : .perform }

    /// Says beforehand that nothing is kept, so that nobody reads what follows as done.
    func announce(_ console: Console) {
        if dryRun {
            console.say(
                "(làm thử: những gì dưới đây không được lưu)", "(dry run: nothing of what follows is kept)")
        }
    }
}

/// A command that changes something, or shows with `--dry-run` what it would change.
protocol ChangeCommand: LoaCommand {
    var change: ChangeOptions { get }
}

extension ChangeCommand {
    func run() async throws {
        try await run { change.announce($0.console) }
    }
}
