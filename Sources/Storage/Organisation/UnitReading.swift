import Outreach

extension ReadTransaction {
    /// All units in the order of their file, as ``documents(_:)`` gives them.
    ///
    /// A country has thousands, and whatever a process is asked first waits for them: the general decoder, which looks
    /// at each value as if for the first time, is the fallback alone.
    func units() throws -> [Unit] {
        var units: [Unit] = []
        try forEachRow(
            "SELECT body FROM documents WHERE kind = ? ORDER BY position, slug", [Unit.documentKind]
        ) { row in
            let text = try row.text(0)
            units.append(try (try? Unit(stored: text)) ?? JSONText.decode(Unit.self, from: text))
        }
        return units
    }
}

extension Unit {
    /// Reads a unit as it is written now, and no other way: whatever is odd in it is left to the general decoder.
    init(stored text: String) throws {
        let object = try StoredObject(JSONValue(parsing: Array(text.utf8)))
        // A priority of always is written as a flag alone.
        let always: Validity? = try object.flag("isPriority") ? .always : nil
        self.init(
            id: try object.parsed("id"), name: try object.object("name").localizedText(),
            kind: try object.word("kind"), parent: try object.has("parent") ? object.parsed("parent") : nil,
            validity: try object.object("validity").validity(),
            priority: try object.has("priority") ? object.object("priority").validity() : always,
            level: try object.has("level") ? object.word("level") : nil,
            succeeds: try object.list("succeeds").map { try StoredObject.parsed($0) },
            former: try object.list("former").map { try StoredObject($0).formerStanding() })
    }
}

/// An object of stored JSON; every question throws where the answer is not there, or another.
private struct StoredObject {
    private let members: [JSONMember]

    init(_ value: JSONValue?) throws {
        guard case .object(let members)? = value else { throw SQLRowError(column: "body", found: "no object") }
        self.members = members
    }

    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    func object(_ name: String) throws -> StoredObject { try StoredObject(member(name)) }

    func parsed<Value: LosslessStringConvertible>(_ name: String, as _: Value.Type = Value.self) throws -> Value {
        try StoredObject.parsed(member(name))
    }

    func word<Word: RawRepresentable>(_ name: String, as _: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try parsed(name)) else { throw unexpected(name) }
        return word
    }

    func flag(_ name: String) throws -> Bool {
        guard case .bool(let flag) = try member(name) else { throw unexpected(name) }
        return flag
    }

    func list(_ name: String) throws -> [JSONValue] {
        guard case .array(let elements) = try member(name) else { throw unexpected(name) }
        return elements
    }

    static func parsed<Value: LosslessStringConvertible>(_ value: JSONValue) throws -> Value {
        guard case .string(let text) = value, let value = Value(text) else {
            throw SQLRowError(column: "body", found: value.description)
        }
        return value
    }

    func localizedText() throws -> LocalizedText { LocalizedText(vi: try parsed("vi"), en: try parsed("en")) }

    func validity() throws -> Validity {
        Validity(
            from: try has("from") ? parsed("from") : nil, until: try has("until") ? parsed("until") : nil)
    }

    func formerStanding() throws -> FormerStanding {
        FormerStanding(
            until: try parsed("until"), name: try has("name") ? object("name").localizedText() : nil,
            parent: try has("parent") ? parsed("parent") : nil)
    }

    private func member(_ name: String) throws -> JSONValue {
        guard let member = members.first(where: { $0.name == name }) else { throw unexpected(name) }
        return member.value
    }

    private func unexpected(_ name: String) -> SQLRowError {
        SQLRowError(column: "body", found: "no \(name)")
    }
}
