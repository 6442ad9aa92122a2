import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersTokensList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say(
            "Mã API của bạn và của đơn vị bạn quản trị.", "Your API tokens, and those of the units you administer."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let tokens = try await context.workspace.tokens(as: context.caller())
        if output.json { return try context.console.json(tokens) }
        let zone = context.workspace.zone
        let language = context.console.language
        context.console.table(
            [
                Heading.name, Message(vi: "Vai trò", en: "Role"), Message(vi: "Người tạo", en: "Made by"),
                Message(vi: "Hạn dùng", en: "Until"), Message(vi: "Dùng lần cuối", en: "Last used"), Heading.state,
            ],
            tokens.map { token in
                [
                    .text(token.name.description), .text(token.grant.description), .text(token.madeBy.description),
                    .text(token.expiresAt.map(zone.written) ?? ""), .text(token.usedOn?.written ?? ""),
                    .text(token.state(at: context.workspace.now)(language)),
                ]
            })
    }
}

extension APIToken {
    fileprivate func state(at now: Instant) -> Message {
        if revokedAt != nil { return Message(vi: "đã thu hồi", en: "revoked") }
        return holds(at: now) ? Message(vi: "còn hiệu lực", en: "holds") : Message(vi: "hết hạn", en: "expired")
    }
}
