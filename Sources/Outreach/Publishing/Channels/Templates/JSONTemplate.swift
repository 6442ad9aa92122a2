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

    /// The tree filled in, as compact JSON in UTF-8.
    func filled(_ values: TemplateValues) throws(TemplateError) -> [UInt8] {
        var output: [UInt8] = []
        // Most of it is the post's text; the rest are names and short values.
        output.reserveCapacity(512 + (values.post?.text.utf8.count ?? 0))
        try write(values, to: &output)
        return output
    }

    /// Written as it is filled in: a tree of values in between would cost more than all of the rest.
    private func write(_ values: TemplateValues, to output: inout [UInt8]) throws(TemplateError) {
        switch self {
        case .null: JSONValue.null.write(to: &output)
        case .bool(let flag): JSONValue.bool(flag).write(to: &output)
        case .number(let digits): JSONValue.number(digits).write(to: &output)
        case .text(let template): JSONValue.write(try template.filled(values), to: &output)
        case .array(let elements):
            try JSONValue.write(elements, in: JSONValue.brackets, to: &output) {
                (element, output) throws(TemplateError) in
                try element.write(values, to: &output)
            }
        case .object(let members):
            try JSONValue.write(members, in: JSONValue.braces, to: &output) {
                (member, output) throws(TemplateError) in
                JSONValue.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                try member.value.write(values, to: &output)
            }
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
