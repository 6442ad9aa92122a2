/// How wholes divide into parts: a bar of full width for each whole, its parts side by side.
public struct ShareChart: Chart, Hashable {
    public let caption: ChartCaption
    /// What the wholes are: "Đơn vị"; heads the first column of the table.
    public let subject: String
    /// The names of the parts.
    public let parts: [String]
    public let wholes: [ChartSeries]

    /// - Parameter wholes: each with one value for every part; the drawing shows the first twenty, the table all.
    ///   Values below zero are no parts and count as missing. Parts nobody measured are left out of the whole, and the
    ///   drawing says so.
    public init(_ caption: ChartCaption, subject: String, parts: [String], wholes: [ChartSeries]) {
        self.caption = caption
        self.subject = subject
        self.parts = parts
        self.wholes = wholes.map { whole in
            ChartSeries(
                name: whole.name,
                values: parts.indices.map { part in whole.value(part).flatMap { $0 < 0 ? nil : $0 } })
        }
    }

    public var table: ChartTable {
        ChartTable(
            caption: caption.title,
            header: [subject] + parts.flatMap { [$0, "\($0) (%)"] },
            rows: wholes.map { whole in
                [.text(whole.name)]
                    + parts.indices.flatMap { part -> [Cell] in
                        let share = share(of: part, in: whole)
                        return [
                            caption.cell(whole.value(part)),
                            share.map { .percent($0, fractionDigits: 1) } ?? .empty,
                        ]
                    }
            },
            language: caption.language)
    }

    public func svg(id: String) -> String {
        let shown = wholes.prefix(Self.most)
        guard shown.contains(where: { total($0) > 0 }) else { return ChartCanvas.empty(caption, id: id) }
        var canvas = ChartCanvas(caption)
        var top = 0.0
        for whole in shown {
            canvas.add(ChartCanvas.label(heading(whole), x: 0, y: top + 16))
            canvas.add(bar(whole, top: top + 22))
            top += 54
        }
        if let note = ChartNote.cut(shown: shown.count, of: wholes.count, caption) {
            canvas.add(ChartCanvas.label(note, x: 0, y: top + 14, isMuted: true))
            top += 22
        }
        let legend = ChartLegend(parts)
        canvas.add(legend.elements(.area, top: top))
        return canvas.svg(id: id, description: description(of: Array(shown)), height: top + legend.height + 4)
    }

    private func total(_ whole: ChartSeries) -> Double { whole.values.compactMap(\.known).reduce(0, +) }

    private func share(of part: Int, in whole: ChartSeries) -> Double? {
        let total = total(whole)
        return total > 0 ? whole.value(part).map { $0 / total } : nil
    }

    private func heading(_ whole: ChartSeries) -> String {
        let measured = whole.values.contains { $0.known != nil }
        let total = measured ? caption.amount(total(whole)) : caption.missing
        let suffix = ": \(total)\(gaps(whole))"
        return ChartText.truncated(whole.name, to: ChartCanvas.width - ChartText.width(suffix)) + suffix
    }

    /// Says which parts the whole does not hold because nobody measured them.
    private func gaps(_ whole: ChartSeries) -> String {
        let missing = parts.indices.filter { whole.value($0) == nil }
        guard !missing.isEmpty, missing.count < parts.count else { return "" }
        let names = missing.map { parts[$0] }.joined(separator: ", ")
        return caption.words(" (chưa có số: \(names))", " (no data: \(names))")
    }

    private func bar(_ whole: ChartSeries, top: Double) -> Element {
        var left = 0.0
        var shapes: [Element] = []
        for part in parts.indices {
            guard let share = share(of: part, in: whole), share > 0 else { continue }
            let width = share * ChartCanvas.width
            shapes.append(segment(part, whole, share, left: left, width: width, top: top))
            left += width
        }
        return Element("g", [:], shapes)
    }

    private func segment(
        _ part: Int, _ whole: ChartSeries, _ share: Double, left: Double, width: Double, top: Double
    ) -> Element {
        let value = whole.value(part).map(caption.amount) ?? caption.missing
        let percent = caption.percent(share)
        var content = [
            Element("title", [:], text: "\(whole.name) – \(parts[part]): \(value) (\(percent))"),
            Element(
                "rect",
                [
                    "class": ChartCanvas.seriesClass(part), "x": left.svg, "y": top.svg,
                    // A narrow gap tells neighbours apart without colour.
                    "width": max(0.5, width - 2).svg, "height": "22",
                ]),
        ]
        if ChartText.width(percent) + 6 < width {
            content.append(
                Element(
                    "text",
                    [
                        "class": "chart-inside", "x": (left + width / 2 - 1).svg, "y": (top + 15.5).svg,
                        "text-anchor": "middle", "fill": "#fff",
                    ],
                    text: percent))
        }
        return Element("g", [:], content)
    }

    private func description(of shown: [ChartSeries]) -> String {
        let sentences = shown.map { whole in
            let figures = parts.indices.map { part in
                "\(parts[part]) \(share(of: part, in: whole).map(caption.percent) ?? caption.missing)"
            }
            return "\(whole.name): \(figures.joined(separator: ", "))"
        }
        let opening = caption.words("Biểu đồ tỷ lệ.", "Shares.")
        let note = ChartNote.cut(shown: shown.count, of: wholes.count, caption).map { " " + $0 } ?? ""
        return "\(opening) \(sentences.joined(separator: "; ")).\(note)"
    }

    private static let most = 20
}
