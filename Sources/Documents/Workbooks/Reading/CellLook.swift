/// What the style of a cell says about its value.
struct CellLook: Hashable {
    enum Number: Hashable {
        case plain, percent, day, time, dayAndTime
    }

    var number = Number.plain
    var font: CellFont?
}

/// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormatCode {
    /// The formats every program knows by number.
    static func builtIn(_ id: Int) -> CellLook.Number {
        switch id {
        case 9, 10: .percent
        case 14...17, 27...31, 34...36, 50...58: .day
        case 18...21, 32, 33, 45...47: .time
        case 22: .dayAndTime
        default: .plain
        }
    }

    /// Reads a format code; text in quotes, brackets and behind backslashes stands for itself.
    static func kind(of code: String) -> CellLook.Number {
        var (hasDay, hasTime, hasPercent) = (false, false, false)
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        // Only the first section counts; the others are for negative numbers, zero and text.
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
            } else if character == ";" {
                break
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "\\", "_", "*": isEscaped = true
                case "d", "y": hasDay = true
                case "h", "s": hasTime = true
                case "%": hasPercent = true
                default: continue
                }
            }
        }
        if hasDay { return hasTime ? .dayAndTime : .day }
        // Without hours or seconds, "m" is a month: "mm/yyyy" has the year, a lone "mmm" is no date anybody needs.
        return hasTime ? .time : hasPercent ? .percent : .plain
    }
}

/// Reads `xl/styles.xml`: for each cell style, what it makes of numbers and its font.
final class StylesVisitor: MarkupVisitor {
    private var codes: [Int: String] = [:]
    private var fonts: [CellFont?] = []
    private var looks: [CellLook] = []
    private var path: [String] = []

    static func looks(of part: String, in package: WorkbookPackage) throws(TableError) -> [CellLook] {
        let visitor = StylesVisitor()
        try package.read(part, visitor)
        return visitor.looks
    }

    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError) {
        let parent = path.last
        path.append(name)
        switch (parent, name) {
        case ("numFmts", "numFmt"):
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case ("fonts", "font"): fonts.append(nil)
        case ("font", "name") where path.dropLast(2).last == "fonts":
            if let name = attributes["val"] { fonts[fonts.count - 1] = CellFont(named: name) }
        case ("cellXfs", "xf"): looks.append(look(attributes))
        default: return
        }
    }

    func end(_ name: String) throws(MarkupError) { path.removeLast() }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError) {}

    private func look(_ attributes: MarkupAttributes) -> CellLook {
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        let font = attributes["fontId"].flatMap { Int($0) } ?? -1
        return CellLook(
            number: codes[id].map(NumberFormatCode.kind(of:)) ?? NumberFormatCode.builtIn(id),
            font: fonts.indices.contains(font) ? fonts[font] : nil)
    }
}
