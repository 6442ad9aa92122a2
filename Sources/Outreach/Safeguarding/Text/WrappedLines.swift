/// Line ends inside a phrase: a name or a telephone number cut over short lines.
///
/// A line that goes on in lower case is known to be wrapped from its own first letter; these are not.
struct WrappedLines {
    /// Names and numbers broken over lines leave few words on each.
    private static let longest = 3

    private let elements: [FoldedText.Element]

    init(_ elements: [FoldedText.Element]) {
        self.elements = elements
    }

    /// The places of the line ends that only wrap.
    func places() -> Set<Int> {
        let lines = elements.split(omittingEmptySubsequences: false) { $0.scalar == "\n" }
        guard lines.count > 1 else { return [] }
        var places: Set<Int> = []
        var isNextWrapped = false
        for index in lines.indices.dropFirst().reversed() {
            let (before, line) = (lines[index - 1], lines[index])
            let isWrapped =
                isNumberCut(line, before) || (isNextWrapped && isNameCut(line, before))
                || (!line.isEmpty && isRemnant(index - 1, lines))
            if isWrapped { places.insert(line.startIndex - 1) }
            isNextWrapped = isWrapped || (line.first.map { Letters.isLetter($0.scalar) && !$0.isUpper } ?? false)
        }
        return places
    }

    /// 0900 / 000 / 355
    private func isNumberCut(_ line: ArraySlice<FoldedText.Element>, _ before: ArraySlice<FoldedText.Element>) -> Bool {
        (2...4).contains(line.count) && line.allSatisfy { Letters.isDigit($0.scalar) }
            && before.last.map { Letters.isDigit($0.scalar) } == true
    }

    /// … trú tại / thôn / Đồi Sim: a single word in lower case between lines was cut off on both sides.
    private func isRemnant(_ index: Int, _ lines: [ArraySlice<FoldedText.Element>]) -> Bool {
        guard index > 0, let end = lines[index - 1].last, Letters.isLetter(end.scalar) else { return false }
        return !lines[index].isEmpty && lines[index].allSatisfy { Letters.isLetter($0.scalar) && !$0.isUpper }
    }

    /// em / Phùng / Nhật Hạ / sớm …
    private func isNameCut(_ line: ArraySlice<FoldedText.Element>, _ before: ArraySlice<FoldedText.Element>) -> Bool {
        let words = line.split { $0.scalar == " " }
        guard (1...WrappedLines.longest).contains(words.count), let end = before.last, Letters.isLetter(end.scalar)
        else { return false }
        return words.allSatisfy { word in
            word.first?.isUpper == true && word.allSatisfy { Letters.isLetter($0.scalar) }
        }
    }
}
