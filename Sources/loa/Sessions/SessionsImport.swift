import ArgumentParser
import Operations
import Outreach

struct SessionsImport: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Nhập các buổi từ CSV; sai một dòng thì không nhập dòng nào.",
            "Import sessions from CSV; one wrong row, and none is imported."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: ArgumentHelp(
            say("Tệp CSV, hoặc - để đọc từ đầu vào.", "CSV file, or - for standard input."), valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp(say("Đơn vị tổ chức.", "The unit.")))
    var unit: Slug

    func run(in context: Context) async throws {
        let report = try await context.workspace.importSessions(
            Files.read(file), file: file, unit: unit, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(report.items.map(\.session)) }
        try report.finish(context.console, change)
    }
}
