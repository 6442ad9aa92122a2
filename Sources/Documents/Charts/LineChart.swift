public import Outreach

/// Values over time, a line a series. Where a day has no value the line breaks: missing is not zero.
public struct LineChart: Chart, Hashable {
    public let caption: ChartCaption
    /// In order of time.
    public let days: [Day]
    public let series: [ChartSeries]

    /// - Parameters:
    ///   - days: the days that were looked at, in any order.
    ///   - series: each with one value for every day, in the order of `days`.
    public init(_ caption: ChartCaption, days: [Day], series: [ChartSeries]) {
        let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
        self.caption = caption
        self.days = order.map { days[$0] }
        self.series = series.map { line in
            ChartSeries(name: line.name, values: order.map { line.value($0) })
        }
    }

    public var table: ChartTable {
        ChartTable(
            caption: caption.title,
            header: [caption.words("Ngày", "Day")] + series.map(\.name),
            rows: days.indices.map { day in [.day(days[day])] + series.map { caption.cell($0.value(day)) } },
            language: caption.language)
    }

    public func svg(id: String) -> String {
        let values = series.flatMap(\.values).compactMap(\.known)
        guard !values.isEmpty, let first = days.first, let last = days.last, let range = DayRange(first, last) else {
            return ChartCanvas.empty(caption, id: id)
        }
        let frame = ChartFrame(caption, ValueAxis(for: values, fractionDigits: caption.fractionDigits))
        let axis = DayAxis(range, caption.language)
        let legend = ChartLegend(series.count > 1 ? series.map(\.name) : [])
        var canvas = ChartCanvas(caption)
        canvas.add(frame.grid)
        canvas.add(axis.ticks.flatMap { tick($0, axis, frame) })
        for index in series.indices { canvas.add(line(index, axis, frame)) }
        canvas.add(legend.elements(.line, top: frame.bottom + 26))
        return canvas.svg(id: id, description: description, height: frame.bottom + 30 + legend.height)
    }

    private func tick(_ tick: DayAxis.Tick, _ axis: DayAxis, _ frame: ChartFrame) -> [Element] {
        let x = frame.x(axis.fraction(of: tick.day))
        let half = ChartText.width(tick.label) / 2
        let centre = min(max(x, half), ChartCanvas.width - half)
        return [
            ChartCanvas.rule(x1: x, y1: frame.bottom, x2: x, y2: frame.bottom + 5, isAxis: true),
            ChartCanvas.label(tick.label, x: centre, y: frame.bottom + 20, anchor: .middle, isMuted: true),
        ]
    }

    private func line(_ index: Int, _ axis: DayAxis, _ frame: ChartFrame) -> Element {
        let runs = LineRun.runs(
            of: days.indices.map { day in
                series[index].value(day).map { value in
                    LinePoint(day: day, x: frame.x(axis.fraction(of: days[day])), y: frame.y(value))
                }
            })
        let path = runs.map { run in
            run.thinned.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element.x.svg) \($0.element.y.svg)" }
                .joined()
        }
        let stroke = Element(
            "path",
            [
                "d": path.joined(), "fill": "none", "stroke": "currentColor", "stroke-width": "2.5",
                "stroke-linejoin": "round", "stroke-dasharray": LineDash.of(index),
            ])
        return Element(
            "g", ["class": ChartCanvas.seriesClass(index)], [stroke] + dots(of: runs).map { dot($0, of: index) })
    }

    /// Every point while there are few; later only those without a neighbour, which no line would show.
    private func dots(of runs: [LineRun]) -> [LinePoint] {
        days.count <= Self.mostDots ? runs.flatMap(\.points) : runs.filter { $0.points.count == 1 }.flatMap(\.points)
    }

    private func dot(_ point: LinePoint, of index: Int) -> Element {
        let value = series[index].value(point.day).map(caption.amount) ?? caption.missing
        return Element(
            "circle", ["cx": point.x.svg, "cy": point.y.svg, "r": "3.5"],
            [Element("title", [:], text: "\(days[point.day].written) – \(series[index].name): \(value)")])
    }

    private static let mostDots = 31
}
