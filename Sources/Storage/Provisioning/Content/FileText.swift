import Outreach
import Yams

/// A text somewhere in a file, for people to read.
public struct FileText: Sendable, Hashable {
    /// The file as people know it: `Content/playbooks/june.yaml`.
    public let file: String
    /// The line on which it begins, counted from 1.
    public let line: Int
    public let text: String

    public init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }

    /// Every value of a YAML file that is more than a word; nothing where the file is no YAML, which is said elsewhere.
    static func texts(of file: ContentFile) -> [FileText] {
        guard let text = file.text(), let root = try? compose(yaml: text) else { return [] }
        var found: [FileText] = []
        collect(root, in: file.path, into: &found)
        return found
    }

    private static func collect(_ node: Node, in file: String, into found: inout [FileText]) {
        switch node {
        case .scalar(let scalar):
            guard scalar.string.contains(" ") else { return }
            found.append(FileText(file: file, line: scalar.mark?.line ?? 1, text: scalar.string.normalized))
        case .sequence(let sequence):
            for element in sequence { collect(element, in: file, into: &found) }
        case .mapping(let mapping):
            for (_, value) in mapping { collect(value, in: file, into: &found) }
        case .alias: break
        }
    }
}
