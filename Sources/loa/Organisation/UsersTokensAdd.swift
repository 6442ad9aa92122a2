import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersTokensAdd: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say(
            "Tạo mã API; mã chỉ in ra một lần này.", "Make an API token; it is printed this once only."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Tên của mã, ví dụ bang-dieu-khien.", "Name of the token, such as dashboard.")))
    var name: Slug

    @Option(
        help: ArgumentHelp(
            say("Vai trò: viewer chỉ đọc; logger, editor.", "Role: viewer only reads; logger, editor.")))
    var role = Role.viewer

    @Option(help: ArgumentHelp(say("Đơn vị; bỏ trống là toàn bộ.", "Unit; the whole workspace when left out.")))
    var unit: Slug?

    @Option(
        help: ArgumentHelp(
            say("Dùng được đến hết ngày này.", "Holds to the end of this day."), valueName: "yyyy-mm-dd"))
    var until: Day?

    func run(in context: Context) async throws {
        let workspace = context.workspace
        let made = try await workspace.makeToken(
            name, grant: Grant(role: role, unit: unit),
            expiresAt: until.map { workspace.zone.instant($0 + 1, .midnight) }, as: context.caller(),
            mode: change.mode)
        if change.mode == .perform { context.console.write(made.secret) }
        context.console.say(
            "Đã tạo mã \(name) (\(made.token.grant.description)). Cất ở nơi an toàn; Loa không in lại được.",
            "Made the token \(name) (\(made.token.grant.description)). Keep it safe; Loa cannot print it again.")
        change.remark(context.console)
    }
}
