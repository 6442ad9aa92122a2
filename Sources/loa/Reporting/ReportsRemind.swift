import ArgumentParser
import Operations
import Outreach

struct ReportsRemind: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: say(
            "Ai cần được nhắc báo cáo hôm nay; --send nhắc qua thư hoặc kênh, mỗi nơi mỗi ngày một lần.",
            "Who is to be reminded of reports today; --send does it by mail or channel, each once a day."))

    @OptionGroup var common: CommonOptions

    @Flag(help: ArgumentHelp(say("Gửi đi.", "Send them.")))
    var send = false

    func run(in context: Context) async throws {
        let (workspace, console) = (context.workspace, context.console)
        guard send else {
            let reminders = try await workspace.reportReminders(as: context.caller())
            if reminders.isEmpty {
                console.say("Hôm nay không ai cần được nhắc.", "Nobody is to be reminded today.")
            }
            for reminder in reminders {
                console.write("→ \(reminder.address?.description ?? "—")  \(reminder.title)\n\(reminder.text)\n")
            }
            return
        }
        let result = try await workspace.sendReportReminders(as: context.caller())
        for reminder in result.sent {
            console.say("Đã nhắc \(reminder.subject.name.vi).", "Reminded \(reminder.subject.name.en).")
        }
        for message in result.cutOff { console.say(message) }
        for (_, message) in result.failed { console.say(message) }
        if result.sent.isEmpty, result.failed.isEmpty {
            console.say(
                "Không có ai phải nhắc thêm hôm nay. Chưa gửi gì.",
                "Nobody is left to be reminded today. Nothing was sent.")
        }
        guard result.failed.isEmpty else { throw CommandError.someDataWrong }
    }
}

struct ReportsRemindTo: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind-to",
        abstract: say(
            "Nơi nhận nhắc báo cáo của một đơn vị: thư điện tử hoặc kênh nội bộ; --none là thôi nhắc.",
            "Where the reminders of a unit go: e-mail or a channel of colleagues; --none ends them."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Địa chỉ thư điện tử.", "E-mail address.")))
    var email: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Kênh có “reminders: true” trong channels.yaml.",
                "A channel that has “reminders: true” in channels.yaml.")))
    var channel: Slug?

    @Flag(help: ArgumentHelp(say("Thôi nhắc.", "No more reminders.")))
    var none = false

    private var address: ReminderAddress? {
        channel.map(ReminderAddress.channel) ?? email.flatMap { $0.isEmpty ? nil : .mail($0) }
    }

    func validate() throws {
        guard [email != nil, channel != nil, none].count(where: { $0 }) == 1 else {
            throw ValidationError(
                say("Ghi một trong ba: --email, --channel hoặc --none.", "Give one of --email, --channel or --none."))
        }
    }

    func run(in context: Context) async throws {
        try await context.workspace.setReminderAddress(
            address, of: unit, as: context.caller(), mode: change.mode)
        context.console.say("Đã lưu địa chỉ nhắc của \(unit).", "Kept where \(unit) is reminded.")
    }
}
