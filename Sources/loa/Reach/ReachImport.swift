import ArgumentParser
import Documents
import Operations
import Outreach

struct ReachImport: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("Nhập số đo từ CSV hoặc Excel.", "Import figures from CSV or Excel."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(
        help: ArgumentHelp(
            say("Tệp CSV, hoặc - để đọc từ đầu vào.", "CSV file, or - for standard input."), valueName: "file"))
    var file: String

    func run(in context: Context) async throws {
        let report = try await context.workspace.importSamples(
            Files.read(file), file: file, as: context.caller(), mode: change.mode)
        try report.finish(context.console)
    }
}
