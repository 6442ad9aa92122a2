/// A part of a material that something can be said about.
public enum MaterialField: Sendable, Hashable {
    case slug, kind, title, summary, audiences, topics, source, duration, level, validity, body
    case variant(ChannelKind)
    /// A media file by its name.
    case media(String)

    public var words: Message {
        switch self {
        case .slug: Message(vi: "mã tài liệu", en: "identifier")
        case .kind: Message(vi: "loại", en: "kind")
        case .title: Message(vi: "tên", en: "title")
        case .summary: Message(vi: "tóm tắt", en: "summary")
        case .audiences: Message(vi: "đối tượng", en: "audiences")
        case .topics: Message(vi: "chủ đề", en: "topics")
        case .source: Message(vi: "căn cứ", en: "source")
        case .duration: Message(vi: "thời lượng", en: "length")
        case .level: Message(vi: "cấp học", en: "level of school")
        case .validity: Message(vi: "hiệu lực", en: "validity")
        case .body: Message(vi: "toàn văn", en: "full text")
        case .variant(let kind):
            Message(vi: "bản \(kind.words.vietnamese)", en: "variant: \(kind.words.english)")
        case .media(let name): Message(vi: "tệp \(name)", en: "file \(name)")
        }
    }
}

/// Something about one part of a material, and how to mend it.
public struct MaterialMistake: Sendable, Hashable {
    public let field: MaterialField
    public let message: Message

    public init(_ field: MaterialField, _ message: Message) {
        self.field = field
        self.message = message
    }
}
