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
        let statuses = try await context.workspace.channelStatuses()
        for status in statuses where status.channel.channel.isEnabled {
            let found = self.defects(of: status, in: context.workspace)
            for defect in found {
                context.console.write("\(status.channel.slug): \(defect(context.console.language))")
            }
            defects += found.count
        }
        let unfilled = statuses.map(\.channel.channel).filter { !$0.isEnabled && !$0.placeholders.isEmpty }
        for channel in unfilled {
            let names = channel.placeholders.joined(separator: ", ")
            let line = Message(vi: "đang tắt, chưa điền \(names)", en: "off, \(names) not filled in")
            context.console.write("\(channel.slug): \(line(context.console.language))")
        }
        context.console.say(
            "\(defects) chỗ cần sửa.", "\(defects.of("thing", "things")) to mend.")
        if !unfilled.isEmpty {
            context.console.say(
                "\(unfilled.count) kênh đang tắt và chưa điền; điền trước khi bật.",
                "\(unfilled.count.of("channel is", "channels are")) off and not filled in; that comes before switching on."
            )
        }
        if defects > 0 { throw CommandError.someDataWrong }
    }

    /// What keeps a channel from sending: each secret that is missing, else what a test post finds.
    private func defects(of status: ChannelStatus, in workspace: Workspace) -> [Message] {
        guard status.missingSecrets.isEmpty else {
            return status.missingSecrets.map {
                Message(vi: "thiếu tệp secrets/\($0)", en: "the file secrets/\($0) is missing")
            }
        }
        return workspace.defect(of: status).map { [$0] } ?? []
    }
}
