public import Documents
import Foundation
public import Outreach
import Storage
import Subprocess

extension Workspace {
    /// The approved words of a poster or leaflet on one page to print, with a code that leads to a link.
    ///
    /// Printed is what would be let out now: the rules of today are asked about the words and the address, and what is
    /// held or past its time stays in.
    ///
    /// - Parameter unit: who puts it up; its name stands at the foot.
    /// - Throws: ``LibraryError/noApprovedRevision(_:)``: what nobody approved is not printed; ``SafeguardingRefusal``,
    ///   ``PosterError``, ``PublishingError/held(by:reason:)``.
    public func poster(
        of material: Slug, for unit: Slug, link: String?, language: Language, as caller: Caller
    ) async throws -> PosterSheet {
        let tree = try await unitTree(knowing: unit)
        guard let revision = try await self.material(material).approved else {
            throw LibraryError.noApprovedRevision(material)
        }
        if let link, URL(string: link).flatMap({ $0.host() }) == nil || !link.hasPrefix("http") {
            throw PosterError.badLink(link)
        }
        try await database.read { tx in
            try tx.authorise(caller, link == nil ? .view : .recordReach, for: unit)
            try requirePrintable(revision, link: link, for: unit, in: tx)
        }
        let content = revision.content
        let words = content.variant(for: .print)?.text ?? "\(content.title(language))\n\n\(content.summary)"
        return PosterSheet(
            title: content.title(language), text: words, issuer: tree.name(of: unit)?(language) ?? unit.description,
            link: link, language: language)
    }

    private func requirePrintable(_ revision: Revision, link: String?, for unit: Slug, in tx: ReadTransaction) throws {
        let tree = try tx.unitTree()
        if let hold = try tx.holds().first(where: { $0.scope.covers(unit, in: tree) }) {
            throw PublishingError.held(by: hold.by, reason: hold.reason)
        }
        guard revision.content.validity.contains(today) else { throw PosterError.outOfDate(revision.content.material) }
        let judge = try judge(in: tx)
        let judged = try judge.judged(revision.content, revision: revision.hash)
        guard judged.mayGoOut else { throw SafeguardingRefusal(judged) }
        if let link { try judge.check(address: link) }
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
    /// A material whose days are over or have not begun.
    case outOfDate(Slug)
    case noPrinter
    case failed(String)

    public var kind: FailureKind {
        switch self {
        case .badLink: .usage
        case .outOfDate: .badData
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
        case .outOfDate(let material):
            Message(
                vi: "Tài liệu “\(material)” chưa hoặc không còn hiệu lực hôm nay nên không in. Chọn tài liệu khác hoặc "
                    + "sửa ngày hiệu lực rồi gửi duyệt lại.",
                en: "“\(material)” does not hold today, so it is not printed. Choose another material, or change its "
                    + "days and have it approved again.")
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
