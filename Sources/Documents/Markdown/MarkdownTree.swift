import CCMark
import Synchronization

/// A parsed Markdown text. Owns what the C library allocated, and frees it when it goes out of scope.
struct MarkdownTree: ~Copyable {
    private let parser: OpaquePointer?
    private let root: OpaquePointer?

    /// Parses CommonMark with tables, strikethrough by two tildes, and bare addresses as links.
    init(parsing text: String) {
        (parser, root) = MarkdownTree.parse(text)
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// HTML in the library's safe mode, which is its default: raw HTML and dangerous addresses are left out.
    func html() -> String {
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let rendered = cmark_render_html(root, MarkdownTree.options, extensions) else { return "" }
        defer { cmark_get_default_mem_allocator()?.pointee.free(rendered) }
        return String(cString: rendered)
    }

    /// Visits every node in reading order, containers on the way in and on the way out.
    func walk(_ visit: (borrowing MarkdownNode, _ isEntering: Bool) -> Void) {
        // By the library's iterator and not by recursion: quotations nest as deep as an author likes.
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(MarkdownNode(node), event == CMARK_EVENT_ENTER)
        }
    }
}

extension MarkdownTree {
    /// One tilde is often "about" in Vietnamese figures, so only two strike out.
    private static let options = CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    /// Whether the extensions are registered. Held while parsing, too: cmark-gfm keeps the special characters of the
    /// extensions in one table for the whole process, and registering twice aborts it.
    private static let areExtensionsRegistered = Mutex(false)

    private static func parse(_ text: String) -> (parser: OpaquePointer?, root: OpaquePointer?) {
        let extensions = ["strikethrough", "autolink"] + (MarkdownLimits.allowTables(in: text) ? ["table"] : [])
        return areExtensionsRegistered.withLock { isRegistered in
            if !isRegistered { cmark_gfm_core_extensions_ensure_registered() }
            isRegistered = true
            let parser = cmark_parser_new(options)
            for name in extensions {
                cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
            }
            var text = text
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
            return (parser, cmark_parser_finish(parser))
        }
    }
}
