/// The field of a chart with a value axis to the left: where values and positions fall, and the grid behind them.
struct ChartFrame {
    let axis: ValueAxis
    let left: Double
    let right = ChartCanvas.width - 12
    let top: Double = 34
    let bottom: Double
    private let caption: ChartCaption
    private let tickLabels: [String]

    init(_ caption: ChartCaption, _ axis: ValueAxis, height: Double = 220) {
        self.caption = caption
        self.axis = axis
        let labels = axis.ticks.map {
            NumberFormatting.decimal($0, fractionDigits: axis.fractionDigits, caption.language)
        }
        tickLabels = labels
        left = (labels.map(ChartText.width).max() ?? 0) + 12
        bottom = 34 + height
    }

    var width: Double { right - left }

    func y(_ value: Double) -> Double { bottom - axis.fraction(of: value) * (bottom - top) }
    func x(_ fraction: Double) -> Double { left + fraction * width }

    /// Unit, grid lines and the labels of the value axis.
    var grid: [Element] {
        var parts = [ChartCanvas.label(caption.unit, x: 0, y: 16, isMuted: true)]
        for (tick, label) in zip(axis.ticks, tickLabels) {
            let height = y(tick)
            parts.append(ChartCanvas.rule(x1: left, y1: height, x2: right, y2: height, isAxis: tick == 0))
            parts.append(ChartCanvas.label(label, x: left - 8, y: height + 4.5, anchor: .end, isMuted: true))
        }
        return parts
    }
}
