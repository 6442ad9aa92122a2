/// What of a text is parsed as Markdown, so that no text, however written, keeps the machine busy for long.
///
/// The C library fills every row of a table up to the width of its heading, so that 30 kB of text can ask for millions
/// of cells; and it finds addresses in time that grows with the square of a text's length.
enum MarkdownLimits {
    /// A text of more bytes is shown as it is typed; a long article has 20,000.
    static let bytes = 128 * 1024

    static func areKept(by text: String) -> Bool { text.utf8.count <= bytes }

    /// Whether the tables of a text have at most 100 columns and 100,000 cells, filled up and counted generously.
    static func allowTables(in text: String) -> Bool {
        var lines = 1
        var pipes = 0
        var most = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "|"): pipes += 1
            case .lineFeed, .carriageReturn:
                lines += 1
                pipes = 0
            default: break
            }
            most = max(most, pipes)
        }
        return most <= 100 && lines * (most + 1) <= 100_000
    }
}
