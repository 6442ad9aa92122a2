import Documents
import Outreach

/// Markdown of a material within a page.
enum MaterialText {
    /// Safe HTML whose headings begin below the one the page has there, so that the outline stays in order.
    ///
    /// - Parameter level: of the heading above it: 1 for the page's own.
    static func html(_ markdown: String, below level: Int) -> HTML {
        HTML(trusting: lowered(MarkdownRenderer.html(markdown), below: level))
    }

    /// The renderer writes headings as `<h1>` to `<h6>` and escapes every other `<`, so its tags can be told by their
    /// letters. Levels an author skipped are closed up.
    private static func lowered(_ markup: String, below level: Int) -> String {
        var depths: [Int] = []
        return markup.replacing(/<(\/?)h([1-6])>/) { match in
            let isEnd = !match.output.1.isEmpty
            guard let written = Int(match.output.2) else { return String(match.output.0) }
            if !isEnd {
                depths.removeAll { $0 >= written }
                depths.append(written)
            }
            return "<\(match.output.1)h\(min(level + max(depths.count, 1), 6))>"
        }
    }
}
