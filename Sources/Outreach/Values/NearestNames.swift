/// Which of many names a mistyped one may have meant.
public enum NearestNames {
    /// - Parameter names: slugs and the like: words with hyphens or blanks between.
    /// - Returns: at most three: those a few keystrokes away first, then those with the most words in common.
    public static func of(_ typed: String, among names: [String]) -> [String] {
        let folded = SearchText.folded(typed)
        let words = Set(folded.split(separator: " "))
        let letters = letters(folded)
        // One slip in a short name, two from eight letters on, three from sixteen.
        let most = min(3, 1 + letters.count / 8)
        let near = names.compactMap { name -> (name: String, slips: Int, common: Int)? in
            let other = SearchText.folded(name)
            let common = words.intersection(other.split(separator: " ")).count
            let slips = slips(letters, self.letters(other), most: most)
            return slips <= most || common > 0 ? (name, min(slips, most + 1), common) : nil
        }
        return near.sorted { ($0.slips, $1.common, $0.name) < ($1.slips, $0.common, $1.name) }.prefix(3).map(\.name)
    }

    /// The same of slugs.
    public static func of(_ typed: Slug, among slugs: some Sequence<Slug>) -> [Slug] {
        of(typed.description, among: slugs.map(\.description)).compactMap(Slug.init)
    }

    /// Blanks are often forgotten and cost nothing.
    private static func letters(_ folded: String) -> [UInt8] { folded.utf8.filter { $0 != UInt8(ascii: " ") } }

    /// The least number of letters to add, leave out, change or swap with their neighbour (optimal string alignment;
    /// Damerau 1964); anything above `most` is as good as `most + 1`.
    private static func slips(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int {
        guard abs(left.count - right.count) <= most else { return most + 1 }
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                var least = min(next[column], last[column + 1]) + 1
                least = min(least, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[right.count]
    }
}
