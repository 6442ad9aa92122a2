/// The names of the series below a chart, each beside a sample of its colour, in as many lines as they need.
struct ChartLegend {
    enum Sample {
        case line, area
    }

    private let items: [Item]
    let height: Double

    private struct Item {
        let index: Int
        let name: String
        let x: Double
        let line: Int
    }

    init(_ names: [String]) {
        var items: [Item] = []
        var (x, line) = (0.0, 0)
        for (index, name) in names.enumerated() {
            let name = ChartText.truncated(name, to: ChartCanvas.width - Self.sampleWidth - Self.gap)
            let width = Self.sampleWidth + ChartText.width(name) + Self.gap
            if x > 0, x + width > ChartCanvas.width {
                x = 0
                line += 1
            }
            items.append(Item(index: index, name: name, x: x, line: line))
            x += width
        }
        self.items = items
        height = names.isEmpty ? 0 : Double(line + 1) * 20 + 6
    }

    /// - Parameter top: where the legend begins.
    func elements(_ sample: Sample, top: Double) -> [Element] {
        items.map { item in
            let y = top + Double(item.line) * 20 + 14
            let series = ChartCanvas.seriesClass(item.index)
            let shape =
                sample == .line
                ? Element(
                    "path",
                    [
                        "class": series, "d": "M\(item.x.svg) \((y - 4).svg)h22", "fill": "none",
                        "stroke": "currentColor", "stroke-width": "2.5", "stroke-dasharray": LineDash.of(item.index),
                    ])
                : Element(
                    "rect",
                    ["class": series, "x": (item.x + 4).svg, "y": (y - 11).svg, "width": "14", "height": "14"])
            return Element("g", [:], [shape, ChartCanvas.label(item.name, x: item.x + Self.sampleWidth, y: y)])
        }
    }

    private static let sampleWidth = 28.0
    private static let gap = 18.0
}

/// Tells lines apart without colour.
enum LineDash {
    /// Nil is an unbroken line.
    static func of(_ index: Int) -> String? {
        [nil, "7 4", "2 3", "10 3 2 3", "12 5", "4 2 1 2"][index % 6]
    }
}
