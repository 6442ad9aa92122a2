import Foundation
import Outreach

/// One text of a JSON Lines file: `{"id": …, "text": …, "kind": …, "audience": …, "lang": …}`.
struct TextLine {
    let id: String
    let text: CheckedText
    let language: Language?
    /// A kind nobody knows; its text was checked as a post, which every rule looks at.
    let unknownKind: String?

    /// Other names of kinds.
    private static let otherNames: [String: TextKind] = [
        "radio": .radioScript, "hotline": .hotlineNotice, "session-note": .sessionNotes, "session": .sessionNotes,
    ]

    init(_ bytes: [UInt8]) throws(TextLineError) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) else { throw .notJSON }
        guard let fields = object as? [String: Any] else { throw .notAnObject }
        guard let id = fields["id"] else { throw .missing("id") }
        guard id is String || id is NSNumber else { throw .notText("id") }
        self.id = "\(id)"
        guard let text = try TextLine.string("text", of: fields) else { throw .missing("text") }
        let kind = try TextLine.string("kind", of: fields)
        let known = kind.flatMap { TextKind(rawValue: $0) ?? TextLine.otherNames[$0] }
        unknownKind = known == nil ? kind : nil
        let audience = try TextLine.string("audience", of: fields)
        language = try TextLine.string("lang", of: fields).flatMap(Language.init(rawValue:))
        self.text = CheckedText(text, kind: known ?? .post, audiences: audience.map { [$0] } ?? [])
    }

    private static func string(_ key: String, of fields: [String: Any]) throws(TextLineError) -> String? {
        guard let value = fields[key], !(value is NSNull) else { return nil }
        guard let text = value as? String else { throw .notText(key) }
        return text
    }

    static func note(_ kind: String) -> Message {
        Message(
            vi: "Không có loại “\(kind)”; đã kiểm tra như một bài đăng (post).",
            en: "There is no kind “\(kind)”; checked as a post.")
    }
}

/// Why a line cannot be checked.
enum TextLineError: Error {
    case notJSON, notAnObject, tooLong
    case missing(String)
    case notText(String)

    var message: Message {
        switch self {
        case .notJSON:
            Message(
                vi: "Dòng này không phải JSON hợp lệ (UTF-8); chưa kiểm tra. Các dòng khác vẫn được kiểm tra.",
                en: "This line is not valid JSON in UTF-8 and was not checked. The other lines were.")
        case .notAnObject:
            Message(
                vi: "Dòng này phải là một đối tượng {\"id\": …, \"text\": …}; chưa kiểm tra.",
                en: "This line must be an object {\"id\": …, \"text\": …}; it was not checked.")
        case .tooLong:
            Message(
                vi: "Dòng dài hơn 4 MiB; chưa kiểm tra. Chia nhỏ văn bản.",
                en: "The line is longer than 4 MiB and was not checked. Split the text.")
        case .missing(let key):
            Message(
                vi: "Thiếu “\(key)”; chưa kiểm tra dòng này.", en: "“\(key)” is missing; this line was not checked.")
        case .notText(let key):
            Message(
                vi: "“\(key)” phải là chữ; chưa kiểm tra dòng này.",
                en: "“\(key)” must be text; this line was not checked.")
        }
    }
}
