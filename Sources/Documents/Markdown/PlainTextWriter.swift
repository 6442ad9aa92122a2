import Outreach

/// Collects the plain text of a Markdown tree, node by node in reading order.
struct PlainTextWriter {
    private var output = ""
    /// Line feeds to write before the next text.
    private var breaks = 0
    /// The bullet or number to write before the next text.
    private var marker: String?
    private var lists: [List] = []
    /// How many strikethroughs are open.
    private var struck = 0
    /// The text so far of the link that is open; links do not nest.
    private var linkText: String?
    private var cell = 0

    private struct List {
        let isTight: Bool
        var number: Int?
        var isEmpty = true
    }

    /// The text so far, without blank lines at either end.
    var text: String { output.trimmed }

    mutating func enter(_ node: borrowing MarkdownNode) {
        switch node.kind {
        case "text", "code": write(node.literal)
        case "softbreak": write(" ")
        case "linebreak": separate(by: 1)
        case "code_block": writeLines(node.literal)
        case "list":
            separate(by: 1)
            lists.append(List(isTight: node.isTightList, number: node.listStart))
        case "item": beginItem()
        case "link": linkText = ""
        case "strikethrough": struck += 1
        case "table_header", "table_row": cell = 0
        case "table_cell":
            if cell > 0 { write(" | ") }
            cell += 1
        default: break
        }
    }

    mutating func leave(_ node: borrowing MarkdownNode) {
        switch node.kind {
        case "paragraph", "heading", "block_quote": separate(by: lists.last?.isTight == true ? 1 : 2)
        case "list":
            _ = lists.popLast()
            separate(by: lists.last.map { $0.isTight ? 1 : 2 } ?? 2)
        case "link": endLink(to: node.address)
        case "strikethrough": struck -= 1
        case "table_header", "table_row": separate(by: 1)
        case "table": separate(by: 2)
        default: break
        }
    }

    private mutating func beginItem() {
        guard var list = lists.popLast() else { return }
        separate(by: list.isTight || list.isEmpty ? 1 : 2)
        marker = list.number.map { "\($0). " } ?? "- "
        list.number = list.number.map { $0 + 1 }
        list.isEmpty = false
        lists.append(list)
    }

    /// Adds the address of a link unless its text already says it, or it leads nowhere from outside the page.
    private mutating func endLink(to address: String) {
        let text = linkText ?? ""
        linkText = nil
        let schemes = ["https://", "http://", "mailto:", "tel:"]
        guard let scheme = schemes.first(where: { address.lowercased().hasPrefix($0) }) else { return }
        let bare = address.dropFirst(scheme.count)
        let said = bare.hasSuffix("/") ? bare.dropLast() : bare
        guard !said.isEmpty, !text.contains(said) else { return }
        let shown = scheme.hasSuffix("//") ? address : String(bare)
        write(text.isEmpty ? shown : " (\(shown))")
    }

    private mutating func writeLines(_ literal: String) {
        for line in literal.lines {
            write(String(line), keepsIndentation: true)
            separate(by: 1)
        }
        separate(by: 2)
    }

    private mutating func separate(by count: Int) {
        breaks = max(breaks, count)
    }

    private mutating func write(_ text: String, keepsIndentation: Bool = false) {
        guard struck == 0, !text.isEmpty else { return }
        linkText? += text
        if breaks > 0 || marker != nil {
            while output.last == " " { output.removeLast() }
            if !output.isEmpty { output += String(repeating: "\n", count: breaks) }
            output += indentation + (marker ?? "")
            (breaks, marker) = (0, nil)
        }
        // A blank is left over where struck-out words stood between two, or began the line.
        let isAfterBlank = output.last.map { $0 == " " || $0 == "\n" } ?? true
        output += isAfterBlank && !keepsIndentation ? String(text.drop { $0 == " " }) : text
    }

    /// Two blanks for each list around the innermost item; lines after its first are set in by two more.
    private var indentation: String {
        let depth = marker == nil ? lists.count : lists.count - 1
        return String(repeating: "  ", count: min(max(depth, 0), 8))
    }
}
