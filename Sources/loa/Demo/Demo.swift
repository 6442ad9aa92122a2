import ArgumentParser
import Foundation
import Operations
import Outreach
import Web

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Cả chuỗi công việc trên dữ liệu mẫu, gửi thật tới một máy nhận trên máy này.",
            "The whole chain on sample content, posting for real to a receiver on this machine."))

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say("Thư mục có Content/ và Channels/ mẫu.", "A folder with sample Content/ and Channels/."),
            valueName: "dir"))
    var content: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Nơi để lại thư mục và báo cáo (mặc định: thư mục tạm).",
                "Where workspace and reports are left (default: a temporary folder)."), valueName: "dir"))
    var directory: String?

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            say("Sau đó mở các trang web, đến khi Ctrl-C.", "Serve the pages afterwards, until Ctrl-C.")))
    var serve = false

    @Option(help: ArgumentHelp(say("Cổng của các trang.", "The port of the pages."), valueName: "port"))
    var port = ServerSettings.usualPort

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let source = try content.map { URL(filePath: $0).absoluteURL } ?? StarterContent.folder()
            let folder =
                directory.map { URL(filePath: $0).absoluteURL }
                ?? FileManager.default.temporaryDirectory.appending(path: "loa-demo-\(UUID().uuidString.prefix(8))")
            let clock = DemoClock(year: TimeSource.system.yearOfNextJune)
            let receiver = LocalReceiver(options: ReceiverOptions(port: 0, clock: clock.source))
            let story = DemoStory(
                console: console, folder: folder, source: source, clock: clock, receiver: receiver,
                servingPort: serve ? port : nil)
            try await Interruption.cancelling { try await story.tell() }
        }
    }
}

extension TimeSource {
    /// The year whose June is still to be planned.
    fileprivate var yearOfNextJune: Int {
        let today = Zone.vietnam.day(of: now)
        return today.month < 5 ? today.year : today.year + 1
    }
}
