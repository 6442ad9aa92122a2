import CCMark

/// One node of a parsed text. Valid only while its tree is.
struct MarkdownNode: ~Copyable {
    private let node: OpaquePointer

    init(_ node: OpaquePointer) {
        self.node = node
    }

    /// The kind as the library names it, those of extensions included: their numbers are known at run time only.
    var kind: String { String(cString: cmark_node_get_type_string(node)) }

    /// The characters of text, code and raw HTML.
    var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

    /// Where a link or an image points.
    var address: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }

    /// The number a list begins with; nil for bullets.
    var listStart: Int? {
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
    }

    /// Whether the items of a list stand without blank lines between them.
    var isTightList: Bool { cmark_node_get_list_tight(node) != 0 }
}
