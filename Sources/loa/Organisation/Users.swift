import ArgumentParser
import Documents
import Operations
import Outreach

struct Users: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Người dùng và vai trò.", "Users and roles."),
        subcommands: [UsersAdd.self, UsersList.self, UsersGrant.self, UsersRevoke.self])
}

struct UsersAdd: LoaCommand {
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
        if try await !workspace.hasUsers() {
            user = try await workspace.addFirstAdministrator(id, name: name, mode: change.mode)
        } else {
            user = try await workspace.addUser(
                id, name: name, grant: try grant.grant(), as: context.caller(), mode: change.mode)
        }
        let roles = user.grants.map(\.description).joined(separator: ", ")
        context.console.say("Đã thêm \(user.id) (\(roles)).", "Added \(user.id) (\(roles)).")
        change.remark(context.console)
    }
}

/// A role and where it holds.
struct GrantOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Vai trò.", "Role.")))
    var role: Role?

    @Option(help: ArgumentHelp(say("Đơn vị; bỏ trống là toàn bộ.", "Unit; the whole workspace when left out.")))
    var unit: Slug?

    func grant() throws -> Grant {
        guard let role else {
            throw CommandError.usage(
                Message(
                    vi: "Nêu vai trò bằng --role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).",
                    en: "Give the role with --role: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
        return Grant(role: role, unit: unit)
    }
}

struct UsersList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê người dùng.", "List users."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let users = try await context.workspace.users(as: context.caller())
        if output.json { return try context.console.json(users) }
        context.console.table(
            [Heading.id, Heading.name, Message(vi: "Vai trò", en: "Roles")],
            users.map { user in
                [
                    .text(user.id.description), .text(user.name),
                    .text(user.grants.map(\.description).joined(separator: ", ")),
                ]
            })
    }
}

struct UsersGrant: LoaCommand {
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
        change.remark(context.console)
    }
}

struct UsersRevoke: LoaCommand {
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
        change.remark(context.console)
    }
}
