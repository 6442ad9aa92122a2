import ArgumentParser
import Documents
import Foundation
import Operations
import Outreach

struct ReachLinks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: say("Liên kết ngắn có đếm lượt mở, với mã QR.", "Short links that count clicks, with QR codes."),
        subcommands: [LinksAdd.self, LinksList.self, LinksShow.self, LinksQR.self, LinksEnd.self])
}

struct LinksAdd: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Tạo một liên kết.", "Make a link."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Đích: https://…", "Where it leads: https://…"), valueName: "url"))
    var target: String

    @Option(help: ArgumentHelp(say("Nơi đặt liên kết.", "Where it is put up.")))
    var title: String

    @Option(help: ArgumentHelp(say("Đơn vị.", "The unit.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Bài đăng mà lượt mở thuộc về.", "The post whose clicks it counts.")))
    var post: String?

    @Option(help: ArgumentHelp(say("Mã tự chọn.", "A code of your own.")))
    var code: String?

    func run(in context: Context) async throws {
        let link = try await context.workspace.makeLink(
            to: target, title: title, unit: unit, post: post, code: code, as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(link) } else { context.console.write("/go/\(link.code)") }
    }
}

struct LinksList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Các liên kết và lượt mở.", "Links and how often they were followed."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Của đơn vị này.", "Of this unit.")))
    var unit: Slug?

    private struct Line: Encodable {
        let link: TrackedLink
        let people: Int
        let bots: Int
    }

    func run(in context: Context) async throws {
        let links = try await context.workspace.links(within: unit, as: context.caller())
        if output.json {
            return try context.console.json(links.map { Line(link: $0.link, people: $0.people, bots: $0.bots) })
        }
        context.console.table(
            [
                Message(vi: "Mã", en: "Code"), Message(vi: "Lượt mở", en: "Clicks"), Message(vi: "Máy", en: "Bots"),
                Message(vi: "Nơi đặt", en: "Put up"), Message(vi: "Đích", en: "Target"),
            ],
            links.map { count in
                [
                    .text(count.link.code), .integer(count.people), .integer(count.bots), .text(count.link.title),
                    .text(count.link.target),
                ]
            })
    }
}

struct LinksShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Lượt mở từng ngày.", "Clicks by day."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Mã của liên kết.", "The link's code."), valueName: "code"))
    var code: String

    private struct Answer: Encodable {
        let link: TrackedLink
        let visits: [LinkVisits]
    }

    func run(in context: Context) async throws {
        let (link, visits) = try await context.workspace.link(code, as: context.caller())
        try context.console.json(Answer(link: link, visits: visits))
    }
}

struct LinksQR: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "qr", abstract: say("Mã QR dạng SVG hoặc PNG.", "QR code as SVG or PNG."))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Mã của liên kết.", "The link's code."), valueName: "code"))
    var code: String

    @Option(
        help: ArgumentHelp(
            say("Địa chỉ công khai của Loa: https://…", "Loa's public address: https://…"), valueName: "url"))
    var address: String

    @Flag(help: ArgumentHelp(say("PNG thay vì SVG.", "PNG instead of SVG.")))
    var png = false

    func run(in context: Context) async throws {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw CommandError.usage(
                Message(
                    vi: "--address cần địa chỉ đầy đủ như https://loa.xa.gov.vn; “\(address)” in ra sẽ không mở được. "
                        + "Chưa tạo mã.",
                    en: "--address wants a whole address like https://loa.example.vn; a printed “\(address)” would not "
                        + "open. No code was made."))
        }
        let base = address.hasSuffix("/") ? String(address.dropLast()) : address
        context.console.write(
            try await context.workspace.linkPicture(
                code, address: "\(base)/go/\(code)", as: png ? .png : .svg, by: context.caller()))
    }
}

struct LinksEnd: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: say("Đóng một liên kết.", "Close a link."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã của liên kết.", "The link's code."), valueName: "code"))
    var code: String

    func run(in context: Context) async throws {
        let link = try await context.workspace.endLink(code, as: context.caller(), mode: change.mode)
        context.console.say("Đã đóng “\(link.title)”.", "Closed “\(link.title)”.")
    }
}
