import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersAdd: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say(
            "Thêm người dùng; người đầu tiên là quản trị.", "Add a user; the first one becomes administrator."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Tên đăng nhập, ví dụ lan-vh.", "Log-in name, such as lan-vh.")))
    var id: Slug

    @Option(help: ArgumentHelp(say("Họ tên.", "Full name.")))
    var name: String

    @OptionGroup var grant: GrantOptions

    func run(in context: Context) async throws {
        let workspace = context.workspace
        let user: User
        var reach: Message?
        if try await !workspace.hasUsers() {
            user = try await workspace.addFirstAdministrator(id, name: name, mode: change.mode)
        } else {
            user = try await workspace.addUser(
                id, name: name, grant: try grant.grant(), as: context.caller(), mode: change.mode)
            reach = grant.reach(of: id)
        }
        let roles = user.grants.map(\.description).joined(separator: ", ")
        context.console.say("Đã thêm \(user.id) (\(roles)).", "Added \(user.id) (\(roles)).")
        if let reach { context.console.say(reach) }
    }
}
