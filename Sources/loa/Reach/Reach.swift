import ArgumentParser
import Documents
import Operations
import Outreach

struct Reach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Số đo tiếp cận.", "Reach."),
        subcommands: [ReachLog.self, ReachList.self, ReachImport.self, ReachPull.self, ReachLinks.self])
}
