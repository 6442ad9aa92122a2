/// The places in a text where a list or pattern is found, in order, none twice.
struct Mentions {
    let ranges: [Range<Int>]
    /// A bit for each token at which one begins: most questions are answered by it.
    private let starts: [UInt64]
    /// How many bits there are before each word of `starts`, and where the mentions behind each bit begin in `ranges`.
    private let ranks: [Int32]
    private let groups: [Int32]

    static let none = Mentions([MentionRun](), tokens: 0)

    /// - Parameter tokens: how many there are in the text.
    init(_ ranges: [Range<Int>], tokens: Int) {
        self.init(ranges.map(MentionRun.init), tokens: tokens)
    }

    init(_ runs: [MentionRun], tokens: Int) {
        guard !runs.isEmpty else {
            (ranges, starts, ranks, groups) = ([], [], [], [])
            return
        }
        let sorted = zip(runs, runs.dropFirst()).allSatisfy { $0 < $1 } ? runs : runs.sorted()
        var ranges: [Range<Int>] = []
        var starts = [UInt64](repeating: 0, count: tokens / 64 + 1)
        var groups: [Int32] = []
        ranges.reserveCapacity(sorted.count)
        var last: MentionRun?
        for run in sorted where run != last {
            let range = run.range
            if range.lowerBound != ranges.last?.lowerBound {
                groups.append(Int32(ranges.count))
                starts[range.lowerBound >> 6] |= 1 << UInt64(range.lowerBound & 63)
            }
            ranges.append(range)
            last = run
        }
        groups.append(Int32(ranges.count))
        var ranks: [Int32] = []
        ranks.reserveCapacity(starts.count)
        var rank: Int32 = 0
        for word in starts {
            ranks.append(rank)
            rank += Int32(word.nonzeroBitCount)
        }
        (self.ranges, self.starts, self.ranks, self.groups) = (ranges, starts, ranks, groups)
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether one begins at a place.
    func begin(at start: Int) -> Bool {
        start >> 6 < starts.count && starts[start >> 6] & (1 << UInt64(start & 63)) != 0
    }

    /// The indices of those that begin at a place, the shortest first; none where none does.
    func indices(at start: Int) -> Range<Int> {
        guard begin(at: start) else { return 0..<0 }
        let before: UInt64 = (1 << UInt64(start & 63)) - 1
        let rank = Int(ranks[start >> 6]) + (starts[start >> 6] & before).nonzeroBitCount
        return Int(groups[rank])..<Int(groups[rank + 1])
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
            if ranges[middle].lowerBound < start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
