/// Reads the members of a JSON object one by one; every mistake is gathered.
///
/// A member nobody asked for is a mistake too: what is left out in silence is lost.
public struct JSONReader: Sendable {
    private let members: [String: JSONValue]
    /// What stands before a member's name where mistakes are told: `attendance.pupils.`
    private let path: String
    private var read: Set<String> = []
    public private(set) var mistakes: [String: Message] = [:]

    /// Nil for anything but an object.
    public init?(_ value: JSONValue, path: String = "") {
        guard case .object(let members) = value else { return nil }
        self.members = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        self.path = path
    }

    public mutating func refuse(_ name: String, _ message: Message) {
        if mistakes[path + name] == nil { mistakes[path + name] = message }
    }

    /// Takes over what an inner reader found wrong.
    public mutating func add(_ inner: JSONReader) {
        mistakes.merge(inner.mistakes) { first, _ in first }
    }

    /// A member that is there and is not null.
    public mutating func value(_ name: String) -> JSONValue? {
        read.insert(name)
        guard let value = members[name], value != .null else { return nil }
        return value
    }

    /// A text, normalised and trimmed; nil for an empty one.
    public mutating func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value, !text.unicodeScalars.contains("\0") else {
            refuse(name, Message(vi: "Cần một chuỗi ký tự.", en: "A text is needed."))
            return nil
        }
        let trimmed = text.normalized.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    public mutating func integer(_ name: String) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .number(let digits) = value, let number = Int(digits), number.magnitude < 1 << 53 else {
            refuse(name, Message(vi: "Cần một số nguyên.", en: "A whole number is needed."))
            return nil
        }
        return number
    }

    public mutating func boolean(_ name: String) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .bool(let isTrue) = value else {
            refuse(name, Message(vi: "Cần true hoặc false.", en: "True or false is needed."))
            return nil
        }
        return isTrue
    }

    /// A text that a type reads: a slug, a day, a word of a closed set.
    public mutating func parsed<Value>(_ name: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = parse(text) else {
            refuse(name, JSONReader.notUnderstood(text))
            return nil
        }
        return value
    }

    /// The elements of a list; an absent list is an empty one.
    public mutating func list(_ name: String) -> [JSONValue] {
        guard let value = value(name) else { return [] }
        guard case .array(let elements) = value else {
            refuse(name, Message(vi: "Cần một danh sách.", en: "A list is needed."))
            return []
        }
        return elements
    }

    public mutating func parsedList<Value>(_ name: String, _ parse: (String) -> Value?) -> [Value] {
        list(name).compactMap { element in
            guard case .string(let text) = element, let value = parse(text.normalized.trimmed) else {
                refuse(name, JSONReader.notUnderstood(element.description))
                return nil
            }
            return value
        }
    }

    /// What may be the name of a person is not said back.
    private static func notUnderstood(_ text: String) -> Message {
        guard !PersonName.mayBeGiven(in: text) else {
            return Message(
                vi: "Không hiểu giá trị này (không nhắc lại vì có thể là tên hoặc số của một người).",
                en: "This is not understood (and not repeated, for it may be a person’s name or number).")
        }
        return Message(vi: "Không hiểu “\(text.prefix(60))”.", en: "“\(text.prefix(60))” is not understood.")
    }

    /// A mistake where it is absent.
    public mutating func required<Value>(_ name: String, _ value: Value?) -> Value? {
        if value == nil { refuse(name, Message(vi: "Thiếu mục này.", en: "This is missing.")) }
        return value
    }

    /// Refuses what nobody asked for.
    public mutating func close() {
        for name in members.keys where !read.contains(name) {
            refuse(name, Message(vi: "Không có mục nào tên như vậy.", en: "There is no member of this name."))
        }
    }
}
