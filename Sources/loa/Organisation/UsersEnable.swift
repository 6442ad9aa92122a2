import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersEnable: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: say("Mở lại tài khoản.", "Let a user in again."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    func run(in context: Context) async throws {
        let user = try await context.workspace.enableUser(id, as: context.caller(), mode: change.mode)
        context.console.say("Đã mở lại \(user.id).", "Enabled \(user.id).")
    }
}
