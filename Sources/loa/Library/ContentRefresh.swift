import ArgumentParser
import Foundation
import Operations
import Outreach

struct ContentRefresh: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: say(
            "Lấy nội dung mới hơn kèm theo chương trình; tệp đã sửa tại đây được giữ nguyên.",
            "Take the newer content the program brings; files that were edited here stay as they are."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Option(
        help: ArgumentHelp(
            say("Thư mục có Content/ và Channels/ mới.", "A folder with the newer Content/ and Channels/."),
            valueName: "dir"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Lấy cả tệp này dù đã sửa tại đây; bản cũ giữ trong .loa/backups/content (lặp lại được).",
                "Take this file too, though it was edited here; the old one is kept in .loa/backups/content (may be repeated)."
            ),
            valueName: "file"))
    var take: [String] = []

    func run(in context: Context) async throws {
        let source = try from.map { URL(filePath: $0).absoluteURL } ?? StarterContent.folder()
        let report = try await context.workspace.refreshContent(
            from: source, taking: Set(take), as: context.callerOrFirst(), mode: change.mode)
        for file in report.taken { context.console.write("+ \(file.path)") }
        for file in report.left { context.console.write("= \(file.path)") }
        context.console.say(
            "Lấy về \(report.taken.count) tệp (+); giữ nguyên \(report.left.count) tệp đã sửa tại đây (=), lấy bằng --take.",
            "Took \(report.taken.count) files (+); left \(report.left.count) that were edited here (=), taken with --take."
        )
        if !report.taken.isEmpty {
            context.console.say(
                "Xem lại, rồi “loa content import”; tài liệu đổi phải duyệt lại.",
                "Look at them, then “loa content import”; changed materials are approved anew.")
        }
    }
}
