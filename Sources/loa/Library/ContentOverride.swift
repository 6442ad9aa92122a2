import ArgumentParser
import Operations
import Outreach

struct ContentOverride: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: say(
            "Xem các phát hiện của bản mới nhất, hoặc cho qua một phát hiện, nêu lý do.",
            "List the findings of the newest revision, or let one pass, with a reason."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã tài liệu.", "Slug of the material.")))
    var material: Slug

    @Option(help: ArgumentHelp(say("Phát hiện cần cho qua.", "The finding to let pass.")))
    var finding: FindingReference?

    @Option(help: ArgumentHelp(say("Vì sao được.", "Why it may pass.")))
    var reason: String?

    func validate() throws {
        guard (finding == nil) == (reason == nil) else {
            throw ValidationError(say("--finding và --reason đi cùng nhau.", "--finding and --reason go together."))
        }
    }

    func run(in context: Context) async throws {
        let (workspace, caller) = (context.workspace, try context.caller())
        guard let newest = try await workspace.material(material).newest else { return }
        if let finding, let reason {
            _ = try await workspace.override(
                finding, ofRevision: newest.hash, reason: reason, as: caller, mode: change.mode)
        }
        guard let judged = try await workspace.judgedRevision(newest.hash, as: caller) else {
            throw SafeguardingError.noRules
        }
        context.console.findings(of: judged)
    }
}
