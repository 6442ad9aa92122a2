import ArgumentParser
import Documents
import Operations
import Outreach

struct ContentPoster: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "poster",
        abstract: say(
            "Áp phích hoặc tờ rơi một trang A4 có mã QR, dạng SVG hoặc PDF.",
            "A poster or leaflet on one A4 page with a QR code, as SVG or PDF."))

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg, pdf
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Mã tài liệu.", "The material's slug.")))
    var material: Slug

    @Option(help: ArgumentHelp(say("Đơn vị phát hành, ghi ở chân trang.", "Who puts it up; stands at the foot.")))
    var unit: Slug

    @Option(help: ArgumentHelp(say("Mã QR dẫn tới đâu.", "Where the QR code leads."), valueName: "url"))
    var link: String?

    @Option(help: ArgumentHelp(say("Dạng.", "Format.")))
    var format: Format = .svg

    @Option(name: .shortAndLong, help: ArgumentHelp(say("Ghi vào tệp.", "Write to a file."), valueName: "file"))
    var output: String

    func run(in context: Context) async throws {
        let svg = try await context.workspace.poster(
            of: material, for: unit, link: link, language: context.console.language, as: context.caller()
        ).svg()
        let bytes: [UInt8] =
            switch format {
            case .svg: Array(svg.utf8)
            case .pdf: try await context.workspace.posterPDF(of: svg)
            }
        try Files.write(bytes, to: output)
        context.console.say("Đã ghi \(output).", "Wrote \(output).")
    }
}
