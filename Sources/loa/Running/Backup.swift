import ArgumentParser
import Foundation
import Operations
import Outreach

struct Backup: LoaCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Sao lưu cơ sở dữ liệu, media, Content/, Channels/ và loa.yaml (không có mã bí mật).",
            "Back up database, media, Content/, Channels/ and loa.yaml (no secrets)."))

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            say("Thư mục mới (mặc định: .loa/backups/…).", "A new folder (default: .loa/backups/…)."), valueName: "dir")
    )
    var target: String?

    func run(in context: Context) async throws {
        let report = try await context.workspace.backUp(
            to: target.map { URL(filePath: $0).absoluteURL }, as: context.callerOrFirst())
        context.console.say(
            "Đã sao lưu và mở thử: \(report.auditEntries) dòng nhật ký, \(report.mediaFiles) tệp media.",
            "Backed up and opened to check: \(report.auditEntries.of("audit entry", "audit entries")), \(report.mediaFiles.of("media file", "media files"))."
        )
        context.console.write(report.folder.path)
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Khôi phục từ bản sao lưu; không gửi gì cho đến khi có người cho phép.",
            "Restore a back-up; nothing is sent until a person resumes."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Flag(
        help: ArgumentHelp(
            say("Chỉ kiểm tra bản sao lưu từ đầu đến cuối.", "Check the back-up from end to end, and nothing else.")))
    var verify = false

    @Argument(help: ArgumentHelp(say("Thư mục sao lưu.", "The back-up's folder."), valueName: "dir"))
    var source: String

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            if change.dryRun || verify {
                change.announce(console)
                let report = try await Workspace.verifyBackup(URL(filePath: source).absoluteURL)
                console.say(
                    "Bản sao lưu nguyên vẹn: \(report.auditEntries) dòng nhật ký, \(report.mediaFiles) tệp media.",
                    "The back-up is sound: \(report.auditEntries.of("audit entry", "audit entries")), \(report.mediaFiles.of("media file", "media files"))."
                )
                return
            }
            let root = Context.root(common)
            try Context.requireOwner(of: root)
            let report = try await Workspace.restore(
                URL(filePath: source).absoluteURL, into: root, as: Context.caller(common))
            console.say(
                """
                Đã khôi phục: \(report.auditEntries) dòng nhật ký, \(report.mediaFiles) tệp media. Dữ liệu cũ giữ trong .loa/backups.
                Mọi phiên đăng nhập, đường dẫn, mã API và địa chỉ theo dõi đã đóng; mật khẩu giữ nguyên. Tạo lại mã khi cần.
                Loa chưa gửi gì. Kiểm tra các bài đã ra kênh sau lần sao lưu, rồi chạy “loa deliver --resume”.
                """,
                """
                Restored \(report.auditEntries.of("audit entry", "audit entries")) and \(report.mediaFiles.of("media file", "media files")). What was there is kept in .loa/backups.
                Every log-in, link, API token and feed is closed; passwords stay. Make tokens anew where they are needed.
                Loa sends nothing yet. Check what went out after the back-up, then run “loa deliver --resume”.
                """)
        }
    }
}
