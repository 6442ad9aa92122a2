import Outreach

/// The words a material is found by, each marked with the part it stands in: `1trẻ` is an exact word of the title,
/// `4tre` a folded word of the text, `5kind…poster` a label.
///
/// Columns of one full-text table share one list for each word, so that looking for a word in titles would walk through
/// every text that has it. With marks each part has lists of its own, and words and filters are intersected in one index.
enum LibraryTerms {
    enum Part: Int {
        case exactTitle = 1
        case exactText, title, text, label

        func marked(_ word: some StringProtocol) -> String { "\(rawValue)\(word)" }
    }

    /// Everything of a material, as one text for the index.
    static func all(of content: MaterialContent, _ state: RevisionState) -> String {
        let title = [content.title.vi, content.title.en].joined(separator: " ")
        let text = ([title, content.summary, content.body] + content.variants.map(\.text)).joined(separator: "\n")
        let labels = LibraryLabel.all(of: content) + LibraryLabel.searched(of: content, state)
        return [
            marked(exactWords(title), .exactTitle), marked(exactWords(text), .exactText),
            marked(foldedWords(title), .title), marked(foldedWords(text), .text),
            labels.map(\.term).joined(separator: " "),
        ].joined(separator: "\n")
    }

    private static func marked(_ words: [String], _ part: Part) -> String {
        words.map(part.marked).joined(separator: " ")
    }

    /// Lower-case words with their diacritics.
    static func exactWords(_ text: String) -> [String] {
        SearchText.exact(text).split { !$0.isLetter && !$0.isNumber && !$0.isMark }.map(String.init)
    }

    static func foldedWords(_ text: String) -> [String] {
        SearchText.folded(text).split(separator: " ").map(String.init)
    }
}

/// One thing a listing can be narrowed by. Those of the content are kept as rows too, for counting.
struct LibraryLabel: Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// One word for the index. A private-use character joins what a hyphen would part: the index takes it for a letter,
    /// and no word of a text has one, so that no text can pass for a label.
    var term: String {
        LibraryTerms.Part.label.marked("\(name)\u{E000}\(value.replacing("-", with: "\u{E000}"))")
    }

    static func all(of content: MaterialContent) -> [LibraryLabel] {
        content.audiences.map { LibraryLabel("audience", $0.description) }
            + content.topics.map { LibraryLabel("topic", $0.description) }
            + content.variants.map { LibraryLabel("channel", $0.channelKind.rawValue) }
            + [content.language].compactMap(\.self).map { LibraryLabel("language", $0.rawValue) }
    }

    /// What only the search asks for: the entry's own columns, and the years in which it begins and ends to be valid.
    static func searched(of content: MaterialContent, _ state: RevisionState) -> [LibraryLabel] {
        let years = [("begins", content.validity.from), ("ends", content.validity.until)]
        return [LibraryLabel("kind", content.kind.rawValue), .state(state)]
            + years.compactMap { name, day in day.map { LibraryLabel(name, String($0.year)) } }
    }

    static func state(_ state: RevisionState) -> LibraryLabel { LibraryLabel("state", state.rawValue) }
}

extension Character {
    fileprivate var isMark: Bool {
        unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
    }
}
