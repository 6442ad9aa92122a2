import ArgumentParser
import Operations
import Outreach

struct CampaignsChange: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: say(
            "Đổi ngày, giờ, kênh, tài liệu của một mục, hoặc bỏ mục đó.",
            "Change a slot's day, time, channel or material, or drop it."
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

    @Option(help: ArgumentHelp(say("Kênh khác.", "Another channel.")))
    var channel: Slug?

    @Option(
        help: ArgumentHelp(
            say("Ghi chú cho người thực hiện và người duyệt.", "A note for those who do and approve it.")))
    var note: String?

    @Flag(help: ArgumentHelp(say("Bỏ mục này.", "Drop this slot.")))
    var drop = false

    func validate() throws {
        guard drop || day != nil || time != nil || material != nil || channel != nil || note != nil else {
            throw ValidationError(say("Nêu điều cần đổi.", "Say what to change."))
        }
    }

    func run(in context: Context) async throws {
        var wanted = SlotChange()
        wanted.day = day
        wanted.time = time
        wanted.material = material
        wanted.channel = channel
        wanted.isDropped = drop
        wanted.note = note
        let changed = try await context.workspace.changeSlot(
            slot, of: id, to: wanted, as: context.caller(), mode: change.mode)
        context.console.slots([changed])
    }
}
