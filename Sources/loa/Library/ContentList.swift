import ArgumentParser
import Documents
import Operations
import Outreach

/// What narrows a listing of the library.
struct LibraryFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Loại tài liệu.", "Kind of material.")))
    var kind: MaterialKind?

    @Option(help: ArgumentHelp(say("Có bản cho kênh loại này.", "Has a variant for this kind of channel.")))
    var channel: ChannelKind?

    @Option(help: ArgumentHelp(say("Đối tượng.", "Audience.")))
    var audience: Slug?

    @Option(help: ArgumentHelp(say("Chủ đề.", "Topic.")))
    var topic: Slug?

    @Option(help: ArgumentHelp(say("Trạng thái duyệt.", "State of approval.")))
    var state: RevisionState?

    @Option(help: ArgumentHelp(say("Còn hiệu lực vào ngày này.", "Valid on this day."), valueName: "yyyy-mm-dd"))
    var validOn: Day?

    @Option(help: ArgumentHelp(say("Số dòng tối đa.", "At most so many.")))
    var limit = 50

    func validate() throws { try Limit.validate(limit) }

    func query(_ text: String) -> LibraryQuery {
        LibraryQuery(
            text: text, kind: kind, channel: channel, audience: audience, topic: topic, state: state, validOn: validOn,
            limit: limit)
    }
}

struct ContentList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê tài liệu.", "List materials."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var filter: LibraryFilterOptions

    func run(in context: Context) async throws {
        try context.console.show(try await context.workspace.searchLibrary(filter.query("")), json: output.json)
    }
}

struct ContentSearch: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: say(
            "Tìm trong thư viện, có dấu hay không dấu đều được.", "Search the library, with diacritics or without."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var filter: LibraryFilterOptions

    @Argument(help: ArgumentHelp(say("Từ cần tìm.", "Words to look for.")))
    var words: [String]

    func run(in context: Context) async throws {
        let text = words.joined(separator: " ")
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw CommandError.usage(
                Message(vi: "Gõ ít nhất một chữ hoặc số để tìm.", en: "Give at least one letter or digit to look for."))
        }
        try context.console.show(try await context.workspace.searchLibrary(filter.query(text)), json: output.json)
    }
}

extension Console {
    fileprivate func show(_ entries: [LibraryEntry], json asData: Bool) throws {
        if asData { return try json(entries.map(EntryOutput.init)) }
        table(
            [Heading.material, Heading.kind, Heading.state, Heading.title],
            entries.map { entry in
                [
                    .text(entry.material.description), .text(entry.kind.words(language)),
                    .text(entry.state.words(language)), .text(entry.title(language)),
                ]
            })
        if entries.isEmpty { say("Không có tài liệu nào phù hợp.", "No material fits.") }
    }
}

private struct EntryOutput: Encodable {
    let material: Slug
    let kind: MaterialKind
    let title: LocalizedText
    let state: RevisionState
    let revision: ContentHash

    init(_ entry: LibraryEntry) {
        material = entry.material
        kind = entry.kind
        title = entry.title
        state = entry.state
        revision = entry.revision
    }
}
