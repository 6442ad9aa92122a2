import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersTokensRevoke: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: say("Thu hồi một mã API.", "Revoke an API token."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Tên của mã.", "Name of the token.")))
    var name: Slug

    func run(in context: Context) async throws {
        try await context.workspace.revokeToken(name, as: context.caller(), mode: change.mode)
        context.console.say("Đã thu hồi mã \(name).", "The token \(name) is revoked.")
    }
}
