/// Text of a cell; its stretches may have fonts of their own.
struct CellString: Hashable {
    struct Run: Hashable {
        let text: String
        /// Nil where the font of the cell holds.
        let font: CellFont?
    }

    var runs: [Run]

    init(_ text: String) { runs = [Run(text: text, font: nil)] }
    init(runs: [Run]) { self.runs = runs }

    /// The text in Unicode, and the fonts from before Unicode found in it.
    func text(in cellFont: CellFont?) -> (text: String, fonts: Set<LegacyFont>) {
        var fonts: Set<LegacyFont> = []
        let text = runs.map { run in
            guard let font = run.font ?? cellFont, !run.text.utf8.allSatisfy({ $0 < 0x80 }),
                let decoded = font.font.decoded(run.text)
            else { return run.text }
            fonts.insert(font.font)
            return font.isCapitals ? decoded.uppercased() : decoded
        }
        return (text.joined(), fonts)
    }
}

/// A font from before Unicode, by its name.
struct CellFont: Hashable {
    let font: LegacyFont
    /// Fonts such as `.VnTimeH` show capitals for small letters.
    let isCapitals: Bool

    /// Nil for every other font.
    init?(named name: String) {
        let name = name.lowercased()
        if name.hasPrefix(".vn") {
            font = .tcvn3
            isCapitals = name.hasSuffix("h")
        } else if name.hasPrefix("vni-") {
            font = .vni
            isCapitals = false
        } else {
            return nil
        }
    }
}

/// Puts the text of `si`, `is` and their runs together; phonetic hints are left out.
struct CellStringBuilder {
    private var runs: [CellString.Run] = []
    private var bytes: [UInt8] = []
    private var font: CellFont?
    private var isText = false
    private var hints = 0

    mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "t": isText = hints == 0
        case "r": font = nil
        case "rFont": font = attributes["val"].flatMap(CellFont.init(named:))
        case "rPh": hints += 1
        default: return
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "t":
            if isText { runs.append(CellString.Run(text: OfficeEscapes.decoded(bytes), font: font)) }
            bytes = []
            isText = false
        case "rPh": hints -= 1
        default: return
        }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if isText { bytes += piece }
    }

    /// What was read; the builder begins anew.
    mutating func take() -> CellString {
        defer { self = CellStringBuilder() }
        return CellString(runs: runs)
    }
}

/// Characters XML cannot hold, which Office writes as `_x000D_` (ECMA-376 part 1, 22.4.2.4).
enum OfficeEscapes {
    static func decoded(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            guard let value = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(value) else { return "" }
            return String(Character(scalar))
        }
    }
}

/// Reads `xl/sharedStrings.xml`.
final class SharedStringsVisitor: MarkupVisitor {
    private var strings: [CellString] = []
    private var builder = CellStringBuilder()

    static func strings(of part: String, in package: WorkbookPackage) throws(TableError) -> [CellString] {
        let visitor = SharedStringsVisitor()
        try package.read(part, visitor)
        return visitor.strings
    }

    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError) { builder.start(name, attributes) }

    func end(_ name: String) throws(MarkupError) {
        builder.end(name)
        if name == "si" { strings.append(builder.take()) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError) { builder.text(bytes) }
}
