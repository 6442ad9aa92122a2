/// A drawing of numbers as SVG, and the same numbers as a table.
///
/// Colours come from the page: the classes `series-1` … `series-6` set `color`, all shapes use `currentColor`, and
/// `ChartStyle.sheet` holds rules for light and dark. There is no script and no style attribute, so a strict content
/// security policy holds. The same values always give the same bytes.
public protocol Chart: Sendable {
    var caption: ChartCaption { get }
    var table: ChartTable { get }

    /// The `svg` element.
    /// - Parameter id: unique in the page; the title and the description are named after it.
    func svg(id: String) -> String
}

extension Chart {
    /// The drawing for a narrow screen, in which words are as large as in the wide one.
    public func narrowSVG(id: String) -> String { ChartCanvas.$width.withValue(380) { svg(id: id) } }
}

/// One row of numbers of a chart with its name in the legend.
public struct ChartSeries: Sendable, Hashable {
    public let name: String
    /// One value for every point of the chart. Nil where nobody measured, which is not zero.
    public let values: [Double?]

    public init(name: String, values: [Double?]) {
        self.name = name
        self.values = values
    }

    /// The value of a point; a series that is too short has none.
    func value(_ index: Int) -> Double? {
        values.indices.contains(index) ? values[index].known : nil
    }
}
