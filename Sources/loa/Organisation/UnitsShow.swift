import ArgumentParser
import Documents
import Operations
import Outreach

struct UnitsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Xem một đơn vị và các đơn vị dưới nó.", "Show a unit and those below it."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã đơn vị hoặc ban chỉ đạo.", "Id of a unit or committee.")))
    var id: Slug

    func run(in context: Context) async throws {
        let tree = try await context.workspace.unitTree(knowing: id)
        let below = tree.reportingUnits(of: id, during: DayRange(context.workspace.today)).compactMap { tree.units[$0] }
        if output.json {
            try context.console.json(below)
        } else {
            let language = context.console.language
            context.console.write("\(id): \(tree.name(of: id)?(language) ?? "")")
            context.console.table(
                [Heading.id, Heading.kind, Heading.name],
                below.map { [.text($0.id.description), .text($0.kind.rawValue), .text($0.name(language))] })
        }
    }
}
