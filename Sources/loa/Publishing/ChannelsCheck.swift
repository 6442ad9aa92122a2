import ArgumentParser
import Operations
import Outreach

struct ChannelsCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Đọc Channels/ và thử điền từng mẫu.", "Read Channels/ and try to fill in every template."))

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Chỉ xét địa chỉ này như khi gửi; “-” đọc mỗi dòng một địa chỉ.",
                "Only judge this address as at sending; “-” reads one a line."), valueName: "url"))
    var url: String?

    func run() async throws {
        guard let url else {
            let context = try await Failure.reported(language: .ofProcess) { try await Context(common) }
            return try await Failure.reported(language: context.console.language) { try await check(in: context) }
        }
        let console = Console(language: .asked ?? .ofProcess)
        try await Failure.reported(language: console.language) {
            guard url == "-" else {
                guard judge(Array(url.utf8), console) else { throw CommandError.someDataWrong }
                return
            }
            try ByteLines(limit: 1 << 16).read { _ = judge($0, console) }
        }
    }

    /// One line: the verdict, a tab, the reason.
    private func judge(_ address: [UInt8], _ console: Console) -> Bool {
        let (isAccepted, reason) = AddressCheck().judge(address)
        console.write("\(isAccepted ? "accept" : "refuse")\t\(reason(console.language))")
        return isAccepted
    }

    private func check(in context: Context) async throws {
        let problems = try context.workspace.checkContent().problems.filter { $0.file.hasPrefix("Channels") }
        for problem in problems { context.console.write(problem.message(context.console.language)) }
        var defects = problems.count
        var unfilled = 0
        for status in try await context.workspace.channelStatuses() {
            guard status.channel.channel.isEnabled || !status.channel.channel.placeholders.isEmpty else { continue }
            if let defect = context.workspace.defect(of: status) {
                if status.channel.channel.isEnabled { defects += 1 } else { unfilled += 1 }
                context.console.write("\(status.channel.slug): \(defect(context.console.language))")
            }
        }
        context.console.say("\(defects) chỗ cần sửa.", "\(defects) things to mend.")
        if unfilled > 0 {
            context.console.say(
                "\(unfilled) kênh chưa bật và chưa điền; điền trước khi bật.",
                "\(unfilled) channels are off and not filled in; fill them in before they are switched on.")
        }
        if defects > 0 { throw CommandError.someDataWrong }
    }
}
