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
