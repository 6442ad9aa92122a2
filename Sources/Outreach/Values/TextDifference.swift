/// The words two texts share and those only one of them has, in the order of reading.
public struct TextDifference: Sendable, Hashable {
    public enum Piece: Sendable, Hashable {
        case same(String)
        case removed(String)
        case added(String)

        public var text: String {
            switch self {
            case .same(let text), .removed(let text), .added(let text): text
            }
        }
    }

    public let pieces: [Piece]

    /// Above this many steps of comparing, the middle is shown as wholly replaced: a page waits for nobody.
    private static let mostWork = 4_000_000

    public init(from old: String, to new: String) {
        let (before, after) = (TextDifference.words(of: old), TextDifference.words(of: new))
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (before[head..<before.count - tail], after[head..<after.count - tail])
        var stretches = [Stretch(kept: before[..<head])]
        if oldMiddle.count * newMiddle.count <= TextDifference.mostWork {
            stretches += TextDifference.stretches(from: Array(oldMiddle), to: Array(newMiddle))
        } else {
            stretches.append(Stretch(removed: oldMiddle, added: newMiddle))
        }
        stretches.append(Stretch(kept: before[(before.count - tail)...]))
        pieces = TextDifference.withoutLoneBlanks(stretches).flatMap(\.pieces)
    }

    public var isEmpty: Bool {
        pieces.allSatisfy { if case .same = $0 { true } else { false } }
    }

    /// How many words were taken out and put in.
    public var wordCounts: (removed: Int, added: Int) {
        pieces.reduce(into: (0, 0)) { counts, piece in
            let words = piece.text.split { !$0.isLetter && !$0.isNumber }.count
            switch piece {
            case .same: break
            case .removed: counts.0 += words
            case .added: counts.1 += words
            }
        }
    }

    /// A word, the blanks after it or one mark. Compared as scalars: for Swift two spellings of one character are
    /// equal, for a receiver they are not.
    private typealias Word = [Unicode.Scalar]

    /// Words kept, or words replaced by others.
    private struct Stretch {
        var kept: [Word] = []
        var removed: [Word] = []
        var added: [Word] = []

        init(kept: some Sequence<Word>) { self.kept = Array(kept) }

        init(removed: some Sequence<Word>, added: some Sequence<Word>) {
            self.removed = Array(removed)
            self.added = Array(added)
        }

        /// Blanks within a line: they tell nothing between two changes.
        var isLoneBlank: Bool {
            removed.isEmpty && added.isEmpty
                && kept.allSatisfy { $0.allSatisfy { $0.properties.isWhitespace && $0 != "\n" } }
        }

        var isChange: Bool { !removed.isEmpty || !added.isEmpty }

        var pieces: [Piece] {
            let makers: [([Word], (String) -> Piece)] = [
                (kept, Piece.same), (removed, Piece.removed), (added, Piece.added),
            ]
            return makers.filter { !$0.0.isEmpty }.map { words, make in
                var text = ""
                for word in words { text.unicodeScalars.append(contentsOf: word) }
                return make(text)
            }
        }
    }

    /// All words of the text in order, line ends each for itself; put together they are the text.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var kind: Int?
        for scalar in text.unicodeScalars {
            let next = scalar.properties.isWhitespace ? 0 : scalar.isWordPart ? 1 : 2
            if next == kind, next != 2, scalar != "\n" {
                words[words.count - 1].append(scalar)
            } else {
                words.append([scalar])
            }
            kind = scalar == "\n" ? nil : next
        }
        return words
    }

    private static func stretches(from old: [Word], to new: [Word]) -> [Stretch] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.place))
        let added = Set(difference.insertions.map(\.place))
        var stretches: [Stretch] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (fromOld, fromNew) = (i, j)
            while removed.contains(i) { i += 1 }
            while added.contains(j) { j += 1 }
            stretches.append(Stretch(removed: old[fromOld..<i], added: new[fromNew..<j]))
            let start = i
            while i < old.count, j < new.count, !removed.contains(i), !added.contains(j) { (i, j) = (i + 1, j + 1) }
            stretches.append(Stretch(kept: old[start..<i]))
        }
        return stretches
    }

    /// Two changes with nothing but a blank between them are one, so that a reader sees phrases and not crumbs.
    private static func withoutLoneBlanks(_ stretches: [Stretch]) -> [Stretch] {
        var joined: [Stretch] = []
        for (index, stretch) in stretches.enumerated() {
            let isBetweenChanges =
                joined.last?.isChange == true && stretches[(index + 1)...].first?.isChange == true
            if stretch.isLoneBlank, isBetweenChanges {
                joined[joined.count - 1].removed += stretch.kept
                joined[joined.count - 1].added += stretch.kept
            } else if stretch.isChange, joined.last?.isChange == true {
                joined[joined.count - 1].removed += stretch.removed
                joined[joined.count - 1].added += stretch.added
            } else if stretch.isChange || !stretch.kept.isEmpty {
                joined.append(stretch)
            }
        }
        return joined
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension Unicode.Scalar {
    /// Letters, digits and the marks above and below them.
    fileprivate var isWordPart: Bool {
        properties.isAlphabetic || properties.numericType != nil
            || [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    }
}
