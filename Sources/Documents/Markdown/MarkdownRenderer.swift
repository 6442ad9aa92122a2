/// Turns the Markdown of materials into HTML for pages and portals, and into text for social networks.
///
/// Safe with text from anyone: no raw HTML passes, and links to `javascript:`, `vbscript:`, `file:` and `data:` lead
/// nowhere. Texts and tables of absurd size are shown as they are typed; see `MarkdownLimits`.
public enum MarkdownRenderer {
    /// HTML of CommonMark with tables, strikethrough (`~~`) and bare addresses as links.
    public static func html(_ markdown: String) -> String {
        guard MarkdownLimits.areKept(by: markdown) else { return "<pre>\(HTMLEscaping.text(markdown))</pre>\n" }
        return MarkdownTree(parsing: markdown).html()
    }

    /// The text as a network without markup shows it.
    ///
    /// Links become `text (address)`, bullets `- `, table rows cells between `|`; emphasis is dropped. What is struck
    /// out is left out: without the stroke it would read as valid.
    public static func plainText(_ markdown: String) -> String {
        guard MarkdownLimits.areKept(by: markdown) else { return markdown }
        var writer = PlainTextWriter()
        MarkdownTree(parsing: markdown).walk { node, isEntering in
            if isEntering { writer.enter(node) } else { writer.leave(node) }
        }
        return writer.text
    }

    /// The words that somebody sees who reads the HTML: without marks, addresses and comments, with references such as
    /// `&acirc;` resolved, and with what is struck out, which can still be read.
    public static func readText(_ markdown: String) -> String {
        guard MarkdownLimits.areKept(by: markdown) else { return markdown }
        var text = ""
        MarkdownTree(parsing: markdown).walk { node, isEntering in
            switch node.kind {
            case "text", "code", "code_block": text += isEntering ? node.literal : ""
            case "softbreak", "linebreak": text += isEntering ? "\n" : ""
            case "html_block": text += isEntering ? withoutTags(node.literal) + "\n" : ""
            case "emph", "strong", "strikethrough", "link", "image", "html_inline": break
            default: text += isEntering ? "" : "\n"
            }
        }
        return text
    }

    /// What a browser shows of raw HTML: whatever stands outside of tags and comments.
    private static func withoutTags(_ html: String) -> String {
        var (shown, rest) = ("", html[...])
        while let start = rest.firstIndex(of: "<") {
            shown += rest[..<start]
            let end = rest[start...].hasPrefix("<!--") ? "-->" : ">"
            guard let range = rest[start...].firstRange(of: end) else { return shown }
            rest = rest[range.upperBound...]
        }
        return shown + rest
    }
}
