import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersGrant: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: say("Giao thêm vai trò.", "Give a role."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var grant: GrantOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    func run(in context: Context) async throws {
        let user = try await context.workspace.grant(
            try grant.grant(), to: id, as: context.caller(), mode: change.mode)
        context.console.say(
            "\(user.id): \(user.grants.map(\.description).joined(separator: ", "))",
            "\(user.id): \(user.grants.map(\.description).joined(separator: ", "))")
        if let reach = grant.reach(of: id) { context.console.say(reach) }
    }
}
