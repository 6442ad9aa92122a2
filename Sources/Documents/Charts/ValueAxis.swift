import Foundation

/// A scale that holds zero and all values, with ticks at round numbers: 1, 2 or 5 times a power of ten.
struct ValueAxis: Equatable {
    let ticks: [Double]
    /// Digits after the decimal sign that the ticks need.
    let fractionDigits: Int

    var lower: Double { ticks.first ?? 0 }
    var upper: Double { ticks.last ?? 1 }

    /// - Parameters:
    ///   - fractionDigits: counts have no ticks between whole numbers.
    ///   - intervals: about how many steps there should be.
    init(for values: some Sequence<Double>, fractionDigits: Int, intervals: Int = 5) {
        var (low, high) = (0.0, 0.0)
        for value in values where value.isFinite {
            // Far beyond any count; keeps the arithmetic finite.
            low = max(min(low, value), -1e15)
            high = min(max(high, value), 1e15)
        }
        if low == high { high = 1 }
        let finest = pow(10, Double(-max(0, min(fractionDigits, 9))))
        let step = max(finest, ValueAxis.roundStep((high - low) / Double(max(1, intervals))))
        let first = Int((low / step).rounded(.down))
        let last = Int((high / step).rounded(.up))
        ticks = (first...last).map { Double($0) * step }
        self.fractionDigits = step < 1 ? Int((-log10(step)).rounded(.up)) : 0
    }

    /// Where a value lies between the ends, 0 to 1.
    func fraction(of value: Double) -> Double {
        min(1, max(0, (value - lower) / (upper - lower)))
    }

    /// The smallest round step of at least this size.
    private static func roundStep(_ size: Double) -> Double {
        let exponent = log10(size).rounded(.down)
        // Powers of ten below one are taken as divisors, for they have no exact binary form.
        let power = exponent < 0 ? 1 / pow(10, -exponent) : pow(10, exponent)
        let mantissa = size / power
        let round = [1.0, 2, 5].first { mantissa <= $0 * (1 + 1e-9) } ?? 10
        return exponent < 0 ? round / pow(10, -exponent) : round * power
    }
}
