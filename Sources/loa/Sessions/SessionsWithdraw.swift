import ArgumentParser
import Operations
import Outreach

struct SessionsWithdraw: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: say(
            "Rút một buổi ghi trùng hoặc không diễn ra khỏi mọi số liệu; nội dung và lý do được giữ lại.",
            "Take a session that was logged twice or never took place out of every count; what it said and why are kept."
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã buổi hoặc phần cuối của mã.", "The session's id or its end.")))
    var session: String

    @Option(help: ArgumentHelp(say("Vì sao rút.", "Why.")))
    var reason: String

    func run(in context: Context) async throws {
        let withdrawal = try await context.workspace.withdrawSession(
            session, reason: reason, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(withdrawal) }
        let taken = withdrawal.record.session
        context.console.say(
            "Đã rút buổi \(taken.id.short) ngày \(taken.day.written), \(taken.turns) lượt. Ảnh của buổi đã xóa.",
            "Withdrew the session \(taken.id.short) of \(taken.day.written), \(taken.turns.of("turn", "turns")). Its photos were deleted."
        )
    }
}
