/// Puts the parts of a drawing together: the accessible frame around them, and what all charts draw alike.
struct ChartCanvas {
    let caption: ChartCaption
    private(set) var parts: [Element] = []

    init(_ caption: ChartCaption) {
        self.caption = caption
    }

    mutating func add(_ part: Element) { parts.append(part) }
    mutating func add(_ more: [Element]) { parts += more }

    /// The whole drawing.
    /// - Parameters:
    ///   - description: a sentence with the main figures, for those who do not see the drawing.
    ///   - height: in the units of the drawing, `ChartCanvas.width` wide.
    func svg(id: String, description: String, height: Double) -> String {
        let size = "0 0 \(Self.width.svg) \(height.svg)"
        return Element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-description", "viewBox": size, "width": Self.width.svg,
                "height": height.svg, "font-family": "system-ui, sans-serif", "font-size": Self.fontSize.svg,
                "fill": "currentColor",
            ],
            [
                Element("title", ["id": "\(id)-title"], text: caption.title),
                Element("desc", ["id": "\(id)-description"], text: description),
            ] + parts
        ).text
    }

    /// A chart without numbers says so instead of showing empty axes.
    static func empty(_ caption: ChartCaption, id: String) -> String {
        var canvas = ChartCanvas(caption)
        canvas.add(label(caption.nothing, x: width / 2, y: 44, anchor: .middle, isMuted: true))
        return canvas.svg(id: id, description: caption.nothing, height: 80)
    }

    enum Anchor: String {
        case start, middle, end
    }

    static func label(
        _ text: String, x: Double, y: Double, anchor: Anchor = .start, isMuted: Bool = false, isStrong: Bool = false
    ) -> Element {
        Element(
            "text",
            [
                "class": isMuted ? "chart-muted" : nil, "x": x.svg, "y": y.svg,
                "text-anchor": anchor == .start ? nil : anchor.rawValue, "font-weight": isStrong ? "600" : nil,
            ],
            text: text)
    }

    /// A line of the grid or an axis, not part of the data.
    static func rule(x1: Double, y1: Double, x2: Double, y2: Double, isAxis: Bool = false) -> Element {
        Element(
            "line",
            [
                "class": isAxis ? "chart-axis" : "chart-grid", "x1": x1.svg, "y1": y1.svg, "x2": x2.svg, "y2": y2.svg,
                "stroke": "currentColor", "stroke-opacity": isAxis ? "0.6" : "0.15",
            ])
    }

    /// The class of a series; after six they begin again.
    static func seriesClass(_ index: Int) -> String { "series-\(index % 6 + 1)" }

    /// In the units of the drawing; 640 unless a narrow page asks for less.
    @TaskLocal static var width = 640.0
    static let fontSize = 13.0
    static let lineHeight = 17.0
}

extension Double {
    /// A length in a drawing: at most two digits after the point, the same on every machine.
    var svg: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
        let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest / 10)\(rest % 10)"
        return (hundredths < 0 ? "-" : "") + "\(whole)\(digits)"
    }
}
