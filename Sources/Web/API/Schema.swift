import Outreach

/// What a value of the API looks like, in the words of JSON Schema 2020-12, which OpenAPI 3.1 uses.
indirect enum Schema: Sendable {
    case string
    /// A text of a known form: `date`, `date-time`, `uuid`.
    case formatted(String)
    /// A text that matches a regular expression (ECMA-262), at most so long.
    case pattern(String, longest: Int)
    case oneOf([String])
    case integer(ClosedRange<Int>)
    case boolean
    case array(Schema)
    case object([Property])
    /// An object in which a member that is not listed is a mistake.
    case closed([Property])
    case anyOf([Schema])
    /// Either the schema or null.
    case optional(Schema)
    /// A schema with a name, described once.
    case named(String)
    /// Anything: the members are those of the domain and may grow.
    case anything

    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        static func required(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }

        static func optional(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }

        /// What may be left out may be null as well.
        fileprivate var json: JSONValue {
            if isRequired { return schema.json }
            switch schema {
            case .optional, .anything: return schema.json
            default: return Schema.optional(schema).json
            }
        }
    }

    static let slug = Schema.pattern("^[a-z0-9]+(-[a-z0-9]+)*$", longest: 80)
    static let day = Schema.formatted("date")
    static let instant = Schema.formatted("date-time")
    static let identifier = Schema.formatted("uuid")
    static let count = Schema.integer(0...1_000_000_000_000)

    static func choice<Value: CaseIterable & RawRepresentable>(_: Value.Type) -> Schema
    where Value.RawValue == String {
        .oneOf(Value.allCases.map(\.rawValue))
    }

    var json: JSONValue {
        switch self {
        case .string: .object([.init("type", .string("string"))])
        case .formatted(let format):
            .object([.init("type", .string("string")), .init("format", .string(format))])
        case .pattern(let pattern, let longest):
            .object([
                .init("type", .string("string")), .init("pattern", .string(pattern)), .init("minLength", .number("1")),
                .init("maxLength", .number(String(longest))),
            ])
        case .oneOf(let values):
            .object([.init("type", .string("string")), .init("enum", .array(values.map(JSONValue.string)))])
        case .integer(let range):
            .object([
                .init("type", .string("integer")), .init("minimum", .number(String(range.lowerBound))),
                .init("maximum", .number(String(range.upperBound))),
            ])
        case .boolean: .object([.init("type", .string("boolean"))])
        case .array(let element): .object([.init("type", .string("array")), .init("items", element.json)])
        case .object(let properties): Schema.object(properties)
        case .closed(let properties): Schema.object(properties, isClosed: true)
        case .anyOf(let schemas): .object([.init("anyOf", .array(schemas.map(\.json)))])
        case .optional(let schema):
            .object([.init("anyOf", .array([schema.json, .object([.init("type", .string("null"))])]))])
        case .named(let name): .object([.init("$ref", .string("#/components/schemas/\(name)"))])
        case .anything: .object([])
        }
    }

    private static func object(_ properties: [Property], isClosed: Bool = false) -> JSONValue {
        .object(
            [
                .init("type", .string("object")),
                .init("properties", .object(properties.map { .init($0.name, $0.json) })),
                .init("required", .array(properties.filter(\.isRequired).map { .string($0.name) })),
            ] + (isClosed ? [.init("additionalProperties", .bool(false))] : []))
    }
}
