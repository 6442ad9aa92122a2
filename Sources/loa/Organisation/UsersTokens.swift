import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: say("Mã API cho máy khác.", "API tokens for other machines."),
        subcommands: [UsersTokensList.self, UsersTokensAdd.self, UsersTokensRevoke.self])
}
