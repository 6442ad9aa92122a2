/// What each letter of Latin scripts is once folded, worked out once: texts are folded by the hundred thousand, and taking
/// each apart anew costs thirty times as much.
///
/// Combining marks are dropped whatever their order, so a text may be folded sign by sign.
struct LetterFolding {
    private enum Fold {
        /// Of a script that is not in the table.
        case unknown
        case nothing, space
        case letters([UInt8])
    }

    static let latin = LetterFolding()

    /// ASCII, Latin-1, Latin Extended-A and -B, combining marks, Latin Extended Additional, general punctuation.
    private static let covered: [ClosedRange<UInt32>] = [0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2010...0x2027]

    private let folds: [Fold]

    private init() {
        var folds = [Fold](repeating: .unknown, count: 0x2028)
        for value in LetterFolding.covered.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            folds[Int(value)] = LetterFolding.fold(scalar)
        }
        self.folds = folds
    }

    /// The folded text; nil where it has signs beyond the table.
    func folded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var spaceWanted = false
        for scalar in text.unicodeScalars {
            guard scalar.value < folds.count else { return nil }
            switch folds[Int(scalar.value)] {
            case .unknown: return nil
            case .nothing: continue
            case .space: spaceWanted = true
            case .letters(let letters):
                if spaceWanted, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
                spaceWanted = false
                bytes += letters
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Fold {
        // Letters around it show whether it parts words.
        let folded = SearchText.foldedSlowly("x\(Character(scalar))x")
        let inner = folded.dropFirst().dropLast()
        if folded == "xx" { return .nothing }
        if inner == " " { return .space }
        return inner.contains(" ") ? .unknown : .letters(Array(inner.utf8))
    }
}
