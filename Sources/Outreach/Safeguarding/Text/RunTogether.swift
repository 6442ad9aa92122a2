/// Words written without blanks, as in hashtags: "cứubé" is cứu, bé.
struct RunTogether {
    let vocabulary: Vocabulary

    /// The longest word looked for, in letters: of Vietnamese none has more, of English few.
    private static let longest = 10

    /// The fewest words of the rules that make up the letters; the letters as one word where none do.
    func words(in letters: ArraySlice<FoldedText.Element>) -> [Range<Int>] {
        let whole = letters.startIndex..<letters.endIndex
        guard letters.count > 3, !isKnown(letters) else { return [whole] }
        // For every place, the start of the last word on the shortest way there, and the length of that way.
        var last = [Int?](repeating: nil, count: letters.count + 1)
        var length = [Int](repeating: .max, count: letters.count + 1)
        length[0] = 0
        for end in 2...letters.count {
            for start in max(0, end - RunTogether.longest)...(end - 2) where length[start] < .max {
                guard length[start] + 1 < length[end],
                    isKnown(letters[(whole.lowerBound + start)..<(whole.lowerBound + end)])
                else { continue }
                (last[end], length[end]) = (start, length[start] + 1)
            }
        }
        var words: [Range<Int>] = []
        var end = letters.count
        while let start = last[end] {
            words.append((whole.lowerBound + start)..<(whole.lowerBound + end))
            end = start
        }
        return end == 0 && !words.isEmpty ? words.reversed() : [whole]
    }

    private func isKnown(_ letters: ArraySlice<FoldedText.Element>) -> Bool {
        vocabulary.known(WordKey(letters.lazy.map(\.scalar)).exact) != Vocabulary.unknown
    }
}
