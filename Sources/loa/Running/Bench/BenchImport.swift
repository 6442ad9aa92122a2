import ArgumentParser
import Foundation
import Operations
import Outreach

struct BenchImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("Nhập một danh sách buổi dài.", "Import a long list of sessions."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số dòng.", "How many rows.")))
    var rows = 100_000

    func run() async throws {
        let console = Console(language: .ofProcess)
        try await Failure.reported(language: console.language) {
            let here = Context.root(common)
            let content = Workspace.isWorkspace(here) ? here : try StarterContent.folder()
            let result = try await ImportBenchmark.run(rows: rows, content: content)
            console.write(
                """
                content and rules, once for a workspace and not counted below: \(result.content.milliseconds3) ms
                import, from the bytes of the file to the commit: \(result.rows) rows, \(String(format: "%.1f", result.megabytes)) MB, \(result.imported) sessions in \(result.first.milliseconds3) ms
                the same file again: \(result.duplicates) duplicates in \(result.again.milliseconds3) ms; peak memory \(result.mostMemoryMegabytes ?? 0) MB
                """)
        }
    }
}
