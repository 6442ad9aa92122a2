import ArgumentParser
import Operations
import Outreach

struct PostsImport: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Nhập bài từ CSV; --dry-run để xem trước. Sai một dòng thì không nhập dòng nào.",
            "Import posts from CSV; preview with --dry-run. One wrong row, and none is imported."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: ArgumentHelp(
            say("Tệp CSV, hoặc - để đọc từ đầu vào.", "CSV file, or - for standard input."), valueName: "file"))
    var file: String

    func run(in context: Context) async throws {
        let report = try await context.workspace.importPosts(
            Files.read(file), file: file, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(report.items) } else { context.console.posts(report.items) }
        try report.finish(context.console)
    }
}

extension ImportReport {
    /// Says what came of an import.
    ///
    /// - Throws: where a row was wrong and nothing was imported.
    func finish(_ console: Console) throws {
        for problem in problems { console.say(problem.message) }
        guard problems.isEmpty else {
            console.say(
                "\(problems.count) dòng sai; chưa nhập dòng nào. Sửa tệp rồi nhập lại.",
                "\(problems.count.of("wrong row", "wrong rows")); none was imported. Mend the file and import it again."
            )
            throw CommandError.someDataWrong
        }
        for note in notes { console.say(note.message) }
        if !leftOut.isEmpty {
            let names = leftOut.map { "“\($0)”" }.joined(separator: ", ")
            console.say("Cột không rõ, bỏ qua: \(names).", "Columns that are unknown, left out: \(names).")
        }
        console.say("Đã nhập \(items.count) dòng.", "Imported \(items.count.of("row", "rows")).")
    }
}
