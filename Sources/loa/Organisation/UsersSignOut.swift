import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersSignOut: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out",
        abstract: say("Kết thúc mọi phiên đăng nhập của một người.", "End every session of a user."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    func run(in context: Context) async throws {
        let count = try await context.workspace.signOutEverywhere(id, as: context.caller())
        context.console.say(
            "Đã kết thúc \(count) phiên của \(id).", "Ended \(count.of("session", "sessions")) of \(id).")
    }
}
