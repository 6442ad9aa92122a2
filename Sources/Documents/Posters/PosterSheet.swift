public import Outreach

/// A poster or leaflet on one A4 page, as SVG: the words of a material, who puts it up, and a QR code that leads on.
public struct PosterSheet: Sendable {
    public let title: String
    /// The words, line by line; a line in capitals or of figures alone stands out.
    public let text: String
    public let issuer: String
    /// Where the code leads; nil leaves it out.
    public let link: String?
    public let language: Language

    public init(title: String, text: String, issuer: String, link: String?, language: Language) {
        self.title = title
        self.text = text
        self.issuer = issuer
        self.link = link
        self.language = language
    }

    /// The page in millimetres.
    private static let (width, height, margin) = (210.0, 297.0, 18.0)
    private static let codeSide = 42.0
    /// The font size of the widths that ``ChartText`` estimates.
    private static let measured = ChartCanvas.fontSize

    /// Words smaller than this part of their full size are read by nobody who walks past: 12 points for plain lines.
    private static let smallest = 0.5

    /// - Throws: ``PosterSheetError`` where the link is too long for a code, or the words for a page.
    public func svg() throws(PosterSheetError) -> String {
        let code = try code()
        let bottom = Self.height - Self.margin - (code == nil ? 16 : Self.codeSide + 10)
        var parts: [Element] = [
            Element("title", ["id": "poster-title"], text: title),
            Element("rect", ["width": Self.width.svg, "height": Self.height.svg, "fill": "#fff"]),
            Element("rect", ["width": Self.width.svg, "height": "6", "fill": "#0b5ea8"]),
        ]
        parts += try words(top: Self.margin + 6, bottom: bottom)
        parts += foot(code)
        return Element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.width.svg) \(Self.height.svg)",
                "width": "\(Self.width.svg)mm", "height": "\(Self.height.svg)mm", "role": "img",
                "aria-labelledby": "poster-title", "font-family": "Liberation Sans, Arial, sans-serif", "fill": "#111",
                "text-anchor": "middle",
            ], parts
        ).text
    }

    private func code() throws(PosterSheetError) -> QRCode? {
        guard let link else { return nil }
        do throws(QRCodeError) {
            return try QRCode(link, correction: .quarter)
        } catch {
            throw .code(error)
        }
    }

    private struct Line {
        let text: String
        let size: Double
        let isStrong: Bool
    }

    /// As large as they fit, in the middle of the room there is.
    private func words(top: Double, bottom: Double) throws(PosterSheetError) -> [Element] {
        var scale = 1.0
        var lines = laidOut(scale)
        while height(of: lines) > bottom - top {
            guard scale > Self.smallest else {
                let fitting = Double(lines.count) * (bottom - top) / height(of: lines)
                throw .tooLong(lines: lines.count, fitting: Int(fitting))
            }
            scale = max(scale * 0.95, Self.smallest)
            lines = laidOut(scale)
        }
        var y = top + max(0, (bottom - top - height(of: lines)) / 2)
        return lines.compactMap { line in
            y += line.size * 1.32
            guard !line.text.isEmpty else { return nil }
            return Element(
                "text",
                [
                    "x": (Self.width / 2).svg, "y": y.svg, "font-size": line.size.svg,
                    "font-weight": line.isStrong ? "700" : nil, "fill": line.isStrong ? "#0b5ea8" : nil,
                ], text: line.text)
        }
    }

    private func height(of lines: [Line]) -> Double { lines.reduce(0) { $0 + $1.size * 1.32 } }

    private func laidOut(_ scale: Double) -> [Line] {
        text.lines.map { String($0).trimmed }.flatMap { text -> [Line] in
            guard !text.isEmpty else { return [Line(text: "", size: 5 * scale, isStrong: false)] }
            let size = PosterSheet.size(of: text) * scale
            let room = (Self.width - 2 * Self.margin) * Self.measured / size
            return ChartText.wrapped(text, to: room, lines: 40).map {
                Line(text: $0, size: size, isStrong: PosterSheet.standsOut(text))
            }
        }
    }

    private static func standsOut(_ text: String) -> Bool {
        text == text.uppercased() && text.contains { $0.isLetter || $0.isNumber }
    }

    /// In millimetres: a number alone fills the page, capitals are a heading, the rest is read from two metres.
    private static func size(of text: String) -> Double {
        if text.count <= 4, text.allSatisfy(\.isNumber) { return 60 }
        return standsOut(text) ? 13 : 8.5
    }

    private func foot(_ code: QRCode?) -> [Element] {
        let base = Self.height - Self.margin
        var parts: [Element] = []
        if let code, let link {
            let scale = Self.codeSide / Double(code.side)
            let x = Self.width - Self.margin - Self.codeSide
            parts.append(
                Element(
                    "g", ["transform": "translate(\(x.svg) \((base - Self.codeSide).svg)) scale(\(scale.svg))"],
                    code.drawing))
            parts += left(
                [Message(vi: "Quét mã để xem thêm", en: "Scan to read on")(language)]
                    + ChartText.wrapped(link, to: 100 * Self.measured / 4.2, lines: 2), from: base - 26)
        }
        return parts + left([issuer], from: base)
    }

    private func left(_ lines: [String], from y: Double) -> [Element] {
        lines.enumerated().map { index, line in
            Element(
                "text",
                [
                    "x": Self.margin.svg, "y": (y + Double(index) * 6).svg, "font-size": "4.2", "text-anchor": "start",
                ], text: line)
        }
    }
}

/// Why a page to print was not drawn.
public enum PosterSheetError: ReadableError, Hashable {
    case code(QRCodeError)
    /// The words take so many lines, and so many fit in a size that can be read.
    case tooLong(lines: Int, fitting: Int)

    public var kind: FailureKind {
        switch self {
        case .code(let error): error.kind
        case .tooLong: .badData
        }
    }

    public var message: Message {
        switch self {
        case .code(let error): error.message
        case .tooLong(let lines, let fitting):
            Message(
                vi:
                    "Lời quá dài cho một trang A4: \(lines) dòng, chữ còn đọc được thì chỉ vừa \(fitting) dòng. Chưa in gì; "
                    + "viết bản in (print) của tài liệu ngắn lại, dẫn phần còn lại bằng mã QR.",
                en:
                    "The words are too long for one A4 page: \(lines) lines, and \(fitting) fit in a size that can be read. "
                    + "Nothing was made; shorten the material's print variant, and lead to the rest by the QR code.")
        }
    }
}
