import Outreach

/// The text of a YAML file of lists, in which one entry is put in the place of another or added; everything else in it,
/// the comments between entries too, stays as somebody wrote it.
///
/// It goes by the lines alone. Whoever writes the text back reads it first, and sees whether it says what was meant.
struct EntryText {
    private var lines: [String]

    init(_ text: String) {
        lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Puts an entry under a list's key: in the place of the one with its id, else behind the last.
    ///
    /// - Parameter fields: keys with their values as YAML, the id left out.
    mutating func put(_ id: Slug, _ fields: [(key: String, value: String)], in list: String) {
        let start = openList(list)
        let end = lines[(start + 1)...].firstIndex(where: EntryText.endsList) ?? lines.endIndex
        let indent = lines[(start + 1)..<end].first { $0.trimmed.hasPrefix("- ") }?.prefix { $0 == " " } ?? "  "
        let entry = ["\(indent)- id: \(id)"] + fields.map { "\(indent)  \($0.key): \($0.value)" }
        let starts = (start + 1..<end).filter { lines[$0].hasPrefix("\(indent)- ") }
        let ranges = zip(starts, starts.dropFirst() + [end]).map { $0..<contentEnd(from: $0, before: $1) }
        if let old = ranges.first(where: { EntryText.id(of: lines[$0]) == id.description }) {
            lines.replaceSubrange(old, with: entry)
        } else {
            lines.insert(contentsOf: entry, at: ranges.last?.upperBound ?? start + 1)
        }
    }

    /// The line of the list's key; an empty list is opened, a missing one begun.
    private mutating func openList(_ list: String) -> Int {
        if let start = lines.firstIndex(where: { $0.hasPrefix("\(list):") }) {
            if String(lines[start].dropFirst(list.count + 1)).trimmed.hasPrefix("[]") { lines[start] = "\(list):" }
            return start
        }
        lines.append("\(list):")
        return lines.endIndex - 1
    }

    /// Another key at the margin; a list may stand there itself.
    private static func endsList(_ line: String) -> Bool {
        guard let first = line.first else { return false }
        return ![" ", "#", "-"].contains(first)
    }

    /// Without the comments and empty lines before whatever comes next.
    private func contentEnd(from start: Int, before end: Int) -> Int {
        var end = end
        while end > start + 1, lines[end - 1].trimmed.isEmpty || lines[end - 1].trimmed.hasPrefix("#") { end -= 1 }
        return end
    }

    private static func id(of entry: ArraySlice<String>) -> String? {
        entry.joined(separator: "\n").firstMatch(of: /(?:^|[\s{,])id:\s*["']?([a-z0-9-]+)/).map { String($0.1) }
    }
}

/// Values as YAML writes them; every JSON text is one (YAML 1.2.2, 1.2).
enum YAMLText {
    static func quoted(_ text: String) -> String { JSONValue.string(text).description }

    static func pair(_ text: LocalizedText) -> String { "{vi: \(quoted(text.vi)), en: \(quoted(text.en))}" }

    static func list(_ slugs: [Slug]) -> String { "[\(slugs.map(\.description).joined(separator: ", "))]" }

    static func map(_ values: [String: String]) -> String {
        "{\(values.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }.joined(separator: ", "))}"
    }
}
