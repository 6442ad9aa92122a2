/// One value for each of several things, as horizontal bars with room for long names.
public struct BarChart: Chart, Hashable {
    public let caption: ChartCaption
    /// What the names are names of: "Đơn vị"; heads the first column of the table.
    public let subject: String
    public let bars: [ChartBar]

    /// - Parameter bars: in the order they are to be shown; the drawing shows the first thirty, the table all.
    public init(_ caption: ChartCaption, subject: String, bars: [ChartBar]) {
        self.caption = caption
        self.subject = subject
        self.bars = bars
    }

    public var table: ChartTable {
        ChartTable(
            caption: caption.title, header: [subject, caption.unit],
            rows: bars.map { [.text($0.name), caption.cell($0.value)] }, language: caption.language)
    }

    public func svg(id: String) -> String {
        let shown = bars.prefix(Self.most)
        let values = shown.compactMap(\.value.known)
        guard !values.isEmpty else { return ChartCanvas.empty(caption, id: id) }
        let scale = BarScale(values, caption)
        var canvas = ChartCanvas(caption)
        canvas.add(ChartCanvas.label(caption.unit, x: scale.left, y: 16, isMuted: true))
        var top = 26.0
        for bar in shown {
            let lines = ChartText.wrapped(bar.name, to: scale.left - 12, lines: 2)
            let height = max(Self.barHeight, Double(lines.count) * ChartCanvas.lineHeight) + 8
            canvas.add(row(bar, lines, scale, top: top, height: height))
            top += height
        }
        let zero = scale.x(0)
        canvas.add(ChartCanvas.rule(x1: zero, y1: 22, x2: zero, y2: top, isAxis: true))
        if let note = ChartNote.cut(shown: shown.count, of: bars.count, caption) {
            canvas.add(ChartCanvas.label(note, x: 0, y: top + 18, isMuted: true))
            top += 24
        }
        return canvas.svg(id: id, description: description(of: Array(shown)), height: top + 8)
    }

    private func row(_ bar: ChartBar, _ lines: [String], _ scale: BarScale, top: Double, height: Double) -> Element {
        let middle = top + height / 2
        let firstLine = middle - Double(lines.count - 1) * ChartCanvas.lineHeight / 2 + 4.5
        var parts = [
            Element("title", [:], text: "\(bar.name): \(bar.value.known.map(caption.amount) ?? caption.missing)")
        ]
        parts += lines.enumerated().map { line, text in
            ChartCanvas.label(
                text, x: scale.left - 12, y: firstLine + Double(line) * ChartCanvas.lineHeight, anchor: .end)
        }
        guard let value = bar.value.known else {
            let x = scale.x(0) + 6
            return Element("g", [:], parts + [ChartCanvas.label(caption.missing, x: x, y: middle + 4.5, isMuted: true)])
        }
        let (start, end) = (scale.x(min(0, value)), scale.x(max(0, value)))
        let shape = Element(
            "rect",
            [
                "class": ChartCanvas.seriesClass(0), "x": start.svg, "y": (middle - Self.barHeight / 2).svg,
                "width": (end - start).svg, "height": Self.barHeight.svg,
            ])
        return Element(
            "g", [:], parts + [shape, ChartCanvas.label(caption.number(value), x: end + 6, y: middle + 4.5)])
    }

    private func description(of shown: [ChartBar]) -> String {
        let figures = shown.map { "\($0.name): \($0.value.known.map(caption.amount) ?? caption.missing)" }
        let opening = caption.words("Biểu đồ thanh ngang.", "Horizontal bar chart.")
        let note = ChartNote.cut(shown: shown.count, of: bars.count, caption).map { " " + $0 } ?? ""
        return "\(opening) \(figures.joined(separator: "; ")).\(note)"
    }

    private static let most = 30
    private static let barHeight = 18.0
}

/// One thing and its value; nil where nobody measured.
public struct ChartBar: Sendable, Hashable {
    public let name: String
    public let value: Double?

    public init(name: String, value: Double?) {
        self.name = name
        self.value = value
    }
}

/// Horizontal places of bars: names to the left, and the longest number still fits behind the longest bar.
private struct BarScale {
    let left = min(230, ChartCanvas.width * 0.4)
    private let lowest: Double
    private let highest: Double
    private let right: Double

    init(_ values: [Double], _ caption: ChartCaption) {
        lowest = min(0, values.min() ?? 0)
        highest = max(0, values.max() ?? 0)
        let longest = values.map { ChartText.width(caption.number($0)) }.max() ?? 0
        right = max(left + 40, ChartCanvas.width - longest - 12)
    }

    func x(_ value: Double) -> Double {
        highest > lowest ? left + (value - lowest) / (highest - lowest) * (right - left) : left
    }
}
