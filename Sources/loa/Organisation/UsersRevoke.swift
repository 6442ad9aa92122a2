import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersRevoke: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: say("Thu lại vai trò.", "Take a role back."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var grant: GrantOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    func run(in context: Context) async throws {
        let user = try await context.workspace.revoke(
            try grant.grant(), from: id, as: context.caller(), mode: change.mode)
        context.console.say(
            "\(user.id): \(user.grants.map(\.description).joined(separator: ", "))",
            "\(user.id): \(user.grants.map(\.description).joined(separator: ", "))")
    }
}
