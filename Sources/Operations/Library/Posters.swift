public import Documents
import Foundation
public import Outreach
import Storage
import Subprocess

extension Workspace {
    /// The approved words of a poster or leaflet on one page to print, with a code that leads to a link.
    ///
    /// - Parameter unit: who puts it up; its name stands at the foot.
    /// - Throws: ``LibraryError/noApprovedRevision(_:)``: what nobody approved is not printed.
    public func poster(
        of material: Slug, for unit: Slug, link: String?, language: Language, as caller: Caller
    ) async throws -> PosterSheet {
        let tree = try await unitTree(knowing: unit)
        try await database.read { try $0.authorise(caller, .view, for: unit) }
        guard let content = try await self.material(material).approved?.content else {
            throw LibraryError.noApprovedRevision(material)
        }
        if let link, URL(string: link).flatMap({ $0.host() }) == nil || !link.hasPrefix("http") {
            throw PosterError.badLink(link)
        }
        let words = content.variant(for: .print)?.text ?? "\(content.title(language))\n\n\(content.summary)"
        return PosterSheet(
            title: content.title(language), text: words, issuer: tree.name(of: unit)?(language) ?? unit.description,
            link: link, language: language)
    }

    /// A drawing of one page as a PDF, by rsvg-convert, where it is installed.
    public func posterPDF(of svg: String) async throws -> [UInt8] {
        let program = Executable.name("rsvg-convert")
        let environment = Environment.custom(["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
        guard (try? await program.resolveExecutablePath(in: environment)) != nil else {
            throw PosterError.noPrinter
        }
        let result = try await Subprocess.run(
            program, arguments: ["--format=pdf"], environment: environment, input: .string(svg),
            output: .bytes(limit: 20 * 1024 * 1024), error: .string(limit: 64 * 1024))
        guard result.terminationStatus.isSuccess, result.standardOutput.starts(with: Array("%PDF".utf8)) else {
            throw PosterError.failed(result.standardError)
        }
        return result.standardOutput
    }
}

/// Why a page to print was not made; nothing was changed.
public enum PosterError: ReadableError, Hashable {
    case badLink(String)
    case noPrinter
    case failed(String)

    public var kind: FailureKind {
        switch self {
        case .badLink: .usage
        case .noPrinter: .configuration
        case .failed: .unavailable
        }
    }

    public var message: Message {
        switch self {
        case .badLink(let link):
            Message(
                vi: "“\(link)” không phải địa chỉ web. Viết như https://loa.xa.gov.vn/go/abc.",
                en: "“\(link)” is no web address. Write it like https://loa.example.vn/go/abc.")
        case .noPrinter:
            Message(
                vi: "Máy này chưa có rsvg-convert nên chưa xuất được PDF; tệp SVG vẫn lấy được. "
                    + "Cài: apt-get install librsvg2-bin fonts-liberation2, hoặc mở tệp SVG bằng trình duyệt rồi in ra PDF.",
                en: "There is no rsvg-convert here, so there is no PDF; the SVG file is there. "
                    + "Install: apt-get install librsvg2-bin fonts-liberation2, or print the SVG from a browser.")
        case .failed(let reason):
            Message(
                vi: "Không xuất được PDF (\(reason)). Hãy mở tệp SVG bằng trình duyệt rồi in.",
                en: "The PDF could not be made (\(reason)). Print the SVG file from a browser.")
        }
    }
}
