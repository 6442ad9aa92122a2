import ArgumentParser
import Operations
import Outreach

struct ConsentsWithdraw: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: say(
            "Rút một bản đồng ý: kéo lại các bài, nêu những bài phải gỡ.",
            "Take a consent back: pulls its posts, lists those to take down."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã của bản đồng ý.", "The consent's id."), valueName: "consent"))
    var id: Identifier<Consent>

    @Option(help: ArgumentHelp(say("Vì sao; không nêu tên ai.", "Why; naming nobody.")))
    var reason: String

    func run(in context: Context) async throws {
        let console = context.console
        let done = try await context.workspace.withdrawConsent(
            id, reason: reason, as: context.caller(), mode: change.mode)
        if output.json {
            try console.json(
                Output(
                    consent: done.consent, pulled: done.posts.pulled, toTakeDown: done.posts.toTakeDown,
                    materials: done.materials))
        } else {
            console.posts(done.posts.all)
        }
        console.say(
            "Đã rút \(done.consent.reference): \(done.posts.words.vietnamese) Gỡ xong: loa consents taken-down BÀI.",
            "Withdrew \(done.consent.reference): \(done.posts.words.english) When done: loa consents taken-down POST.")
        if !done.materials.isEmpty {
            let list = done.materials.map(\.description).joined(separator: ", ")
            console.say("Tài liệu còn dùng ảnh này: \(list).", "Materials that still have the picture: \(list).")
        }
    }

    private struct Output: Encodable {
        let consent: Consent
        let pulled: [Post]
        let toTakeDown: [Post]
        let materials: [Slug]
    }
}
