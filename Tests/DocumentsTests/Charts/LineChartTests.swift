import Outreach
import Testing

@testable import Documents

@Suite("The line chart")
struct LineChartTests {
    private func path(_ svg: String) throws -> String {
        let match = try #require(svg.firstMatch(of: /<g class="series-1"><path d="([^"]*)"/))
        return String(match.1)
    }

    @Test("breaks the line where a day has no value, and draws zero as zero")
    func gaps() throws {
        let path = try path(SampleCharts.line([120, 340, nil, 0, 80]).svg(id: "a"))
        #expect(path.count { $0 == "M" } == 2)
        #expect(path.count { $0 == "L" } == 2)
        let axis = ChartFrame(SampleCharts.caption(), ValueAxis(for: [340], fractionDigits: 0)).bottom.svg
        #expect(path.contains(" \(axis)L"))
    }

    @Test("shows a value without neighbours as a dot, however many days there are")
    func lonely() throws {
        var values: [Double?] = Array(repeating: nil, count: 100)
        values[50] = 7
        let days = (0..<100).map { SampleCharts.june[0] + $0 }
        let chart = LineChart(SampleCharts.caption(), days: days, series: [ChartSeries(name: "Zalo", values: values)])
        #expect(chart.svg(id: "a").components(of: "<circle") == 2)
        #expect(SampleCharts.line([5]).svg(id: "a").components(of: "<circle") == 2)
    }

    @Test("puts days in order, whatever order they come in")
    func order() throws {
        let june = SampleCharts.june
        let mixed = LineChart(
            SampleCharts.caption(), days: [june[2], june[0], june[1]],
            series: [ChartSeries(name: "Facebook", values: [3, 1, nil])])
        #expect(mixed == SampleCharts.line([1, nil, 3]))
    }

    @Test("thins a thousand points to what the eye can tell apart, and keeps the peak")
    func thinned() throws {
        var values = (0..<1_000).map { Optional(Double($0 % 10)) }
        values[617] = 500
        let days = values.indices.map { SampleCharts.june[0] + $0 }
        let chart = LineChart(
            SampleCharts.caption(), days: days, series: [ChartSeries(name: "Facebook", values: values)])
        let path = try path(chart.svg(id: "a"))
        #expect(path.count { $0 == "L" } < LineRun.most)
        #expect(path.count { $0 == "L" } > 200)
        let peak = ChartFrame(SampleCharts.caption(), ValueAxis(for: [500], fractionDigits: 0)).y(500)
        #expect(path.contains(" \(peak.svg)L"))
    }

    @Test("describes first, last and highest value and what is missing")
    func description() {
        let chart = SampleCharts.line([120, nil, 1_340, 80])
        #expect(
            chart.description
                == "Biểu đồ đường từ 01/06/2026 đến 04/06/2026. Facebook: 120 lượt (01/06/2026); 80 lượt (04/06/2026); "
                + "cao nhất 1.340 lượt (03/06/2026); 1 ngày chưa có số liệu.")
        let english = SampleCharts.line(
            [1_340], caption: SampleCharts.caption("Views", unit: "views", language: .english))
        #expect(english.description == "Line chart from 01/06/2026 to 01/06/2026. Facebook: 1,340 views (01/06/2026).")
    }

    @Test("names several series in a legend and tells them apart without colour")
    func legend() {
        let chart = LineChart(
            SampleCharts.caption(), days: Array(SampleCharts.june.prefix(2)),
            series: [ChartSeries(name: "Facebook", values: [1, 2]), ChartSeries(name: "Zalo", values: [3])])
        let svg = chart.svg(id: "a")
        #expect(svg.contains(">Facebook</text>") && svg.contains(">Zalo</text>"))
        #expect(svg.contains("class=\"series-2\"") && svg.contains("stroke-dasharray=\"7 4\""))
        #expect(!SampleCharts.line([1, 2]).svg(id: "a").contains(">Facebook</text>"))
    }
}
