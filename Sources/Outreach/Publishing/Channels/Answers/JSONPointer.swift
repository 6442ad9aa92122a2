/// The address of one value inside a JSON document (RFC 6901), such as `/data/0/id`; empty for the whole document.
public struct JSONPointer: Sendable, Hashable, LosslessStringConvertible {
    public let description: String
    private let tokens: [String]

    /// Reads the form with slashes; nil where it does not start with one or a `~` stands alone.
    public init?(_ text: String) {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let token = JSONPointer.unescaped(part) else { return nil }
            tokens.append(token)
        }
        description = text
        self.tokens = tokens
    }

    /// The value it points to, or nil where the document has none there.
    public func value(in document: JSONValue) -> JSONValue? {
        tokens.reduce(document) { place, token in
            switch place {
            case .object: place?.member(token)
            case .array(let elements):
                JSONPointer.index(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    /// `~1` is a slash and `~0` a tilde, in this order, so that `~01` stays `~1` (§4).
    private static func unescaped(_ part: Substring) -> String? {
        guard part.wholeMatch(of: /([^~]|~[01])*/) != nil else { return nil }
        return String(part).replacing("~1", with: "/").replacing("~0", with: "~")
    }

    /// An index without leading zeros (§4); `-`, the place behind the last element, never holds a value.
    private static func index(_ token: String) -> Int? {
        token.wholeMatch(of: /0|[1-9][0-9]{0,8}/) == nil ? nil : Int(token)
    }
}

/// What must stand at one or more places of a JSON answer, all at once.
public struct JSONConditions: Sendable, Hashable {
    /// One place and the text, number, truth value or null that must stand there.
    public struct Requirement: Sendable, Hashable {
        public let pointer: JSONPointer
        public let value: JSONValue

        public init(_ pointer: JSONPointer, _ value: JSONValue) {
            self.pointer = pointer
            self.value = value
        }
    }

    /// How an answer compares with what was required.
    public enum Result: Sendable, Hashable {
        case met
        /// Something else stands at this place.
        case different(JSONPointer, found: JSONValue)
        /// Nothing stands at this place.
        case absent(JSONPointer)
    }

    public let requirements: [Requirement]

    public init(_ requirements: [Requirement]) {
        self.requirements = requirements
    }

    public static let none = JSONConditions([])

    public var isEmpty: Bool { requirements.isEmpty }

    /// A place that says something else outweighs one that says nothing: it is the clearer answer.
    public func judge(_ document: JSONValue) -> Result {
        var absent: JSONPointer?
        for requirement in requirements {
            guard let found = requirement.pointer.value(in: document) else {
                absent = absent ?? requirement.pointer
                continue
            }
            if !found.isSame(as: requirement.value) { return .different(requirement.pointer, found: found) }
        }
        return absent.map(Result.absent) ?? .met
    }

    /// Whether everything required stands there; never true for an empty list, which says nothing.
    public func hold(in document: JSONValue) -> Bool {
        !isEmpty && judge(document) == .met
    }
}
