import Outreach

/// One piece of the content of a paper.
public enum DocumentBlock: Sendable, Hashable {
    /// - level: 1 to 3, for "I.", "1." and "a)"; the numbering is part of the text.
    case heading(level: Int, String)
    case paragraph(String)
    /// Each item on a line of its own behind a hyphen.
    case list([String])
    case table(DocumentTable)
    /// A remark in italics, such as what a table counts.
    case note(String)
}

extension DocumentBlock {
    /// The blocks of a text a person wrote into a form: a paragraph a line, and lists where lines begin with a hyphen
    /// or a bullet.
    public static func blocks(of text: String) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        for line in text.normalized.lines.map({ String($0).trimmed }) where !line.isEmpty {
            guard let item = listItem(line) else {
                blocks.append(.paragraph(line))
                continue
            }
            if case .list(let items) = blocks.last {
                blocks[blocks.count - 1] = .list(items + [item])
            } else {
                blocks.append(.list([item]))
            }
        }
        return blocks
    }

    private static func listItem(_ line: String) -> String? {
        guard let mark = line.first, "-–•*+".contains(mark) else { return nil }
        let rest = line.dropFirst()
        return rest.first?.isWhitespace == true ? String(rest).trimmed : nil
    }
}

/// A table with rules, whose heading is repeated on every page.
public struct DocumentTable: Sendable, Hashable {
    /// Above the table; nil for none.
    public let title: String?
    public let header: [String]
    public let rows: [DocumentTableRow]
    /// In small letters and narrow rows: for long lists in an annex.
    public let isCompact: Bool

    public init(title: String? = nil, header: [String], rows: [DocumentTableRow], isCompact: Bool = false) {
        self.title = title
        self.header = header
        self.rows = rows
        self.isCompact = isCompact
    }

    public init(title: String? = nil, header: [String], cells: [[Cell]], isCompact: Bool = false) {
        self.init(title: title, header: header, rows: cells.map { DocumentTableRow($0) }, isCompact: isCompact)
    }
}

/// A row of a table in a paper.
public struct DocumentTableRow: Sendable, Hashable {
    public let cells: [Cell]
    /// For totals and headings of groups.
    public let isStrong: Bool

    public init(_ cells: [Cell], isStrong: Bool = false) {
        self.cells = cells
        self.isStrong = isStrong
    }
}
