import ArgumentParser
import Documents
import Operations
import Outreach

struct SessionsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê các buổi, mới nhất trước.", "List sessions, newest first."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Của đơn vị hoặc ban chỉ đạo này.", "Of this unit or committee.")))
    var unit: Slug?

    @Option(help: ArgumentHelp(say("Hình thức.", "Form.")))
    var form: SessionForm?

    @OptionGroup var range: RangeOptions

    func run(in context: Context) async throws {
        var filter = SessionFilter()
        filter.form = form
        filter.limit = range.limit
        filter.range = DayRange(range.from ?? Day(julianDay: 0), range.to ?? Day(julianDay: 5_000_000))
        let records = try await context.workspace.sessions(filter, within: unit, as: context.caller())
        if output.json { return try context.console.json(records) }
        let language = context.console.language
        context.console.table(
            [
                Heading.id, Heading.day, Heading.unit, Message(vi: "Hình thức", en: "Form"),
                Message(vi: "Địa điểm", en: "Place"), Heading.turns,
            ],
            records.map { record in
                [
                    .text(record.session.id.short + (record.version > 1 ? " ✎" : "")), .day(record.session.day),
                    .text(record.session.unit.description), .text(record.session.form.words(language)),
                    .text(record.session.place), .integer(record.session.turns),
                ]
            })
        context.console.say(
            "\(records.count) cuộc, \(context.console.number(records.reduce(0) { $0 + $1.session.turns })) lượt.",
            "\(records.count.of("session", "sessions")), \(context.console.number(records.reduce(0) { $0 + $1.session.turns })) turns."
        )
    }
}

struct SessionsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Xem một buổi và các lần sửa.", "Show a session and its corrections."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Mã buổi hoặc phần cuối của mã.", "The session's id or its end.")))
    var session: String

    func run(in context: Context) async throws {
        let (record, corrections) = try await context.workspace.session(session, as: context.caller())
        try context.console.json(Output(record: record, corrections: corrections))
    }

    private struct Output: Encodable {
        let record: SessionRecord
        let corrections: [Correction]
    }
}
