/// The places in a text where a list or pattern is found, in order, none twice.
struct Mentions {
    private(set) var ranges: [Range<Int>]

    static let none = Mentions([])

    init(_ ranges: [Range<Int>]) {
        guard ranges.count > 1 else {
            self.ranges = ranges
            return
        }
        let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        self.ranges = sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Calls `body` with the end of every mention that begins at a place, the longest first, until it answers true.
    func anyEnd(from start: Int, _ body: (Int) -> Bool) -> Bool {
        guard !ranges.isEmpty else { return false }
        var index = firstIndex(from: start + 1) - 1
        while index >= 0, ranges[index].lowerBound == start {
            if body(ranges[index].upperBound) { return true }
            index -= 1
        }
        return false
    }

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
            if ranges[middle].lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
