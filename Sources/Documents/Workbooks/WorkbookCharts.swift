import CXLSXWriter
import Outreach

/// Writes the charts of a workbook below each other on a sheet of their own.
struct WorkbookCharts {
    let workbook: Workbook
    /// As they stand in the file.
    let sheetNames: [String]
    let file: UnsafeMutablePointer<lxw_workbook>
    let worksheet: UnsafeMutablePointer<lxw_worksheet>

    func write() {
        var (row, rowOnPage) = (0, 0)
        var breaks: [lxw_row_t] = []
        for chart in workbook.charts where workbook.sheets.indices.contains(chart.sheet) {
            let sheet = workbook.sheets[chart.sheet]
            let rows = (chart.rows ?? sheet.rows.indices).clamped(to: sheet.rows.indices)
            guard !rows.isEmpty else { continue }
            let height = height(of: chart, names: rows.count)
            // No chart is cut in two by the end of a page.
            if rowOnPage > 0, rowOnPage + height > Self.rowsOnPage {
                breaks.append(lxw_row_t(row - 1))
                rowOnPage = 0
            }
            insert(chart, sheet, rows, at: row, height: height)
            row += height + 2
            rowOnPage += height + 2
        }
        setUpPage(breaks)
    }

    private func setUpPage(_ breaks: [lxw_row_t]) {
        worksheet_set_paper(worksheet, 9)
        worksheet_set_portrait(worksheet)
        worksheet_set_margins(worksheet, 30 / 25.4, 15.1 / 25.4, 20 / 25.4, 20 / 25.4)
        // Not fitted to the page, for Excel then ignores page breaks; leaves room for programs with wider columns.
        worksheet_set_print_scale(worksheet, 85)
        worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        // The list ends with a zero.
        var list = breaks + [0]
        if !breaks.isEmpty { worksheet_set_h_pagebreaks(worksheet, &list) }
    }

    /// In rows of a sheet; bars need room for each name.
    private func height(of chart: SheetChart, names: Int) -> Int {
        switch chart.kind {
        case .line, .columns: 18
        case .bars, .shares: min(Self.rowsOnPage, 8 + (names * 7 + 4) / 5)
        }
    }

    private func insert(_ chart: SheetChart, _ sheet: Sheet, _ rows: Range<Int>, at row: Int, height: Int) {
        guard let drawing = workbook_add_chart(file, UInt8(chart.kind.native.rawValue)) else { return }
        let name = sheetNames[chart.sheet]
        let first = UInt32(sheet.headerRow + 1 + rows.lowerBound)
        let last = UInt32(sheet.headerRow + rows.upperBound)
        for (index, column) in chart.values.enumerated() {
            guard let series = chart_add_series(drawing, nil, nil) else { continue }
            chart_series_set_categories(series, name, first, UInt16(chart.names), last, UInt16(chart.names))
            chart_series_set_values(series, name, first, UInt16(column), last, UInt16(column))
            chart_series_set_name_range(series, name, UInt32(sheet.headerRow), UInt16(column))
            colour(series, chart.kind, index)
        }
        label(drawing, chart, areDays: rows.contains { isDay(sheet.rows[$0], chart.names) })
        var options = lxw_chart_options()
        // In pixels: the library's own size is 480 by 288, a row's height 20.
        options.x_scale = 540 / 480
        options.y_scale = Double(height) * 20 / 288
        Self.withCopy(of: chart.title) { description in
            options.description = description
            _ = worksheet_insert_chart_opt(worksheet, UInt32(row), 0, drawing, &options)
        }
    }

    private func isDay(_ row: [Cell], _ column: Int) -> Bool {
        guard row.indices.contains(column), case .day = row[column] else { return false }
        return true
    }

    private func label(_ drawing: UnsafeMutablePointer<lxw_chart>, _ chart: SheetChart, areDays: Bool) {
        chart_title_set_name(drawing, SheetText.fitting(chart.title))
        // For bars the library takes the upright axis, which has the names, for the second.
        let isLying = chart.kind == .bars || chart.kind == .shares
        let names = isLying ? drawing.pointee.y_axis : drawing.pointee.x_axis
        let values = isLying ? drawing.pointee.x_axis : drawing.pointee.y_axis
        chart_axis_set_name(values, SheetText.fitting(chart.unit))
        chart_axis_set_num_format(values, chart.kind == .shares ? "0%" : "#,##0")
        if areDays { chart_axis_set_num_format(names, "dd/mm/yyyy") }
        if isLying {
            // Excel draws the first bar at the bottom.
            chart_axis_set_reverse(names)
            chart_axis_set_crossing_max(names)
        }
        if chart.values.count > 1 {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        } else {
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
    }

    private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>, _ kind: SheetChart.Kind, _ index: Int) {
        let colour = Self.colours[index % Self.colours.count]
        switch kind {
        case .line:
            var line = lxw_chart_line()
            (line.color, line.width) = (colour, 2.25)
            chart_series_set_line(series, &line)
            chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        case .bars, .columns, .shares:
            var fill = lxw_chart_fill()
            fill.color = colour
            chart_series_set_fill(series, &fill)
            if kind != .shares { chart_series_set_labels(series) }
        }
    }

    /// A C string of its own for as long as the body runs.
    static func withCopy(of text: String, _ body: (UnsafeMutablePointer<CChar>) -> Void) {
        var copy = Array(XMLText.allowed(text).utf8CString)
        copy.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { body(start) }
        }
    }

    /// A page of A4 between its margins at that scale.
    private static let rowsOnPage = 52

    /// Those of `ChartStyle` on a light page.
    private static let colours: [lxw_color_t] = [0x1D5FA8, 0xB3470F, 0x1D7A4B, 0x8A3A9C, 0x8A6100, 0xB0244F]
}

extension SheetChart.Kind {
    fileprivate var native: lxw_chart_type {
        switch self {
        case .line: LXW_CHART_LINE
        case .bars: LXW_CHART_BAR
        case .columns: LXW_CHART_COLUMN
        case .shares: LXW_CHART_BAR_STACKED_PERCENT
        }
    }
}
