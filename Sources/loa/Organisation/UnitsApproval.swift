import ArgumentParser
import Operations
import Outreach

struct UnitsApproval: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "approval",
        abstract: say(
            "Xem hoặc đặt cách duyệt của một đơn vị: two-person, chain, single.",
            "Show or set how a unit approves: two-person, chain, single."),
        discussion: say(
            "chain: tổ biên tập → công an hoặc pháp chế → người duyệt. single: người soạn tự duyệt; chỉ quản trị bật được.",
            "chain: editorial team → police or legal check → approver. single: who wrote it may approve it."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Đơn vị.", "The unit.")))
    var unit: Slug

    @Argument(help: ArgumentHelp(say("Cách duyệt mới.", "The new mode.")))
    var mode: ApprovalMode?

    func run(in context: Context) async throws {
        if let mode {
            _ = try await context.workspace.setApprovalMode(mode, of: unit, as: context.caller(), mode: change.mode)
        }
        let now = try await context.workspace.approval(of: unit, as: context.caller())
        let shown = mode ?? now.mode
        context.console.write("\(unit): \(shown.rawValue) · \(shown.words(context.console.language))")
    }
}
