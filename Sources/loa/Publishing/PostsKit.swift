import ArgumentParser
import Foundation
import Operations
import Outreach

struct PostsKit: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "kit",
        abstract: say(
            "Bộ nội dung để đăng tay: chữ, tệp, các bước.", "What is needed to post by hand: text, files, steps."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "The post's id or its end.")))
    var post: String

    func run(in context: Context) async throws {
        let kit = try await context.workspace.kit(for: post, as: context.caller())
        let (console, language) = (context.console, context.console.language)
        console.write("\(kit.channel(language)) · \(kit.post.zone.written(kit.post.moment))\n")
        console.write("\(kit.post.title)\n\n\(kit.post.text)\n")
        for (number, step) in kit.steps.enumerated() { console.write("\(number + 1). \(step(language))") }
        for file in kit.files { console.write("→ \(file.location.path) (\(file.alternativeText))") }
        let record =
            switch kit.record {
            case .link: "--link URL"
            case .playLog: "--plays N"
            case .quantity: "--prints N"
            }
        console.say(
            "Xong thì ghi lại: loa posts resolve \(kit.post.id.short) --posted \(record)",
            "When done: loa posts resolve \(kit.post.id.short) --posted \(record)")
    }
}
