import ArgumentParser
import Operations
import Outreach

struct ChannelsTest: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: say(
            "Gửi một tin thử, hoặc chỉ in đúng yêu cầu sẽ gửi (--dry-run).",
            "Send a test message, or only print the exact request (--dry-run)."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã kênh.", "The channel.")))
    var channel: Slug

    @Option(help: ArgumentHelp(say("Nội dung khác, chỉ với --dry-run.", "Another text, with --dry-run only.")))
    var text: String?

    func validate() throws {
        guard text == nil || change.dryRun else {
            throw ValidationError(
                say(
                    "Tin thử gửi thật luôn là một câu cố định; --text chỉ đi với --dry-run.",
                    "What a test really sends is one fixed sentence; --text goes with --dry-run only."))
        }
    }

    func run(in context: Context) async throws {
        let test = try await context.workspace.testChannel(
            channel, text: text ?? Workspace.testText, dryRun: change.dryRun, as: context.caller())
        for request in test.requests { context.console.write(request.text) }
        guard let conclusion = test.conclusion else { return }
        if let answer = test.answer { context.console.write("\n\(answer)") }
        switch conclusion {
        case .posted(let receipt):
            context.console.say(
                "Đã gửi được. \(receipt.link ?? "")", "It went through. \(receipt.link ?? "")")
        case .retry(_, let reason, _), .unknown(let reason), .failed(let reason), .missed(let reason),
            .channelDisabled(let reason), .putBack(let reason):
            context.console.say(reason)
            throw CommandError.checkFailed
        }
    }
}

extension RequestPreview {
    /// As it goes over the wire, secrets replaced.
    fileprivate var text: String {
        (["\(method) \(url)"] + headers.map { "\($0.name): \($0.value)" } + ["", body]).joined(separator: "\n")
    }
}
