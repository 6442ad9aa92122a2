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

    /// What to know of a role that was given without a unit, and how to narrow it.
    func reach(of id: Slug) -> Message? {
        guard let role, unit == nil else { return nil }
        let again = "loa users grant \(id) --role \(role.rawValue) --unit"
        let back = "loa users revoke \(id) --role \(role.rawValue)"
        return Message(
            vi: "Vai trò \(role.rawValue) này có ở mọi đơn vị. Chỉ cho một đơn vị: \(again) ĐƠN_VỊ, rồi \(back)",
            en: "This role of \(role.rawValue) holds in every unit. For one unit only: \(again) UNIT, then \(back)")
    }
}
