import Outreach
import Yams

/// A YAML file as a tree of values that know their lines.
enum YAMLDocument {
    /// The root mapping of the text, or nil with the reason in the log.
    static func mapping(_ text: String, log: ProblemLog) -> YAMLMapping? {
        guard let root = root(text, log: log) else { return nil }
        return YAMLValue(node: root, path: "", log: log).mapping()
    }

    private static func root(_ text: String, log: ProblemLog) -> Node? {
        do {
            guard let node = try compose(yaml: text) else {
                log.report(line: 1, Message(vi: "Tệp trống.", en: "The file is empty."))
                return nil
            }
            return node
        } catch let error as YamlError {
            log.report(line: line(of: error), reason(of: error))
        } catch {
            log.report(line: nil, Message(vi: "Không đọc được YAML: \(error).", en: "Cannot read the YAML: \(error)."))
        }
        return nil
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    private static func reason(of error: YamlError) -> Message {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            Message(
                vi: "Sai cú pháp YAML (\(problem)). Kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc kép.",
                en: "Not valid YAML (\(problem)). Check indentation, colons and quotation marks.")
        case .duplicatedKeysInMapping(let duplicates, _):
            Message(
                vi: "Khóa viết hai lần: \(duplicates.joined(separator: ", ")). Chỉ giữ lại một.",
                en: "Written twice: \(duplicates.joined(separator: ", ")). Keep one of them.")
        default:
            Message(vi: "Không đọc được YAML: \(error).", en: "Cannot read the YAML: \(error).")
        }
    }
}
