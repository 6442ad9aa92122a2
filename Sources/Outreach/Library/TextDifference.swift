/// What changed from one text to another, word by word.
///
/// Lines are compared first and words only within lines that changed, so that a long text costs little. The work is
/// bounded: stretches too large to compare are shown as replaced as a whole.
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

    /// In reading order; what was removed stands before what was added in its place.
    public let pieces: [Piece]

    public init(from old: String, to new: String) {
        var builder = DifferenceBuilder()
        let (oldLines, newLines) = (TextDifference.lines(of: old), TextDifference.lines(of: new))
        for step in CommonSequence(oldLines, newLines).steps {
            switch step {
            case .same(let line): builder.same(oldLines[line])
            case .replaced(let removed, let added):
                let words = (TextDifference.words(of: oldLines[removed]), TextDifference.words(of: newLines[added]))
                for step in CommonSequence(words.0, words.1).steps {
                    switch step {
                    case .same(let word): builder.same(words.0[word])
                    case .replaced(let removed, let added):
                        builder.replace(words.0[removed].joined(), by: words.1[added].joined())
                    }
                }
            }
        }
        pieces = builder.pieces
    }

    public var isEmpty: Bool { !pieces.contains { if case .same = $0 { false } else { true } } }

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

    /// Lines with their line ends.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while let end = rest.firstIndex(where: \.isNewline) {
            lines.append(String(rest[...end]))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { lines.append(String(rest)) }
        return lines
    }

    /// Words, blanks and marks, each for itself, so that a full stop more does not change the word before it.
    private static func words(of lines: ArraySlice<String>) -> [String] {
        var words: [String] = []
        for line in lines {
            var rest = line[...]
            while let first = rest.first {
                let word =
                    first.isLetter || first.isNumber ? rest.prefix { $0.isLetter || $0.isNumber } : rest.prefix(1)
                words.append(String(word))
                rest = rest[word.endIndex...]
            }
        }
        return words
    }
}

/// Puts pieces of one sort that follow each other into one.
private struct DifferenceBuilder {
    private(set) var pieces: [TextDifference.Piece] = []

    mutating func same(_ text: String) {
        if case .same(let before)? = pieces.last {
            pieces[pieces.count - 1] = .same(before + text)
        } else {
            pieces.append(.same(text))
        }
    }

    mutating func replace(_ removed: String, by added: String) {
        var (removed, added) = (removed, added)
        // A blank between two changed words belongs to the change: else the eye jumps from word to word.
        if case .same(let blank)? = pieces.last, !blank.isEmpty, blank.allSatisfy({ $0 == " " }), pieces.count > 1 {
            pieces.removeLast()
            (removed, added) = (blank + removed, blank + added)
        }
        if case .added(let before)? = pieces.last {
            pieces.removeLast()
            added = before + added
        }
        if case .removed(let before)? = pieces.last {
            pieces.removeLast()
            removed = before + removed
        }
        if !removed.isEmpty { pieces.append(.removed(removed)) }
        if !added.isEmpty { pieces.append(.added(added)) }
    }
}

/// A longest common subsequence (Wagner and Fischer 1974), after what is equal at both ends was set aside.
private struct CommonSequence {
    enum Step {
        /// By its index in the first sequence.
        case same(Int)
        case replaced(Range<Int>, Range<Int>)
    }

    private(set) var steps: [Step] = []
    private static let mostCells = 4_000_000

    init(_ first: [String], _ second: [String]) {
        var numbers: [String: Int32] = [:]
        func numbered(_ words: [String]) -> [Int32] {
            words.map { word in
                if let known = numbers[word] { return known }
                let number = Int32(numbers.count)
                numbers[word] = number
                return number
            }
        }
        let (left, right) = (numbered(first), numbered(second))
        let shorter = min(left.count, right.count)
        let head = (0..<shorter).first { left[$0] != right[$0] } ?? shorter
        let tail =
            (0..<(shorter - head)).first { left[left.count - 1 - $0] != right[right.count - 1 - $0] } ?? shorter - head
        for index in 0..<head { steps.append(.same(index)) }
        compare(left, head..<(left.count - tail), right, head..<(right.count - tail))
        for index in (left.count - tail)..<left.count { steps.append(.same(index)) }
    }

    private mutating func compare(_ left: [Int32], _ rows: Range<Int>, _ right: [Int32], _ columns: Range<Int>) {
        guard !rows.isEmpty || !columns.isEmpty else { return }
        guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= CommonSequence.mostCells else {
            steps.append(.replaced(rows, columns))
            return
        }
        // lengths[r][c]: the longest common subsequence of what begins at row r and column c.
        let width = columns.count + 1
        var lengths = [Int32](repeating: 0, count: (rows.count + 1) * width)
        for row in (0..<rows.count).reversed() {
            for column in (0..<columns.count).reversed() {
                let isSame = left[rows.lowerBound + row] == right[columns.lowerBound + column]
                lengths[row * width + column] =
                    isSame
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        var (changedRow, changedColumn) = (0, 0)
        func changed(to row: Int, _ column: Int) -> Step? {
            guard row > changedRow || column > changedColumn else { return nil }
            return .replaced(
                (rows.lowerBound + changedRow)..<(rows.lowerBound + row),
                (columns.lowerBound + changedColumn)..<(columns.lowerBound + column))
        }
        while row < rows.count, column < columns.count {
            if left[rows.lowerBound + row] == right[columns.lowerBound + column] {
                if let step = changed(to: row, column) { steps.append(step) }
                steps.append(.same(rows.lowerBound + row))
                (row, column) = (row + 1, column + 1)
                (changedRow, changedColumn) = (row, column)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        if let step = changed(to: rows.count, columns.count) { steps.append(step) }
    }
}
