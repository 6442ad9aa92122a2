/// Groups of columns side by side, such as this period and the same period before for each indicator.
public struct ColumnChart: Chart, Hashable {
    public let caption: ChartCaption
    /// What the groups are: "Tháng"; heads the first column of the table.
    public let subject: String
    public let groups: [String]
    public let series: [ChartSeries]

    /// - Parameters:
    ///   - groups: names below the columns; the drawing shows the first twenty-four, the table all.
    ///   - series: each with one value for every group.
    public init(_ caption: ChartCaption, subject: String, groups: [String], series: [ChartSeries]) {
        self.caption = caption
        self.subject = subject
        self.groups = groups
        self.series = series
    }

    public var table: ChartTable {
        ChartTable(
            caption: caption.title, header: [subject] + series.map(\.name),
            rows: groups.indices.map { group in [.text(groups[group])] + series.map { caption.cell($0.value(group)) } },
            language: caption.language)
    }

    public func svg(id: String) -> String {
        let shown = groups.indices.prefix(Self.most)
        let values = series.flatMap { line in shown.compactMap { line.value($0) } }
        guard !values.isEmpty else { return ChartCanvas.empty(caption, id: id) }
        let frame = ChartFrame(caption, ValueAxis(for: values, fractionDigits: caption.fractionDigits))
        let slots = Slots(frame: frame, groups: shown.count, series: series.count)
        let labels = labels(of: Array(shown), slots)
        var canvas = ChartCanvas(caption)
        canvas.add(frame.grid)
        for group in shown { canvas.add(columns(of: group, labels[group], slots)) }
        var bottom = frame.bottom + Double(labels.map(\.count).max() ?? 1) * ChartCanvas.lineHeight + 10
        if let note = ChartNote.cut(shown: shown.count, of: groups.count, caption) {
            canvas.add(ChartCanvas.label(note, x: 0, y: bottom + 14, isMuted: true))
            bottom += 22
        }
        let legend = ChartLegend(series.count > 1 ? series.map(\.name) : [])
        canvas.add(legend.elements(.area, top: bottom))
        return canvas.svg(id: id, description: description(of: Array(shown)), height: bottom + legend.height + 4)
    }

    /// Below each group; where many narrow ones stand side by side, below as many of them as have room.
    private func labels(of shown: [Int], _ slots: Slots) -> [[String]] {
        let words = shown.flatMap { groups[$0].split(separator: " ") }
        let longest = words.map { ChartText.width(String($0)) }.max() ?? 0
        guard shown.count > 6, longest > slots.group - 6 else {
            return shown.map { ChartText.wrapped(groups[$0], to: slots.group - 6, lines: 3) }
        }
        let every = Int(((longest + 6) / slots.group).rounded(.up))
        return shown.map { index in
            index % every == 0 ? ChartText.wrapped(groups[index], to: slots.group * Double(every) - 6, lines: 3) : []
        }
    }

    private func columns(of group: Int, _ label: [String], _ slots: Slots) -> Element {
        let centre = slots.centre(of: group)
        var parts = series.indices.map { column(group, $0, slots) }
        parts += label.enumerated().map { line, text in
            ChartCanvas.label(
                text, x: centre, y: slots.frame.bottom + 18 + Double(line) * ChartCanvas.lineHeight, anchor: .middle)
        }
        return Element("g", [:], parts)
    }

    private func column(_ group: Int, _ index: Int, _ slots: Slots) -> Element {
        let x = slots.x(group, index)
        let value = series[index].value(group)
        let title = "\(groups[group]) – \(series[index].name): \(value.map(caption.amount) ?? caption.missing)"
        let centre = x + slots.column / 2
        guard let value else {
            let sign = ChartCanvas.label("–", x: centre, y: slots.frame.y(0) - 5, anchor: .middle, isMuted: true)
            return Element("g", [:], [Element("title", [:], text: title), sign])
        }
        let (top, bottom) = (slots.frame.y(max(0, value)), slots.frame.y(min(0, value)))
        var parts = [
            Element("title", [:], text: title),
            Element(
                "rect",
                [
                    "class": ChartCanvas.seriesClass(index), "x": x.svg, "y": top.svg, "width": slots.column.svg,
                    "height": (bottom - top).svg,
                ]),
        ]
        let number = caption.number(value)
        if ChartText.width(number) <= slots.column + 2 {
            parts.append(ChartCanvas.label(number, x: centre, y: top - 5, anchor: .middle))
        }
        return Element("g", [:], parts)
    }

    private func description(of shown: [Int]) -> String {
        let sentences = shown.map { group in
            let figures = series.map { line in
                "\(line.name) \(line.value(group).map(caption.amount) ?? caption.missing)"
            }
            return "\(groups[group]): \(figures.joined(separator: ", "))"
        }
        let opening = caption.words("Biểu đồ cột.", "Column chart.")
        let note = ChartNote.cut(shown: shown.count, of: groups.count, caption).map { " " + $0 } ?? ""
        return "\(opening) \(sentences.joined(separator: "; ")).\(note)"
    }

    private static let most = 24
}

/// Horizontal places of groups and of the columns in them.
private struct Slots {
    let frame: ChartFrame
    let group: Double
    let column: Double
    private let series: Int

    init(frame: ChartFrame, groups: Int, series: Int) {
        self.frame = frame
        self.series = series
        group = frame.width / Double(max(1, groups))
        column = min(56, group * 0.8 / Double(max(1, series)))
    }

    func centre(of index: Int) -> Double { frame.left + group * (Double(index) + 0.5) }

    func x(_ index: Int, _ serie: Int) -> Double {
        centre(of: index) - column * Double(series) / 2 + column * Double(serie)
    }
}
