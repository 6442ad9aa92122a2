/// Finds the word a person probably meant.
enum Suggestion {
    /// The known word with the fewest edits (Levenshtein 1966), if it takes at most a third of its letters.
    static func closest(to word: String, among known: some Sequence<String>) -> String? {
        known.sorted()
            .map { (word: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
            .filter { $0.distance <= max(1, $0.word.utf8.count / 3) }
            .min { $0.distance < $1.distance }?.word
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
