/// The longest text a network takes, and what happens to a longer one: never is it cut off.
public struct TextLimit: Sendable, Hashable {
    public enum Overflow: String, Sendable, Hashable, CaseIterable {
        /// The text has to be shortened by a person.
        case refuse
        /// The text becomes several, one after the other.
        case split
    }

    public let maximum: Int
    public let overflow: Overflow
    /// The longest text beside a file, where that is another; such a text is never parted.
    public let maximumWithMedia: Int?

    public init(maximum: Int, overflow: Overflow, maximumWithMedia: Int? = nil) {
        self.maximum = maximum
        self.overflow = overflow
        self.maximumWithMedia = maximumWithMedia
    }

    /// The limit for a post with or without a file.
    public func limit(withMedia hasMedia: Bool) -> TextLimit {
        guard hasMedia, let maximumWithMedia else { return self }
        return TextLimit(maximum: maximumWithMedia, overflow: .refuse)
    }

    /// Characters as networks count them: UTF-16 units, so an emoji counts two or more. A text that fits here fits
    /// wherever whole characters are counted too.
    public static func length(of text: String) -> Int {
        text.utf16.count
    }

    /// How a text fits.
    public enum Fit: Sendable, Hashable {
        case fits
        case parts([String])
        case tooLong(length: Int, maximum: Int)
    }

    /// Whether a text fits, and into which parts it falls where the preset splits.
    ///
    /// Parts end at paragraphs where possible, else at lines, sentences or words. A line that holds one of `protected`
    /// (help lines' numbers) stays in one piece; where that cannot be, the text is too long.
    public func fit(_ text: String, protecting protected: [String] = []) -> Fit {
        let length = TextLimit.length(of: text)
        if length <= maximum { return .fits }
        guard overflow == .split, let parts = parts(of: text, protecting: protected) else {
            return .tooLong(length: length, maximum: maximum)
        }
        return .parts(parts)
    }

    private func parts(of text: String, protecting protected: [String]) -> [String]? {
        let lines = text.replacing("\r\n", with: "\n")
        guard let pieces = TextLimit.pieces(of: lines, at: .paragraph, limit: maximum, protecting: protected) else {
            return nil
        }
        var parts: [String] = []
        var open = ""
        for piece in pieces {
            if TextLimit.length(of: (open + piece.text).trimmed) <= maximum {
                open += piece.text + piece.separator
            } else {
                parts.append(open.trimmed)
                open = piece.text + piece.separator
            }
        }
        parts.append(open.trimmed)
        return parts.filter { !$0.isEmpty }
    }
}

extension TextLimit {
    /// Where a text may be parted, from the best place to the last resort.
    private enum Seam: Int {
        case paragraph, line, sentence, word

        var next: Seam? { Seam(rawValue: rawValue + 1) }

        /// The first gap of this kind; a sentence's own full stop stays with it.
        func gap(in text: Substring) -> Range<Substring.Index>? {
            switch self {
            case .paragraph: text.firstRange(of: /\n[ \t]*\n+/)
            case .line: text.firstRange(of: /\n/)
            case .sentence:
                text.firstRange(of: /[.!?…] +/).map { text.index(after: $0.lowerBound)..<$0.upperBound }
            case .word: text.firstRange(of: /[ ]+/)
            }
        }
    }

    private typealias Piece = (text: String, separator: String)

    /// Pieces that each fit, with what stood between them; nil where one cannot be made to.
    private static func pieces(
        of text: String, at seam: Seam, limit: Int, protecting protected: [String]
    ) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = text[...]
        while !rest.isEmpty {
            let gap = seam.gap(in: rest) ?? rest.endIndex..<rest.endIndex
            let piece = String(rest[..<gap.lowerBound])
            let separator = String(rest[gap])
            rest = rest[gap.upperBound...]
            if length(of: piece) <= limit {
                pieces.append((piece, separator))
                continue
            }
            let isKept = seam.rawValue >= Seam.line.rawValue && protected.contains { piece.contains($0) }
            guard !isKept, let next = seam.next,
                var finer = Self.pieces(of: piece, at: next, limit: limit, protecting: protected)
            else { return nil }
            if !finer.isEmpty { finer[finer.count - 1].separator += separator }
            pieces += finer
        }
        return pieces
    }
}
