import ArgumentParser
import Documents
import Operations
import Outreach

struct UnitsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê đơn vị còn hoạt động.", "List the units that exist."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            say("Vào ngày này (mặc định: hôm nay).", "On this day (default: today)."), valueName: "yyyy-mm-dd"))
    var on: Day?

    func run(in context: Context) async throws {
        let tree = try await context.workspace.unitTree()
        let day = on ?? context.workspace.today
        let units = tree.units.values.filter { $0.validity.contains(day) }.sorted { $0.id < $1.id }
        let committees = tree.committees.values.filter { $0.validity.contains(day) }.sorted { $0.id < $1.id }
        if output.json {
            try context.console.json(Output(committees: committees, units: units))
        } else {
            let language = context.console.language
            context.console.table(
                [Heading.id, Heading.kind, Heading.name],
                committees.map { [.text($0.id.description), .text("committee"), .text($0.name(language))] }
                    + units.map { [.text($0.id.description), .text($0.kind.rawValue), .text($0.name(language))] })
        }
    }

    private struct Output: Encodable {
        let committees: [Committee]
        let units: [Unit]
    }
}
