import ArgumentParser
import Documents
import Operations
import Outreach

struct AuditList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Ai đã làm gì, mới nhất trước.", "Who did what, newest first."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Số dòng.", "How many entries.")))
    var limit = 50

    func validate() throws { try Limit.validate(limit) }

    @Option(help: ArgumentHelp(say("Chỉ về đối tượng này.", "Only about this subject.")))
    var subject: String?

    func run(in context: Context) async throws {
        let entries = try await context.workspace.auditEntries(
            limit: limit, subject: subject, as: context.caller())
        if output.json { return try context.console.json(entries) }
        context.console.table(
            [
                Message(vi: "Số", en: "No"), Heading.time, Heading.by, Message(vi: "Việc", en: "Action"),
                Message(vi: "Đối tượng", en: "Subject"), Message(vi: "Chi tiết", en: "Detail"),
            ],
            entries.map { entry in
                [
                    .integer(entry.sequence), .text(context.workspace.zone.written(entry.at)), .text(entry.actor),
                    .text(entry.action), .text(entry.subject), .text(entry.detail),
                ]
            })
    }
}
