/// One line of an iCalendar file: a property with its parameters, and a value already in the form of its type.
struct ContentLine: Sendable, Hashable {
    let property: String
    let value: String

    /// - Parameter value: taken as it is.
    init(_ property: String, _ value: String) {
        self.property = property
        self.value = value
    }

    init(_ property: String, text: String) {
        self.init(property, ContentLine.escaped(text))
    }

    init(_ property: String, texts: [String]) {
        self.init(property, texts.map(ContentLine.escaped).joined(separator: ","))
    }

    /// An address has no escapes, so what could begin another line is taken out of it.
    init(_ property: String, uri: String) {
        self.init(property, String(String.UnicodeScalarView(uri.unicodeScalars.filter { $0 > " " && $0 != "\u{7F}" })))
    }

    /// The line folded at 75 octets, between characters, and ended by CR LF (RFC 5545 §3.1).
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var used = 0
        for piece in ContentLine.unbreakable(in: "\(property):\(value)") {
            if used + piece.utf8.count > 75 {
                bytes += "\r\n ".utf8
                used = 1
            }
            bytes += piece.utf8
            used += piece.utf8.count
        }
        return bytes + "\r\n".utf8
    }

    /// Characters with their combining marks; one too long for any line falls into its scalars.
    private static func unbreakable(in line: String) -> [String] {
        line.flatMap { character in
            let whole = String(character)
            return whole.utf8.count <= 74 ? [whole] : whole.unicodeScalars.map { String($0) }
        }
    }

    /// TEXT (RFC 5545 §3.3.11): line ends of any kind become `\n`; other control characters, which it forbids, go.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n" where previous == "\r": break
            case "\n", "\r": result.append(contentsOf: ["\\", "n"])
            case "\t": result.append(scalar)
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            previous = scalar
        }
        return String(result)
    }
}
