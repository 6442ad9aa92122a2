/// What already takes place on one channel, or at one unit for sessions: times, and materials with their days.
struct Lane {
    private let minutesApart: Int
    private let dailyLimit: Int
    /// Days before the same material may come again; 0 where it may at any time.
    private let spacing: Int
    /// Minutes taken, by Julian day.
    private var taken: [Int: [Int]] = [:]
    /// Julian days by material, which stands as its number in the catalogue.
    private var uses: [Int: [Int]] = [:]
    private(set) var count = 0

    init(minutesApart: Int, dailyLimit: Int? = nil, spacing: Int = 0) {
        self.minutesApart = minutesApart
        self.dailyLimit = dailyLimit ?? .max
        self.spacing = spacing
    }

    mutating func take(_ day: Day, _ time: TimeOfDay, material: Int?) {
        taken[day.julianDay, default: []].append(time.minutes)
        if let material { uses[material, default: []].append(day.julianDay) }
        count += 1
    }

    func count(on day: Day) -> Int { taken[day.julianDay]?.count ?? 0 }

    func isFull(on day: Day) -> Bool { count(on: day) >= dailyLimit }

    /// How often the material comes here already; nil where it would come too near to one of those times.
    func uses(of material: Int, around day: Day) -> Int? {
        guard let days = uses[material] else { return 0 }
        return days.allSatisfy { abs($0 - day.julianDay) >= spacing } ? days.count : nil
    }

    /// The free time nearest to the one wanted, the later of two; nil where the day takes no more.
    func freeTime(on day: Day, near wanted: TimeOfDay, within open: OpenTimes) -> TimeOfDay? {
        guard !isFull(on: day) else { return nil }
        return freeSpans(on: day, within: open)
            .map { Lane.minute(of: $0, near: wanted.minutes) }
            .min { (abs($0 - wanted.minutes), -$0) < (abs($1 - wanted.minutes), -$1) }
            .flatMap(TimeOfDay.init(minutes:))
    }

    private func freeSpans(on day: Day, within open: OpenTimes) -> [Range<Int>] {
        var spans = open.spans(on: day)
        for offset in -1...1 {
            for minute in taken[day.julianDay + offset] ?? [] {
                let middle = minute + offset * 1440
                let gap = middle - minutesApart + 1..<middle + minutesApart
                guard spans.contains(where: gap.overlaps) else { continue }
                spans = spans.flatMap { span in
                    [span.clamped(to: .min..<gap.lowerBound), span.clamped(to: gap.upperBound..<(.max))]
                }
                .filter { !$0.isEmpty }
            }
        }
        return spans
    }

    /// The wanted minute, else a quarter of an hour, else the end that is nearer.
    ///
    /// People plan in quarters, and a post at the very last minute before quiet hours could not be tried again.
    private static func minute(of span: Range<Int>, near wanted: Int) -> Int {
        if span.contains(wanted) { return wanted }
        let isEarly = wanted < span.lowerBound
        let last = span.upperBound - 1
        let quarter = isEarly ? (span.lowerBound + 14) / 15 * 15 : last / 15 * 15
        if span.contains(quarter) { return quarter }
        return isEarly ? span.lowerBound : last
    }
}
