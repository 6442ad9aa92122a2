import ArgumentParser
import Documents
import Operations
import Outreach

struct Units: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Đơn vị và ban chỉ đạo.", "Units and committees."),
        subcommands: [UnitsList.self, UnitsShow.self, UnitsApproval.self])
}
