import Foundation
public import Outreach

/// What somebody said the columns of a unit's lists are: kept for the unit, so that the next list needs no word.
public struct SessionMapping: Sendable, Hashable {
    /// Fields by their headings, folded.
    public private(set) var fields: [String: SessionField] = [:]

    public init() {}

    public init(_ fields: [(heading: String, field: SessionField)]) {
        for (heading, field) in fields { set(field, for: heading) }
    }

    public var isEmpty: Bool { fields.isEmpty }

    public mutating func set(_ field: SessionField, for heading: String) {
        let folded = SearchText.folded(heading)
        if !folded.isEmpty { fields[folded] = field }
    }

    /// The same with what another says in its place where both speak of a heading.
    func overlaid(with other: SessionMapping) -> SessionMapping {
        var mapping = self
        mapping.fields.merge(other.fields) { $1 }
        return mapping
    }

    /// By all headings above a column, else by its own.
    func field(of path: [String]) -> SessionField? {
        guard !fields.isEmpty, let own = path.last else { return nil }
        return fields[SearchText.folded(path.joined(separator: " "))] ?? fields[SearchText.folded(own)]
    }
}

extension SessionMapping {
    /// Reads a mapping as a person writes it: a line `Heading: field` for each column, or a JSON object of the same.
    ///
    /// - Throws: ``SessionMappingError`` naming the line that says nothing.
    public init(file text: String) throws(SessionMappingError) {
        let pairs: [(Int, String, String)]
        if text.trimmed.hasPrefix("{") {
            let (decoder, data) = (JSONDecoder(), Data(text.utf8))
            let nested = try? decoder.decode([String: [String: String]].self, from: data)["columns"]
            guard let object = nested ?? (try? decoder.decode([String: String].self, from: data)) else {
                throw .notAnObject
            }
            pairs = object.sorted { $0.key < $1.key }.map { (1, $0.key, $0.value) }
        } else {
            pairs = text.lines.enumerated().compactMap { index, line in
                let line = String(line).trimmed
                guard !line.isEmpty, !line.hasPrefix("#"), line != "---", line != "columns:" else { return nil }
                let parts = SessionMapping.parts(of: line)
                return (index + 1, parts.heading, parts.field)
            }
        }
        for (line, heading, name) in pairs {
            // Either way round, for both are natural to write.
            if let field = SessionField(name) {
                set(field, for: heading)
            } else if let field = SessionField(heading) {
                set(field, for: name)
            } else {
                throw .unknownField(line: line, "\(heading): \(name)")
            }
        }
    }

    /// The heading may hold colons, and the field, `turns:pupils`, too: the field is the longest end that is one.
    private static func parts(of line: String) -> (heading: String, field: String) {
        for colon in line.indices where line[colon] == ":" {
            let heading = unquoted(line[..<colon])
            let field = unquoted(line[line.index(after: colon)...])
            if SessionField(field) != nil || SessionField(heading) != nil, !field.isEmpty { return (heading, field) }
        }
        return (unquoted(line[...]), "")
    }

    private static func unquoted(_ text: Substring) -> String {
        String(text).trimmed.trimmingCharacters(in: CharacterSet(charactersIn: "\"'")).normalized.trimmed
    }
}

/// What is wrong with a file that says what columns are.
public enum SessionMappingError: ReadableError, Hashable {
    case notAnObject
    case unknownField(line: Int, String)

    public var message: Message {
        let names = SessionField.names.joined(separator: ", ")
        return switch self {
        case .notAnObject:
            Message(
                vi: "Tệp ghép cột không phải một đối tượng JSON gồm “tiêu đề”: “trường”. Chưa nhập gì.",
                en: "The mapping is no JSON object of “heading”: “field”. Nothing was imported.")
        case .unknownField(let line, let text):
            Message(
                vi: "Dòng \(line) của tệp ghép cột, “\(text)”: không có trường này. Chưa nhập gì. Dùng: \(names), "
                    + "turns:ĐỐI-TƯỢNG, female:…, male:…, handout:TÀI-LIỆU, cost:1000.",
                en: "Line \(line) of the mapping, “\(text)”: no such field. Nothing was imported. Known: \(names), "
                    + "turns:AUDIENCE, female:…, male:…, handout:MATERIAL, cost:1000.")
        }
    }
}
