/// What to look for, as it stands in the rules: words in a row, alternatives, gaps and references to word lists.
///
/// `bị … <abuse>` is the word bị, at most five words, and anything the list `abuse` names. See `Content/README.md` for
/// the whole notation.
public struct Pattern: Hashable, Sendable {
    indirect enum Item: Hashable, Sendable {
        case word(WordKey)
        /// A list of words, or a form such as `NAME` that the program knows.
        case reference(String)
        /// At most so many words of the same sentence.
        case gap(Int)
        /// A comma, colon or the like may stand here.
        case separators
        case alternatives([[Item]])
        case optional([Item])
    }

    let items: [Item]

    /// The names of the lists and forms it refers to.
    public var references: Set<String> { Pattern.references(in: items) }

    private static func references(in items: [Item]) -> Set<String> {
        items.reduce(into: []) { names, item in
            switch item {
            case .reference(let name): names.insert(name)
            case .alternatives(let choices): for choice in choices { names.formUnion(references(in: choice)) }
            case .optional(let items): names.formUnion(references(in: items))
            case .word, .gap, .separators: break
            }
        }
    }

    /// The forms of words the program knows by itself: `NAME`, `INITIALS` …
    public static let forms = Set(WordForm.allCases.map(\.rawValue))

    /// - Throws: ``PatternError`` with what is wrong and how to write it.
    public init(_ text: String) throws(PatternError) {
        var parser = PatternParser(text)
        items = try parser.parse()
    }
}

/// What is wrong with a pattern of the rules.
public enum PatternError: ReadableError, Hashable {
    case empty
    case unclosed(Character)
    case unexpected(Character)
    case badGap(String)
    /// It begins with a gap or could match nothing: it would be found everywhere.
    case beginsWithNothing

    public var message: Message {
        switch self {
        case .empty:
            Message(vi: "mẫu trống; viết ít nhất một từ.", en: "the pattern is empty; write at least one word.")
        case .unclosed(let mark):
            Message(vi: "thiếu dấu đóng cho “\(mark)”.", en: "“\(mark)” is not closed.")
        case .unexpected(let mark):
            Message(
                vi: "dấu “\(mark)” đứng sai chỗ; chỉ dùng chữ, số, (… | …), <tên>, …3, dấu phẩy và dấu ? ở cuối.",
                en: "“\(mark)” does not belong here; use words, numbers, (… | …), <name>, …3, a comma and a final ?.")
        case .badGap(let text):
            Message(
                vi: "khoảng cách “\(text)” phải là … hoặc …1 đến …30.", en: "the gap “\(text)” must be … or …1 to …30.")
        case .beginsWithNothing:
            Message(
                vi: "mẫu phải bắt đầu bằng một từ hay một danh sách bắt buộc.",
                en: "a pattern must begin with a word or list that has to be there.")
        }
    }
}
