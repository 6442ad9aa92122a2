import ArgumentParser
import Documents
import Operations
import Outreach

struct ReportsTarget: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "target",
        abstract: say(
            "Đăng ký chỉ tiêu: số, 3%, >95%, chữ, hoặc để trống.",
            "Register a target: number, 3%, >95%, text, or blank."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo.", "Unit or committee.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Chỉ tiêu thống kê.", "Indicator.")))
    var indicator: Slug

    @Option(help: ArgumentHelp(say("Kỳ.", "Period.")))
    var period: String

    @Option(help: ArgumentHelp(say("Giá trị; không ghi là để trống.", "Value; without one it is blank.")))
    var value = ""

    func run(in context: Context) async throws {
        let target = try await context.workspace.registerTarget(
            value, indicator: indicator, unit: unit, period: period, as: context.caller(), mode: change.mode)
        let shown: String? =
            if case .number(let number) = target, number == number.rounded() {
                context.console.number(Int(number))
            } else {
                target.description.isEmpty ? nil : target.description
            }
        context.console.say("Đã đăng ký: \(shown ?? "(để trống)")", "Registered: \(shown ?? "(blank)")")
        if case .text = target {
            context.console.say(
                "Đây là chữ, không phải số, nên không tính được tiến độ.",
                "This is words and no number, so there is no pace to it.")
        }
    }
}
