import ArgumentParser
import Operations
import Outreach

struct CampaignsChange: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: say(
            "Đổi ngày, giờ, tài liệu của một mục, hoặc bỏ mục đó.", "Change a slot's day, time or material, or drop it."
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã chiến dịch.", "The campaign's id.")))
    var id: Slug

    @Argument(help: ArgumentHelp(say("Mục, như trong “campaigns show”.", "The slot, as “campaigns show” prints it.")))
    var slot: String

    @Option(help: ArgumentHelp(say("Ngày mới.", "New day."), valueName: "yyyy-mm-dd"))
    var day: Day?

    @Option(help: ArgumentHelp(say("Giờ mới.", "New time."), valueName: "hh:mm"))
    var time: TimeOfDay?

    @Option(help: ArgumentHelp(say("Tài liệu khác.", "Another material.")))
    var material: Slug?

    @Flag(help: ArgumentHelp(say("Bỏ mục này.", "Drop this slot.")))
    var drop = false

    func validate() throws {
        guard drop || day != nil || time != nil || material != nil else {
            throw ValidationError(say("Nêu điều cần đổi.", "Say what to change."))
        }
    }

    func run(in context: Context) async throws {
        let (day, time, material, drop) = (day, time, material, drop)
        let changed = try await context.workspace.changeSlot(
            slot, of: id, as: context.caller(), mode: change.mode
        ) { slot in
            slot.day = day ?? slot.day
            slot.time = time ?? slot.time
            slot.material = material ?? slot.material
            slot.isDropped = drop
        }
        context.console.slots([changed])
        change.remark(context.console)
    }
}
