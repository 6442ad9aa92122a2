import ArgumentParser
import Foundation
import Operations
import Outreach

struct BenchWorkspace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workspace",
        abstract: say(
            "Tạo một thư mục làm việc lớn, chỉ để đo.", "Make a large workspace, only to measure on."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Thư mục mới hoặc trống.", "A new or empty folder."), valueName: "dir"))
    var directory: String

    @Option(help: ArgumentHelp(say("Thư mục có Content/ và Channels/.", "A folder with Content/ and Channels/.")))
    var content: String?

    @Option(help: ArgumentHelp(say("Số tài liệu.", "How many materials.")))
    var materials = 100_000

    @Option(help: ArgumentHelp(say("Số buổi.", "How many sessions.")))
    var sessions = 1_000_000

    @Option(help: ArgumentHelp(say("Số bài đăng.", "How many posts.")))
    var posts = 50_000

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let source = try content.map { URL(filePath: $0).absoluteURL } ?? StarterContent.folder()
            try await LargeWorkspace.make(
                at: URL(filePath: directory).absoluteURL, copying: source,
                size: .init(materials: materials, sessions: sessions, posts: posts)
            ) { what, done in
                console.progress(Message(vi: "\(what): \(done)…", en: "\(what): \(done)…"))
            }
            console.endProgress()
            console.write("\(materials) materials, \(sessions) sessions, \(posts) posts: \(directory)")
        }
    }
}
