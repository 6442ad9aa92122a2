import ArgumentParser
import Foundation
import Operations
import Outreach

struct Export: LoaCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Xuất mọi dữ liệu ra một tệp ZIP: JSON Lines và media, không có bí mật.",
            "Write everything into one ZIP file: JSON Lines and media, no secrets."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Tệp ZIP mới.", "A new ZIP file."), valueName: "file"))
    var file: String

    func run(in context: Context) async throws {
        let report = try await context.workspace.exportEverything(
            to: URL(filePath: file).absoluteURL, as: context.callerOrFirst())
        context.console.say(
            "Đã xuất \(report.rows) dòng của \(report.tables.count) bảng, \(report.mediaFiles) tệp media, "
                + "\(report.contentFiles) tệp nội dung và kênh. Không có mật khẩu, khóa hay mã truy cập.",
            "Exported \(report.rows.of("row", "rows")) of \(report.tables.count.of("table", "tables")), \(report.mediaFiles.of("media file", "media files")), "
                + "\(report.contentFiles.of("file", "files")) of content and channels. No passwords, keys or tokens.")
        if !report.leftOut.isEmpty {
            let list = report.leftOut.prefix(10).joined(separator: ", ") + (report.leftOut.count > 10 ? " …" : "")
            context.console.say(
                "Để lại \(report.leftOut.count) tệp không rõ có lộ nơi chụp hay tên người không: \(list).",
                "Left out \(report.leftOut.count) files that may tell a place or a name: \(list).")
        }
        context.console.write(file)
    }
}

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Tạo một thư mục làm việc từ bản xuất; không gửi gì cho đến khi có người cho phép.",
            "Make a workspace out of an export; nothing is sent until a person resumes."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Tệp ZIP đã xuất.", "The exported ZIP file."), valueName: "file"))
    var file: String

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let root = Context.root(common)
            let report = try await Workspace.importEverything(from: URL(filePath: file).absoluteURL, into: root)
            for path in report.cleared {
                console.say(
                    "Đã xóa phần dở dang \(path) của lần nhập bị ngắt.",
                    "Removed \(path), left by an import that was cut off.")
            }
            console.say(
                """
                Đã nhập \(report.rows) dòng của \(report.tables.count) bảng, \(report.mediaFiles) tệp media vào \(root.path).
                Mật khẩu, mã API và khóa của kênh không có trong bản xuất; đặt lại trước khi dùng.
                Loa chưa gửi gì. Kiểm tra các bài đã ra kênh, rồi chạy “loa deliver --resume”.
                """,
                """
                Imported \(report.rows.of("row", "rows")) of \(report.tables.count.of("table", "tables")) and \(report.mediaFiles) media files into \(root.path).
                Passwords, API tokens and secrets of channels are not in an export; set them anew.
                Loa sends nothing yet. Check what went out, then run “loa deliver --resume”.
                """)
        }
    }
}
