/// What a run of characters without blanks is: an address, a name on a network, a file name, or plain words.
struct ChunkShape {
    enum Kind {
        case plain, link, handle, hashtag
        /// Words joined by hyphens or underscores, as in file names.
        case compound
    }

    private(set) var kind = Kind.plain
    /// Without the marks around it; positions as in the whole text.
    let core: Range<Int>

    init(_ chunk: ArraySlice<FoldedText.Element>) {
        var start = chunk.startIndex
        var end = chunk.endIndex
        while start < end, ChunkShape.isWrapping(chunk[start].scalar) { start += 1 }
        while end > start, ChunkShape.isWrapping(chunk[end - 1].scalar) { end -= 1 }
        core = start..<end
        kind = ChunkShape.kind(of: chunk[core])
    }

    private static func isWrapping(_ scalar: Unicode.Scalar) -> Bool {
        !Letters.isWordPart(scalar) && scalar != "@" && scalar != "#" && scalar != "+"
    }

    /// PhucTheCat#2014: a name and its number, as networks of players write them.
    private static func isNumberedName(_ chunk: ArraySlice<FoldedText.Element>) -> Bool {
        guard chunk.count > 6, chunk.suffix(4).allSatisfy({ Letters.isDigit($0.scalar) }) else { return false }
        return chunk[chunk.endIndex - 5].scalar == "#" && Letters.isWordPart(chunk[chunk.endIndex - 6].scalar)
    }

    private static func kind(of chunk: ArraySlice<FoldedText.Element>) -> Kind {
        guard let first = chunk.first?.scalar else { return .plain }
        let rest = chunk.dropFirst()
        if first == "@" { return rest.count >= 3 ? .handle : .plain }
        if first == "#" { return rest.contains { Letters.isLetter($0.scalar) } ? .hashtag : .plain }
        if isNumberedName(chunk) { return .handle }
        var joiners = 0
        var hasDot = false
        var hasDigit = false
        var isPlainLatin = true
        for element in chunk {
            switch element.scalar {
            case "-", "_": joiners += element.scalar == "_" ? 2 : 1
            case ".", ":", "@": hasDot = true
            case "0"..."9": hasDigit = true
            default: break
            }
            if element.scalar.value >= 0x80 { isPlainLatin = false }
        }
        // A name on a network: be_suri2013; the same with an extension is a file.
        let looksLikeName = hasDigit && isPlainLatin && chunk.contains { $0.scalar == "_" }
        guard hasDot else { return looksLikeName ? .handle : joiners > 1 ? .compound : .plain }
        let text = isPlainLatin ? latin(chunk) : String(String.UnicodeScalarView(chunk.map(\.scalar)))
        if Addresses.isLink(text) { return .link }
        if Addresses.isFileName(text) { return .compound }
        return looksLikeName ? .handle : joiners > 1 ? .compound : .plain
    }

    /// A text of ASCII letters and marks.
    private static func latin(_ chunk: ArraySlice<FoldedText.Element>) -> String {
        String(decoding: chunk.map { UInt8(truncatingIfNeeded: $0.scalar.value) }, as: UTF8.self)
    }
}

/// What addresses and file names look like.
enum Addresses {
    private static let domains: Set<Substring> = [
        "com", "vn", "net", "org", "info", "edu", "gov", "page", "link", "xyz",
    ]
    /// These are words of their own too, and name a site only with a path behind them.
    private static let shortDomains: Set<Substring> = ["me", "ly", "gl", "tv", "io", "gg", "be", "co", "app", "asia"]
    private static let extensions: Set<Substring> = [
        "png", "jpg", "jpeg", "webp", "gif", "heic", "mp4", "mov", "avi", "mp3", "wav", "pdf", "doc", "docx", "ppt",
        "pptx", "xls", "xlsx", "txt", "zip",
    ]

    static func isLink(_ text: String) -> Bool {
        // Few texts with a dot have a colon, which is seen sooner.
        if text.utf8.contains(UInt8(ascii: ":")) && text.contains("://") || text.hasPrefix("www.") { return true }
        if let at = text.firstIndex(of: "@") { return text[at...].contains(".") }
        let host = text.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, labels.allSatisfy({ !$0.isEmpty }),
            host.utf8.allSatisfy({ $0 < 0x80 })
        else { return false }
        if domains.contains(last) { return true }
        return shortDomains.contains(last) && host.endIndex < text.endIndex
    }

    static func isFileName(_ text: String) -> Bool {
        text.split(separator: ".").last.map(extensions.contains) ?? false
    }
}
