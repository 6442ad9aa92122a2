import ArgumentParser
import Outreach

struct Lunar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Đổi ngày dương (2026-09-25) sang âm, hoặc âm (15/8/2026, tháng nhuận: 15/6n/2025) sang dương.",
            "Convert a solar day (2026-09-25) to lunar, or lunar (15/8/2026, leap month: 15/6n/2025) to solar."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Ngày.", "The day.")))
    var date: String

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let (solar, lunar) = try converted()
            if output.json {
                try console.json(Output(solar: solar, lunar: lunar, yearName: lunar.yearName))
            } else {
                console.write(
                    console.language == .vietnamese
                        ? "\(solar.written) dương lịch = \(lunar) âm lịch, năm \(lunar.yearName)"
                        : "\(solar.written) solar = \(lunar) lunar, year \(lunar.yearName)")
            }
        }
    }

    private func converted() throws -> (Day, LunarDate) {
        if let day = Day(date) { return (day, try LunarCalendar.lunar(of: day)) }
        if let lunar = LunarDate(date) { return (try LunarCalendar.day(of: lunar), lunar) }
        throw CommandError.usage(
            Message(
                vi:
                    "“\(date)” không phải ngày. Viết dương lịch 2026-09-25, hoặc âm lịch 15/8/2026 (nhuận: 15/6n/2025).",
                en: "“\(date)” is no date. Write solar 2026-09-25, or lunar 15/8/2026 (leap: 15/6n/2025)."))
    }

    private struct Output: Encodable {
        let solar: Day
        let lunar: LunarDate
        let yearName: String
    }
}
