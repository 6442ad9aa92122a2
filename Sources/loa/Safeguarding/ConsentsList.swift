import ArgumentParser
import Documents
import Operations
import Outreach

struct ConsentsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Các bản đồng ý đã ghi.", "The consents on record."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let consents = try await context.workspace.consents(as: context.caller())
        if output.json { return try context.console.json(consents) }
        let (today, language) = (context.workspace.today, context.console.language)
        context.console.table(
            [
                Heading.id, Message(vi: "Số hiệu", en: "Paper"), Heading.unit, Message(vi: "Tuổi", en: "Age"),
                Message(vi: "Đến hết", en: "Until"), Message(vi: "Ảnh", en: "Pictures"), Heading.state,
            ],
            consents.map { consent in
                [
                    .text(consent.id.description), .text(consent.reference), .text(consent.unit.description),
                    .text(consent.age.words(language)), .day(consent.expiresOn),
                    .text(consent.pictures.map(\.short).joined(separator: " ")),
                    .text(consent.standing(on: today)(language)),
                ]
            })
    }
}
