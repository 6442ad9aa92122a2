import ArgumentParser
import Documents
import Operations
import Outreach

struct Plans: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Kế hoạch của ban chỉ đạo.", "Committee plans."), subcommands: [PlansList.self, PlansShow.self])
}
