import ArgumentParser
import Operations
import Outreach

struct ChannelsCheck: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Đọc Channels/ và thử điền từng mẫu.", "Read Channels/ and try to fill in every template."))

    @OptionGroup var common: CommonOptions

    func run(in context: Context) async throws {
        let problems = try context.workspace.checkContent().problems.filter { $0.file.hasPrefix("Channels") }
        for problem in problems { context.console.write(problem.message(context.console.language)) }
        var defects = problems.count
        for status in try await context.workspace.channelStatuses() where status.channel.channel.isEnabled {
            if let defect = context.workspace.defect(of: status) {
                defects += 1
                context.console.write("\(status.channel.slug): \(defect(context.console.language))")
            }
        }
        context.console.say("\(defects) chỗ cần sửa.", "\(defects) things to mend.")
        if defects > 0 { throw CommandError.someDataWrong }
    }
}
