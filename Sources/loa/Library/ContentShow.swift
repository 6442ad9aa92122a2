import ArgumentParser
import Documents
import Operations
import Outreach

struct ContentShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Xem một tài liệu.", "Show a material."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã tài liệu.", "The material's slug.")))
    var material: Slug

    func run(in context: Context) async throws {
        let view = try await context.workspace.material(material)
        if output.json { return try context.console.json(view.revisions) }
        guard let newest = view.newest else { return }
        let (language, content) = (context.console.language, newest.content)
        context.console.write(
            """
            \(content.title(language))
            \(content.kind.words(language)) · \(content.audiences.map(\.description).joined(separator: ", "))
            \(content.summary)
            \(say("Căn cứ", "Source")): \(content.source)

            \(content.body)
            """)
        for variant in content.variants {
            let seconds = SpokenLength.of(variant.text).components.seconds
            let spoken = variant.channelKind == .loudspeaker ? " (~\(seconds) s)" : ""
            context.console.write("\n=== \(variant.channelKind.rawValue)\(spoken) ===\n\(variant.text)")
        }
        context.console.write("")
        context.console.table(
            [Message(vi: "Phiên bản", en: "Revision"), Heading.state, Heading.by, Heading.id],
            view.revisions.map { revision in
                [
                    .integer(revision.number), .text(revision.state.words(language)), .text(revision.author),
                    .text(revision.hash.short),
                ]
            })
    }
}
