import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê người dùng.", "List users."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let users = try await context.workspace.users(as: context.caller())
        if output.json { return try context.console.json(users) }
        let language = context.console.language
        context.console.table(
            [Heading.id, Heading.name, Message(vi: "Vai trò", en: "Roles"), Heading.state],
            users.map { user in
                [
                    .text(user.id.description), .text(user.name),
                    .text(user.grants.map(\.description).joined(separator: ", ")),
                    .text(user.isActive ? "" : Message(vi: "đã khóa", en: "disabled")(language)),
                ]
            })
    }
}
