import ArgumentParser
import Documents
import Operations
import Outreach

struct Observances: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Các dịp, ngày kỷ niệm.", "Observances."), subcommands: [ObservancesList.self])
}

struct ObservancesList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Các dịp trong một năm.", "The observances of a year."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Năm (mặc định: năm nay).", "Year (default: this year).")))
    var year: Int?

    func run(in context: Context) async throws {
        let year = year ?? context.workspace.today.year
        let occurrences = try await context.workspace.observances(in: year)
        if output.json { return try context.console.json(occurrences.map(Output.init)) }
        context.console.table(
            [
                Message(vi: "Từ", en: "From"), Message(vi: "Đến", en: "To"),
                Message(vi: "Chuẩn bị từ", en: "Plan from"),
                Heading.id, Heading.name,
            ],
            occurrences.map { occurrence in
                [
                    .day(occurrence.dates.first), .day(occurrence.dates.last), .day(occurrence.planningStarts),
                    .text(occurrence.observance.id.description),
                    .text(occurrence.observance.name(context.console.language)),
                ]
            })
    }

    private struct Output: Encodable {
        let id: Slug
        let name: LocalizedText
        let first: Day
        let last: Day
        let planningStarts: Day
        let source: String

        init(_ occurrence: ObservanceOccurrence) {
            id = occurrence.observance.id
            name = occurrence.observance.name
            first = occurrence.dates.first
            last = occurrence.dates.last
            planningStarts = occurrence.planningStarts
            source = occurrence.observance.source
        }
    }
}
