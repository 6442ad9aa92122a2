import ArgumentParser
import Operations
import Outreach

struct ReportsRemind: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: say(
            "Ai cần được nhắc báo cáo hôm nay; --send gửi thư nhắc, mỗi nơi mỗi ngày một lần.",
            "Who is to be reminded of reports today; --send mails them, each once a day."))

    @OptionGroup var common: CommonOptions

    @Flag(help: ArgumentHelp(say("Gửi thư.", "Send the letters.")))
    var send = false

    func run(in context: Context) async throws {
        let (workspace, console) = (context.workspace, context.console)
        guard send else {
            for reminder in try await workspace.reportReminders(as: context.caller()) {
                console.write("→ \(reminder.address ?? "—")  \(reminder.title)\n\(reminder.text)\n")
            }
            return
        }
        let result = try await workspace.sendReportReminders(as: context.caller())
        for reminder in result.sent {
            console.say("Đã nhắc \(reminder.subject.name.vi).", "Reminded \(reminder.subject.name.en).")
        }
        for (_, message) in result.failed { console.say(message) }
        guard result.failed.isEmpty else { throw CommandError.someDataWrong }
    }
}

struct ReportsRemindTo: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind-to",
        abstract: say(
            "Địa chỉ nhận thư nhắc của một đơn vị; để trống là thôi nhắc.",
            "Where the reminders of a unit go; empty ends them."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Địa chỉ thư điện tử.", "E-mail address.")))
    var email: String

    func run(in context: Context) async throws {
        try await context.workspace.setReminderAddress(
            email, of: unit, as: context.caller(), mode: change.mode)
        context.console.say("Đã lưu địa chỉ nhắc của \(unit).", "Kept where \(unit) is reminded.")
        change.remark(context.console)
    }
}
