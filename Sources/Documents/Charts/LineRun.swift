/// A point of a line in the units of the drawing.
struct LinePoint: Hashable {
    /// Which of the chart's days it belongs to.
    let day: Int
    let x: Double
    let y: Double
}

/// Neighbouring points without a gap between them.
struct LineRun {
    let points: [LinePoint]

    /// The runs between the gaps.
    static func runs(of points: [LinePoint?]) -> [LineRun] {
        points.split(separator: nil).map { LineRun(points: $0.compactMap { $0 }) }
    }

    /// At most a few points for every unit of width, keeping what the eye would see: the ends, and the highest and the
    /// lowest of each stretch.
    var thinned: [LinePoint] {
        guard points.count > Self.most, let first = points.first, let last = points.last else { return points }
        let inner = points.dropFirst().dropLast()
        let stretches = Self.most / 2 - 1
        var kept = [first]
        for stretch in 0..<stretches {
            let start = inner.startIndex + inner.count * stretch / stretches
            let end = inner.startIndex + inner.count * (stretch + 1) / stretches
            let part = inner[start..<end]
            guard let low = part.min(by: { $0.y < $1.y }), let high = part.max(by: { $0.y < $1.y }) else { continue }
            kept += low == high ? [low] : low.day < high.day ? [low, high] : [high, low]
        }
        return kept + [last]
    }

    /// More points than this fall on each other in a drawing of this width.
    static let most = 240
}
