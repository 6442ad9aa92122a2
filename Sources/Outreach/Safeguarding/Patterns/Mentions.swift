/// The places in a text where a list or pattern is found, in order, none twice.
struct Mentions {
    private(set) var ranges: [Range<Int>]
    /// A bit for each token at which one begins: most questions are answered by it.
    private var starts: [UInt64] = []

    static let none = Mentions([], tokens: 0)

    /// - Parameter tokens: how many there are in the text.
    init(_ ranges: [Range<Int>], tokens: Int) {
        self.ranges = ranges
        guard !ranges.isEmpty else { return }
        if ranges.count > 1 {
            let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
            self.ranges.removeAll(keepingCapacity: true)
            for range in sorted where range != self.ranges.last { self.ranges.append(range) }
        }
        starts = Array(repeating: 0, count: tokens / 64 + 1)
        for range in ranges { starts[range.lowerBound >> 6] |= 1 << UInt64(range.lowerBound & 63) }
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether one begins at a place.
    func begin(at start: Int) -> Bool {
        start >> 6 < starts.count && starts[start >> 6] & (1 << UInt64(start & 63)) != 0
    }

    /// The index of the last and longest of those that begin at a place; where none does, of one before.
    func lastIndex(at start: Int) -> Int { firstIndex(from: start + 1) - 1 }

    /// Whether one of them shares a token with the run.
    func overlap(_ run: Range<Int>, reach: Int = 60) -> Bool {
        var index = firstIndex(from: run.upperBound) - 1
        while index >= 0, ranges[index].lowerBound >= run.lowerBound - reach {
            if ranges[index].upperBound > run.lowerBound { return true }
            index -= 1
        }
        return false
    }

    /// Whether one of them contains the whole run.
    func cover(_ run: Range<Int>, reach: Int = 60) -> Bool {
        var index = firstIndex(from: run.lowerBound + 1) - 1
        while index >= 0, ranges[index].lowerBound >= run.lowerBound - reach {
            if ranges[index].upperBound >= run.upperBound { return true }
            index -= 1
        }
        return false
    }

    /// The index of the first mention that begins at or after a place.
    private func firstIndex(from start: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
