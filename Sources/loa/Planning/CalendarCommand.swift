import ArgumentParser
import Operations
import Outreach

struct CalendarCommand: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: say(
            "Lịch các dịp và bài đăng (iCalendar).", "Observances and posts for a calendar program (iCalendar)."))

    @OptionGroup var common: CommonOptions

    @Flag(help: ArgumentHelp(say("In ra iCalendar.", "Print iCalendar.")))
    var ics = false

    @Option(help: ArgumentHelp(say("Năm (mặc định: năm nay).", "Year (default: this year).")))
    var year: Int?

    func validate() throws {
        guard ics else { throw ValidationError(say("Thêm --ics.", "Add --ics.")) }
    }

    func run(in context: Context) async throws {
        let year = year ?? context.workspace.today.year
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31),
            let range = DayRange(first, last)
        else {
            throw CommandError.usage(Message(vi: "Năm \(year) không hợp lệ.", en: "\(year) is no year."))
        }
        context.console.write(try await context.workspace.calendar(during: range, as: context.caller()))
    }
}
