import ArgumentParser
import Foundation
import Operations
import Outreach

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Tạo một thư mục làm việc mới.", "Make a new workspace."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Thư mục mới hoặc trống.", "A new or empty folder."), valueName: "dir"))
    var directory: String

    @Option(help: ArgumentHelp(say("Tên đơn vị hoặc địa bàn.", "Name of the unit or area.")))
    var name = "Loa"

    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục có Content/ và Channels/ để chép làm nội dung ban đầu.",
                "A folder with Content/ and Channels/ to copy to begin with."), valueName: "dir"))
    var from: String?

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let root = URL(filePath: directory).absoluteURL
            let source = try from.map { URL(filePath: $0).absoluteURL } ?? StarterContent.folder()
            if change.dryRun {
                console.say("Sẽ tạo \(root.path) từ \(source.path).", "Would make \(root.path) from \(source.path).")
                return
            }
            try WorkspaceCreation.create(at: root, name: name, copying: source)
            _ = try await Workspace(at: root)
            console.say(
                """
                Đã tạo \(root.path).
                Tiếp theo: cd vào thư mục đó, “loa users add TÊN --name "Họ tên"” để có quản trị, rồi “loa content import --as TÊN”.
                """,
                """
                Made \(root.path).
                Next: cd into it, “loa users add NAME --name "Full name"” for an administrator, then “loa content import --as NAME”.
                """)
        }
    }
}

/// Where the content that comes with Loa lies.
enum StarterContent {
    /// Beside an installed program in `share/loa`, or in the repository it was built in.
    static func folder() throws -> URL {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().absoluteURL
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .map { URL(filePath: $0) } ?? program
        if let installed = Workspace.installedContent { return installed }
        var folder = executable.deletingLastPathComponent()
        while folder.path != "/" {
            if Workspace.isWorkspace(folder) { return folder }
            folder.deleteLastPathComponent()
        }
        throw CommandError.usage(
            Message(
                vi: "Không tìm thấy nội dung ban đầu của Loa. Chỉ thư mục có Content/ và Channels/ bằng --from.",
                en: "Loa's starter content was not found. Point to a folder with Content/ and Channels/ with --from."))
    }
}
