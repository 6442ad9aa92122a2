import Outreach

extension ReadTransaction {
    /// All units in the order of their file, as ``documents(_:)`` gives them.
    ///
    /// A country has thousands, and whatever a process is asked first waits for them: the general decoder, which looks
    /// at each value as if for the first time, is left those that are not plain.
    func units() throws -> [Unit] {
        var units: [Unit] = []
        try forEachRow(
            "SELECT body FROM documents WHERE kind = ? ORDER BY position, slug", [Unit.documentKind]
        ) { row in
            let plain = row.withBytes(0) { bytes in bytes.flatMap(Unit.init(plain:)) }
            units.append(try plain ?? JSONText.decode(Unit.self, from: row.text(0)))
        }
        return units
    }
}

extension Unit {
    /// Reads a unit as ``JSONText`` writes it where it never stood otherwise, has no dated priority, and no text of its
    /// has a sign that is written in another way; nil for any other.
    init?(plain bytes: UnsafeBufferPointer<UInt8>) {
        var text = PlainText(bytes: bytes)
        guard text.takes(#"{"former":[],"id":"#), let id = text.value(Slug.init), text.takes(#","isPriority":"#),
            let isPriority = text.takes("true") ? true : text.takes("false") ? false : nil, text.takes(#","kind":"#),
            let kind = text.value(UnitKind.init(rawValue:)),
            let level = text.member(#","level":"#, read: SchoolLevel.init),
            text.takes(#","name":{"en":"#), let english = text.value({ $0 }), text.takes(#","vi":"#),
            let vietnamese = text.value({ $0 }), text.takes("}"),
            let parent = text.member(#","parent":"#, read: Slug.init),
            text.takes(#","succeeds":["#), let succeeds = text.list(Slug.init), text.takes(#","validity":{"#),
            let from = text.member(#""from":"#, read: { Day($0) })
        else { return nil }
        let until = text.member(from.value == nil ? #""until":"# : #","until":"#, read: { Day($0) })
        guard let until, text.takes("}}"), text.isAtEnd else { return nil }
        self.init(
            id: id, name: LocalizedText(vi: vietnamese, en: english), kind: kind, parent: parent.value,
            validity: Validity(from: from.value, until: until.value), priority: isPriority ? .always : nil,
            level: level.value, succeeds: succeeds)
    }
}

/// JSON as it is always written, taken piece by piece.
private struct PlainText {
    /// A member that may be missing.
    struct Member<Value> {
        let value: Value?
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Whether these bytes come next; they are passed then.
    mutating func takes(_ piece: StaticString) -> Bool {
        let end = position + piece.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for index in 0..<piece.utf8CodeUnitCount where bytes[position + index] != piece.utf8Start[index] {
            return false
        }
        position = end
        return true
    }

    /// A text in quotation marks that stands there as it is.
    mutating func value<Value>(_ read: (String) -> Value?) -> Value? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") { return nil }
            end += 1
        }
        guard end < bytes.count else { return nil }
        position = end + 1
        return read(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
    }

    /// A member where its name comes next; nil where it has no such value.
    mutating func member<Value>(_ name: StaticString, read: (String) -> Value?) -> Member<Value>? {
        guard takes(name) else { return Member(value: nil) }
        return value(read).map(Member.init)
    }

    /// The rest of a list after its opening bracket.
    mutating func list<Value>(_ read: (String) -> Value?) -> [Value]? {
        var values: [Value] = []
        if takes("]") { return values }
        repeat {
            guard let value = value(read) else { return nil }
            values.append(value)
        } while takes(",")
        return takes("]") ? values : nil
    }
}
