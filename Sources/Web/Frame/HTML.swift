/// Markup in which the literal parts are trusted and everything interpolated is escaped.
///
/// Written as a string literal: `let cell: HTML = "<td>\(title)</td>"`. Only the compiler can make the trusted parts,
/// so no text from a person can become markup. Escaping works on Unicode scalars, not on characters: a quotation mark
/// followed by a combining mark is one character in Swift, but still ends an attribute in a browser.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    private(set) var markup: String

    init(stringLiteral literal: String) { markup = literal }

    init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

    /// Markup from a library that escapes by itself: Markdown in safe mode, charts, QR codes.
    init(trusting markup: String) { self.markup = markup }

    /// A text, escaped.
    init(text: String) {
        markup = ""
        HTML.escape(text, onto: &markup)
    }

    static let empty: HTML = ""

    var isEmpty: Bool { markup.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(trusting: left.markup + right.markup) }

    static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

    fileprivate static func escape(_ text: String, onto markup: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "&": markup += "&amp;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            // Not allowed in HTML in any spelling.
            case "\0": break
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }

        mutating func appendInterpolation(_ text: String) { HTML.escape(text, onto: &markup) }

        mutating func appendInterpolation(_ text: String?) {
            if let text { HTML.escape(text, onto: &markup) }
        }

        mutating func appendInterpolation(_ number: Int) { markup += String(number) }

        mutating func appendInterpolation(_ value: some LosslessStringConvertible) {
            HTML.escape(String(value), onto: &markup)
        }

        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        mutating func appendInterpolation(_ html: HTML?) {
            if let html { markup += html.markup }
        }

        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { markup += part.markup }
        }

        /// An attribute that is there or not: `<input \(flag: "checked", if: isChosen)>`.
        mutating func appendInterpolation(flag name: StaticString, if isSet: Bool) {
            if isSet { markup += "\(name)" }
        }

        /// An attribute that is there only with a value: `<input \(attribute: "min", first)>`.
        mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            markup += "\(name)=\""
            HTML.escape(value, onto: &markup)
            markup += "\""
        }
    }

    typealias StringInterpolation = Interpolation
}

extension Sequence {
    /// One piece of markup for each element, one after the other.
    func html(_ part: (Element) throws -> HTML) rethrows -> HTML {
        var whole = HTML.empty
        for element in self { whole += try part(element) }
        return whole
    }
}

extension Optional {
    /// Markup for what is there; nothing otherwise.
    func html(_ part: (Wrapped) throws -> HTML) rethrows -> HTML {
        guard let self else { return .empty }
        return try part(self)
    }
}
