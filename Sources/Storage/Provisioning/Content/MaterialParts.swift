import Outreach

/// The text of a material's file, cut at its marks: header, body and one part for every kind of channel.
struct MaterialParts {
    /// The lines between the two `---`.
    let header: String
    private(set) var body = ""
    /// In the order of the kinds, so that moving a part makes no new revision.
    private(set) var variants: [Variant] = []

    /// Reads a text with LF line ends; mistakes of the body and the parts go into the log, nil where no header is.
    init?(_ text: String, log: ProblemLog) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(MaterialLine.init)
        guard lines.first?.mark == .fence else {
            log.report(
                line: 1,
                Message(
                    vi: "Dòng đầu tiên phải là ---, mở phần đầu; không để gì phía trước.",
                    en: "The first line must be ---, which opens the header; leave nothing before it."))
            return nil
        }
        guard let end = lines.dropFirst().firstIndex(where: { $0.mark == .fence }) else {
            log.report(
                line: 1,
                Message(
                    vi: "Phần đầu không có dòng --- kết thúc. Thêm dòng đó trước phần nội dung.",
                    en: "The header is not closed. Put a line --- before the text."))
            return nil
        }
        header = lines[1..<end].map(\.text).joined(separator: "\n")
        readParts(lines, after: end, log: log)
    }

    private mutating func readParts(_ lines: [MaterialLine], after header: Int, log: ProblemLog) {
        let starts = lines.indices.dropFirst(header + 1).filter { lines[$0].mark != nil && lines[$0].mark != .fence }
        let ends = starts.dropFirst() + [lines.count]
        body = MaterialParts.text(lines[(header + 1)..<(starts.first ?? lines.count)])
        if body.isEmpty {
            log.report(
                line: header + 1,
                Message(
                    vi: "Thiếu nội dung. Viết toàn văn ngay sau dòng --- thứ hai.",
                    en: "The text is missing. Write it in full below the second ---."))
        }
        var firstLines: [ChannelKind: Int] = [:]
        for (start, end) in zip(starts, ends) {
            guard let kind = lines[start].channelKind(line: start + 1, log: log) else { continue }
            if let first = firstLines[kind] {
                log.report(line: start + 1, MaterialParts.twice(kind, first: first))
                continue
            }
            firstLines[kind] = start + 1
            let text = MaterialParts.text(lines[(start + 1)..<end])
            if text.isEmpty {
                log.report(
                    line: start + 1,
                    Message(
                        vi: "Phần “\(kind.rawValue)” trống. Viết nội dung hoặc xóa dòng này.",
                        en: "The part “\(kind.rawValue)” is empty. Write it or delete this line."))
            }
            variants.append(Variant(channelKind: kind, text: text))
        }
        variants = ChannelKind.allCases.compactMap { kind in variants.first { $0.channelKind == kind } }
    }

    /// Without empty lines around it; everything inside is kept.
    private static func text(_ lines: ArraySlice<MaterialLine>) -> String {
        lines.map(\.text).joined(separator: "\n").trimmed
    }

    private static func twice(_ kind: ChannelKind, first: Int) -> Message {
        Message(
            vi: "Phần “\(kind.rawValue)” đã có ở dòng \(first). Gộp hai phần thành một.",
            en: "The part “\(kind.rawValue)” already stands at line \(first). Make one of the two.")
    }
}

/// One line of a material's file.
struct MaterialLine {
    /// What a line does besides being text.
    enum Mark: Equatable {
        /// `---`
        case fence
        /// `=== social ===`
        case part(String)
        /// Begins like a part, but is none.
        case malformed
    }

    let text: Substring

    var mark: Mark? {
        // Blanks behind a mark do no harm; blanks before it make it text, such as a line of a folded YAML value.
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        let written = text[...last]
        if written == "---" { return .fence }
        // A line of equals signs alone underlines a heading in Markdown.
        guard written.hasPrefix("==="), written.contains(where: { $0 != "=" }) else { return nil }
        return written.wholeMatch(of: /=== +([^= ]+) +===/).map { .part(String($0.output.1)) } ?? .malformed
    }

    /// The kind of channel a part is for, or nil with the reason in the log.
    func channelKind(line: Int, log: ProblemLog) -> ChannelKind? {
        guard case .part(let name) = mark else {
            log.report(
                line: line,
                Message(
                    vi: "Dòng mở một phần phải viết đúng dạng === social ===.",
                    en: "A line that opens a part is written exactly === social ===."))
            return nil
        }
        if let kind = ChannelKind(rawValue: name) { return kind }
        let hint = Suggestion.hint(for: name, among: ChannelKind.allCases.map(\.rawValue))
        log.report(
            line: line,
            Message(
                vi: "Không có phần “\(name)”. \(hint.vietnamese)", en: "There is no part “\(name)”. \(hint.english)"))
        return nil
    }
}
