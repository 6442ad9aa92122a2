/// How a number stands against its target while the period runs.
public struct Pace: Sendable, Hashable, Codable {
    public let done: Double
    /// What would be done by today if the work were spread evenly over the period.
    public let expected: Double
    /// What the period ends with if it goes on as it went; nil before its first day is over.
    public let forecast: Double?
    public let target: Double
    /// Whether the target is one not to be exceeded.
    public let isCeiling: Bool

    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        case reached
        case onPace = "on-pace"
        case behind, exceeded
    }

    public init(done: Double, expected: Double, forecast: Double?, target: Double, isCeiling: Bool = false) {
        self.done = done
        self.expected = expected
        self.forecast = forecast
        self.target = target
        self.isCeiling = isCeiling
    }

    /// - Parameters:
    ///   - value: what was done, in the unit of the indicator.
    ///   - whole: of what a percentage is taken; nil leaves a target in percent without pace.
    ///   - range: the days of the period.
    /// - Returns: Nil where the target is no number, or nothing was measured.
    public init?(value: Int?, whole: Int?, target: TargetValue?, during range: DayRange, today: Day) {
        guard let value, let target else { return nil }
        let (number, isPercent, comparison): (Double, Bool, TargetValue.Comparison?) =
            switch target {
            case .number(let number): (number, false, nil)
            case .percent(let number): (number, true, nil)
            case .bound(let comparison, let number, let isPercent): (number, isPercent, comparison)
            case .text, .blank: (-1, false, nil)
            }
        guard number >= 0 else { return nil }
        var done = Double(value)
        if isPercent {
            guard let whole, whole > 0 else { return nil }
            done = done / Double(whole) * 100
        }
        let share = min(1, max(0, Double(today - range.first + 1) / Double(range.count)))
        let isCeiling = comparison == .atMost || comparison == .below
        self.init(
            done: done, expected: number * share, forecast: share > 0 ? done / share : nil, target: number,
            isCeiling: isCeiling)
    }

    public var standing: Standing {
        if isCeiling { return done > target ? .exceeded : .onPace }
        if done >= target { return .reached }
        return done >= expected ? .onPace : .behind
    }
}
