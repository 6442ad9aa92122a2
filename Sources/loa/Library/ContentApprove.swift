import ArgumentParser
import Operations
import Outreach

struct ContentApprove: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: say(
            "Duyệt phiên bản mới của tài liệu (người nhập không tự duyệt được).",
            "Approve new revisions of materials (not one's own)."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã tài liệu.", "Slugs of materials."), valueName: "material"))
    var materials: [Slug] = []

    @Flag(help: ArgumentHelp(say("Tất cả đang chờ.", "All that wait.")))
    var all = false

    @Option(help: ArgumentHelp(say("Lời nhắn.", "A comment.")))
    var comment = ""

    func validate() throws {
        guard all != !materials.isEmpty else {
            throw ValidationError(say("Nêu mã tài liệu, hoặc --all.", "Name materials, or --all."))
        }
    }

    func run(in context: Context) async throws {
        let decided = try await context.workspace.decideMaterials(
            materials, .approved, comment: comment, as: context.caller(), mode: change.mode)
        context.console.say(
            "Đã duyệt \(decided.count) tài liệu.", "Approved \(decided.count.of("material", "materials")).")
    }
}

struct ContentReject: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: say("Trả lại phiên bản đang chờ.", "Reject a revision that waits."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã tài liệu.", "Slugs of materials."), valueName: "material"))
    var materials: [Slug]

    @Option(help: ArgumentHelp(say("Vì sao: cần có.", "Why: needed.")))
    var comment = ""

    func run(in context: Context) async throws {
        let decided = try await context.workspace.decideMaterials(
            materials, .rejected, comment: comment, as: context.caller(), mode: change.mode)
        context.console.say(
            "Đã trả lại \(decided.count) tài liệu.", "Rejected \(decided.count.of("material", "materials")).")
    }
}
