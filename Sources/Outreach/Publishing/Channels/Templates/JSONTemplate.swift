/// A JSON body as a tree whose texts are templates; values are put into the tree and never pasted into JSON text, so no
/// quotation mark in a post can change the shape of the request.
public enum JSONTemplate: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The number as it was written.
    case number(String)
    case text(Template)
    case array([JSONTemplate])
    case object([Member])

    /// One literal name and its value.
    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: JSONTemplate

        public init(_ name: String, _ value: JSONTemplate) {
            self.name = name
            self.value = value
        }
    }

    public var references: [TemplateReference] {
        switch self {
        case .null, .bool, .number: []
        case .text(let template): template.references
        case .array(let elements): elements.flatMap(\.references)
        case .object(let members): members.flatMap(\.value.references)
        }
    }

    func filled(_ values: TemplateValues) throws(TemplateError) -> JSONValue {
        switch self {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .number(let digits): return .number(digits)
        case .text(let template): return .string(try template.filled(values))
        case .array(let elements):
            var filled: [JSONValue] = []
            for element in elements { filled.append(try element.filled(values)) }
            return .array(filled)
        case .object(let members):
            var filled: [JSONMember] = []
            for member in members { filled.append(JSONMember(member.name, try member.value.filled(values))) }
            return .object(filled)
        }
    }

    /// The tree as JSON with its references as written, for fingerprints.
    var asWritten: JSONValue {
        switch self {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let digits): .number(digits)
        case .text(let template): .string(template.description)
        case .array(let elements): .array(elements.map(\.asWritten))
        case .object(let members): .object(members.map { JSONMember($0.name, $0.value.asWritten) })
        }
    }
}
