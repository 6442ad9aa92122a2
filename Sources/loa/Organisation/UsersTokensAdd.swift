import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersTokensAdd: ChangeCommand {
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
            say(
                "Vai trò: viewer chỉ đọc; logger, editor do quản trị tạo.",
                "Role: viewer only reads; logger and editor are made by administrators.")))
    var role = TokenRole(role: .viewer)

    @Option(
        help: ArgumentHelp(
            say(
                "Đơn vị; bỏ trống là toàn bộ, cần quyền trên toàn bộ.",
                "Unit; the whole workspace when left out, which takes a right for the whole.")))
    var unit: Slug?

    @Option(
        help: ArgumentHelp(
            say("Dùng được đến hết ngày này.", "Holds to the end of this day."), valueName: "yyyy-mm-dd"))
    var until: Day?

    func run(in context: Context) async throws {
        let workspace = context.workspace
        let made = try await workspace.makeToken(
            name, grant: Grant(role: role.role, unit: unit),
            expiresAt: until.map { workspace.zone.instant($0 + 1, .midnight) }, as: context.caller(),
            mode: change.mode)
        if change.mode == .perform { context.console.write(made.secret) }
        context.console.say(
            "Đã tạo mã \(name) (\(made.token.grant.description)). Cất ở nơi an toàn; Loa không in lại được.",
            "Made the token \(name) (\(made.token.grant.description)). Keep it safe; Loa cannot print it again.")
    }
}

/// A role that a machine can have: machines neither approve nor administer.
struct TokenRole: ExpressibleByArgument {
    let role: Role

    init(role: Role) {
        self.role = role
    }

    init?(argument: String) {
        guard let role = Role(rawValue: argument), APIToken.roles.contains(role) else { return nil }
        self.init(role: role)
    }

    static var allValueStrings: [String] { APIToken.roles.map(\.rawValue) }
    var defaultValueDescription: String { role.rawValue }
}
