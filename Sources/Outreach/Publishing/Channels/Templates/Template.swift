/// A text with `{{…}}` references, read once and filled in for every post.
public struct Template: Sendable, Hashable {
    /// A stretch of literal text or one reference.
    public enum Part: Sendable, Hashable {
        case literal(String)
        case reference(TemplateReference)
    }

    public let parts: [Part]

    /// Reads `{{namespace.name}}` references out of a text. There is no way to write two literal opening braces.
    public init(_ text: String) throws(TemplateSyntaxError) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let opening = rest.firstRange(of: "{{") {
            if opening.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<opening.lowerBound]))) }
            let behind = rest[opening.upperBound...]
            guard let closing = behind.firstRange(of: "}}") else {
                throw .unclosed(String(rest[opening.lowerBound...]))
            }
            parts.append(.reference(try TemplateReference(inside: String(behind[..<closing.lowerBound]))))
            rest = behind[closing.upperBound...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    /// A text without references, taken as it stands.
    public init(literal text: String) {
        parts = text.isEmpty ? [] : [.literal(text)]
    }

    init(parts: [Part]) {
        self.parts = parts
    }

    public var references: [TemplateReference] {
        parts.compactMap { part in
            guard case .reference(let reference) = part else { return nil }
            return reference
        }
    }

    /// The literal text alone, for checks on what the preset's author wrote.
    public var literals: String {
        parts.map { part in
            guard case .literal(let text) = part else { return "" }
            return text
        }.joined()
    }

    /// The text with every reference filled in; `escaped` fits a value to the place it stands in.
    func filled(
        _ values: TemplateValues,
        escaped: (TemplateReference, String) throws(TemplateError) -> String = { _, value throws(TemplateError) in value
        }
    ) throws(TemplateError) -> String {
        // Most templates are one reference: its value as it is, not copied.
        if parts.count == 1, case .reference(let reference) = parts[0] {
            return try escaped(reference, try values.value(of: reference))
        }
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .reference(let reference): text += try escaped(reference, try values.value(of: reference))
            }
        }
        return text
    }
}

extension Template: CustomStringConvertible {
    /// The template as it is written.
    public var description: String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .reference(let reference): reference.description
            }
        }.joined()
    }
}

/// A header, query parameter or form field: a literal name and a template for its value.
public struct NamedTemplate: Sendable, Hashable {
    public let name: String
    public let value: Template

    public init(name: String, value: Template) {
        self.name = name
        self.value = value
    }
}
