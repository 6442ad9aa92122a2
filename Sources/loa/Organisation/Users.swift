import ArgumentParser
import Documents
import Operations
import Outreach

struct Users: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Người dùng và vai trò.", "Users and roles."),
        subcommands: [
            UsersAdd.self, UsersList.self, UsersGrant.self, UsersRevoke.self, UsersLink.self, UsersPassword.self,
            UsersSignOut.self, UsersDisable.self, UsersEnable.self, UsersRename.self, UsersTokens.self,
        ])
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
