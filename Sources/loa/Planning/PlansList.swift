import ArgumentParser
import Documents
import Operations
import Outreach

struct PlansList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê kế hoạch.", "List plans."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let plans = try await context.workspace.plans()
        if output.json { return try context.console.json(plans) }
        context.console.table(
            [Heading.id, Message(vi: "Nhiệm vụ", en: "Duties"), Heading.title],
            plans.map {
                [.text($0.id.description), .integer($0.duties.count), .text($0.title(context.console.language))]
            })
    }
}
