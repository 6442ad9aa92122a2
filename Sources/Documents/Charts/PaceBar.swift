/// How far a target is reached: done, what was expected by today, and where it is heading.
public struct PaceBar: Chart, Hashable {
    public let caption: ChartCaption
    /// Nil where nobody measured.
    public let done: Double?
    /// What even progress would have reached by today.
    public let expected: Double?
    /// What the period is heading for at the pace so far.
    public let forecast: Double?
    /// Nil where none was registered, or only words.
    public let target: Double?

    public init(_ caption: ChartCaption, done: Double?, expected: Double?, forecast: Double?, target: Double?) {
        self.caption = caption
        self.done = done.known
        self.expected = expected.known
        self.forecast = forecast.known
        self.target = target.known
    }

    public var table: ChartTable {
        ChartTable(
            caption: caption.title,
            header: [caption.words("Mốc", "Mark"), caption.unit, caption.words("So với chỉ tiêu", "Of the target")],
            rows: marks.map { name, value in
                [.text(name), caption.cell(value), share(value).map { .percent($0, fractionDigits: 1) } ?? .empty]
            },
            language: caption.language)
    }

    private var marks: [(name: String, value: Double?)] {
        [
            (caption.words("Đã thực hiện", "Done"), done),
            (caption.words("Cần đạt đến hôm nay", "Expected by today"), expected),
            (caption.words("Dự kiến cuối kỳ", "Forecast"), forecast),
            (caption.words("Chỉ tiêu", "Target"), target),
        ]
    }

    private func share(_ value: Double?) -> Double? {
        guard let value, let target, target > 0 else { return nil }
        return value / target
    }

    public func svg(id: String) -> String {
        guard let done else { return ChartCanvas.empty(caption, id: id) }
        let longest = max(done, expected ?? 0, forecast ?? 0, target ?? 0)
        let scale = { (value: Double) in longest > 0 ? max(0, value) / longest * ChartCanvas.width : 0 }
        var canvas = ChartCanvas(caption)
        canvas.add(ChartCanvas.label(figures(done), x: 0, y: 16, isStrong: true))
        canvas.add(track(to: target.map(scale) ?? ChartCanvas.width))
        if let forecast, forecast > done { canvas.add(forecastBar(from: scale(done), to: scale(forecast))) }
        canvas.add(Element("rect", bar(["class": ChartCanvas.seriesClass(0)], from: 0, to: scale(done))))
        if let expected { canvas.add(mark(at: scale(expected))) }
        if let target, target < longest { canvas.add(targetMark(at: scale(target))) }
        let passed = target.flatMap {
            $0 < longest ? caption.words("▼ chỉ tiêu: ", "▼ target: ") + caption.number($0) : nil
        }
        let words = [expected.map(expectation), passed, forecast.map(prediction)].compactMap { $0 }
            .joined(separator: " · ")
        let lines = ChartText.wrapped(words, to: ChartCanvas.width, lines: 3)
        for (line, text) in lines.enumerated() {
            canvas.add(ChartCanvas.label(text, x: 0, y: 70 + Double(line) * ChartCanvas.lineHeight, isMuted: true))
        }
        let below = Double(max(0, lines.count - 1)) * ChartCanvas.lineHeight
        return canvas.svg(id: id, description: description, height: (words.isEmpty ? 58 : 80) + below)
    }

    private func figures(_ done: Double) -> String {
        guard let target else { return caption.amount(done) }
        let share = share(done).map { " (\(caption.percent($0)))" } ?? ""
        return "\(caption.number(done)) / \(caption.amount(target))\(share)"
    }

    private func expectation(_ value: Double) -> String {
        caption.words("▲ cần đạt đến hôm nay: ", "▲ expected by today: ") + caption.number(value)
    }

    private func prediction(_ value: Double) -> String {
        caption.words("dự kiến cuối kỳ: ", "forecast: ") + caption.number(value)
    }

    private func track(to end: Double) -> Element {
        Element("rect", bar(["class": "chart-track", "fill-opacity": "0.15"], from: 0, to: end))
    }

    private func forecastBar(from start: Double, to end: Double) -> Element {
        Element("rect", bar(["class": ChartCanvas.seriesClass(0), "fill-opacity": "0.35"], from: start, to: end))
    }

    private func bar(
        _ attributes: KeyValuePairs<String, String?>, from start: Double, to end: Double
    ) -> [Element.Attribute] {
        Element.given(attributes)
            + Element.given([
                "x": start.svg, "y": Self.top.svg, "width": (end - start).svg, "height": Self.thickness.svg,
            ])
    }

    private func mark(at x: Double) -> Element {
        let x = min(max(x, 1), ChartCanvas.width - 1)
        let bottom = Self.top + Self.thickness
        return Element(
            "path",
            [
                "class": "chart-mark",
                "d": "M\((x - 1).svg) \((Self.top - 3).svg)h2V\(bottom.svg)l4 7h-10l4 -7z",
            ])
    }

    /// Where the target lies, once the bar has gone past it.
    private func targetMark(at x: Double) -> Element {
        Element(
            "path", ["class": "chart-mark", "d": "M\((x - 5).svg) \((Self.top - 8).svg)h10l-5 8z"])
    }

    private var description: String {
        marks.map { name, value in "\(name): \(value.map(caption.amount) ?? caption.missing)" }
            .joined(separator: "; ") + "."
    }

    private static let top = 26.0
    private static let thickness = 20.0
}
