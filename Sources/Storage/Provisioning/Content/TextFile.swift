public import Foundation
public import Outreach

/// A file somebody wants checked before it is in the library: a material, YAML, or plain text.
public struct TextFile: Sendable {
    /// The file as the person named it.
    public let file: String
    public let texts: [CheckedText]
    /// Why it could not be read, if so.
    public let problems: [DataProblem]

    /// - Parameter kind: what it is checked as; nil takes an article, and notes for YAML.
    public static func read(_ url: URL, named name: String, kind: TextKind?) -> TextFile {
        let file = ContentFile(url: url, path: name)
        guard let text = file.text() else { return TextFile(file: name, texts: [], problems: file.problems) }
        switch url.pathExtension.lowercased() {
        case "yaml", "yml":
            let texts = FileText.texts(of: file).map { CheckedText($0.text, kind: kind ?? .note) }
            return TextFile(file: name, texts: texts, problems: [])
        case "md":
            return TextFile(file: name, texts: material(text, kind: kind ?? .article), problems: [])
        default: return TextFile(file: name, texts: [CheckedText(text, kind: kind ?? .article)], problems: [])
        }
    }

    /// Body and variants of a material, each on its own; Markdown without a header is one text.
    private static func material(_ text: String, kind: TextKind) -> [CheckedText] {
        guard let parts = MaterialParts(text, log: ProblemLog(file: "")) else { return [CheckedText(text, kind: kind)] }
        let header = CheckedText.Part(.summary, parts.header)
        let texts =
            [[header, CheckedText.Part(.body, parts.body)]]
            + parts.variants.map { [CheckedText.Part(.variant($0.channelKind), $0.text)] }
        return texts.map { CheckedText(parts: $0, kind: kind) }
    }
}
