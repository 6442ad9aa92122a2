import ArgumentParser
import Documents
import Operations
import Outreach

struct ConsentsPictures: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "pictures",
        abstract: say(
            "Ảnh, phim trong thư viện và điều đã nói về chúng.", "Pictures and films of the library, and what was said."
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let pictures = try await context.workspace.libraryPictures(as: context.caller())
        if output.json { return try context.console.json(pictures.map(Output.init)) }
        let language = context.console.language
        context.console.table(
            [
                Heading.id, Heading.name, Heading.material, Message(vi: "Trong ảnh", en: "Shows"),
                Message(vi: "Đồng ý", en: "Consents"), Message(vi: "Đăng được", en: "May go out"),
            ],
            pictures.map { picture in
                [
                    .text(picture.file.hash.description), .text(picture.file.name),
                    .text(picture.materials.map(\.description).joined(separator: " ")),
                    .text((picture.mark?.words ?? PictureMark.unsaid)(language)), .integer(picture.consents),
                    .text(picture.isKeptIn ? "" : "✓"),
                ]
            })
    }

    private struct Output: Encodable {
        let hash: ContentHash
        let name: String
        let materials: [Slug]
        let mark: PictureMark?
        let consents: Int
        let isKeptIn: Bool

        init(_ picture: LibraryPicture) {
            hash = picture.file.hash
            name = picture.file.name
            materials = picture.materials
            mark = picture.mark
            consents = picture.consents
            isKeptIn = picture.isKeptIn
        }
    }
}

struct ConsentsPicture: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: say(
            "Nói trong ảnh có trẻ em nhận ra được không.", "Say whether children can be recognised in a picture."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã ảnh: loa consents pictures.", "The hash: loa consents pictures.")))
    var hash: ContentHash

    @Option(
        help: ArgumentHelp(say("Bao nhiêu trẻ nhận ra được; 0 nếu không.", "How many can be recognised; 0 for none.")))
    var children: Int

    @Flag(help: ArgumentHelp(say("Có nạn nhân: không bao giờ đăng.", "It shows a victim: it never goes out.")))
    var victim = false

    func run(in context: Context) async throws {
        let console = context.console
        let done = try await context.workspace.markPicture(
            hash, children: children, showsVictim: victim, as: context.caller(), mode: change.mode)
        let words = done.mark.words
        console.say("\(hash.short): \(words.vietnamese).", "\(hash.short): \(words.english).")
        if !done.posts.all.isEmpty {
            console.posts(done.posts.all)
            console.say(
                "\(done.posts.words.vietnamese) Gỡ xong: loa consents taken-down BÀI.",
                "\(done.posts.words.english) When done: loa consents taken-down POST.")
        }
    }
}
