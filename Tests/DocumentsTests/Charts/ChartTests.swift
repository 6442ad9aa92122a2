import Documents
import Outreach
import Testing

@Suite("Every chart")
struct ChartTests {
    @Test("is an image with a title, a description and a table of the same numbers", arguments: 0..<5)
    func accessible(_ kind: Int) {
        let chart = SampleCharts.all[kind]
        let svg = chart.svg(id: "views")
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\""))
        #expect(svg.contains("aria-labelledby=\"views-title views-description\""))
        #expect(svg.contains("<title id=\"views-title\">\(chart.caption.title)</title><desc id=\"views-description\">"))
        #expect(!chart.table.rows.isEmpty)
        #expect(chart.table.rows.allSatisfy { $0.count == chart.table.header.count })
        #expect(chart.table.caption == chart.caption.title)
    }

    @Test("takes its colours from classes alone: no script, no style, nothing from elsewhere", arguments: 0..<5)
    func contentSecurity(_ kind: Int) {
        let svg = SampleCharts.all[kind].svg(id: "a")
        for word in ["style=", "<style", "<script", "href", "url(", "onload", "rgb("] { #expect(!svg.contains(word)) }
        #expect(svg.contains("class=\"series-1\""))
        #expect(svg.contains("currentColor"))
    }

    @Test("comes out the same each time", arguments: 0..<5)
    func deterministic(_ kind: Int) {
        #expect(SampleCharts.all[kind].svg(id: "a") == SampleCharts.all[kind].svg(id: "a"))
    }

    @Test("without a number says so instead of drawing empty axes", arguments: 0..<9)
    func empty(_ kind: Int) {
        let svg = SampleCharts.empty[kind].svg(id: "a")
        #expect(svg.contains(">Chưa có số liệu để vẽ.</text>"))
        #expect(!svg.contains("<line") && !svg.contains("<rect"))
    }

    @Test("is well-formed whatever the names hold")
    func hostile() throws {
        let name = "</svg><script>\"'&\u{0}\u{1B}\u{FFFE} Đ"
        let day = try #require(Day("2026-06-01"))
        let caption = ChartCaption(title: name, unit: name)
        let series = [ChartSeries(name: name, values: [1])]
        let charts: [any Chart] = [
            LineChart(caption, days: [day], series: series),
            BarChart(caption, subject: name, bars: [ChartBar(name: name, value: 1)]),
            ColumnChart(caption, subject: name, groups: [name], series: series),
            PaceBar(caption, done: 1, expected: nil, forecast: nil, target: nil),
            ShareChart(caption, subject: name, parts: [name], wholes: series),
        ]
        for chart in charts {
            let svg = chart.svg(id: "a")
            #expect(!svg.contains("<script>") && svg.components(of: "</svg>") == 2)
            #expect(!svg.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{1B}" || $0 == "\u{FFFE}" })
            #expect(chart.table.html.contains("&lt;/svg&gt;&lt;script&gt;"))
            #expect(!chart.table.html.contains("<script>"))
        }
    }
}

@Suite("The table beside a chart")
struct ChartTableTests {
    @Test("has headings for columns and rows, numbers as offices write them, and a dash for what is missing")
    func html() {
        let html = SampleCharts.line([12_700, nil, 0]).table.html
        #expect(html.contains("<caption>Lượt xem theo ngày</caption>"))
        #expect(html.contains("<th scope=\"col\">Ngày</th><th scope=\"col\" class=\"number\">Facebook</th>"))
        #expect(html.contains("<tr><th scope=\"row\">01/06/2026</th><td class=\"number\">12.700</td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">02/06/2026</th><td class=\"number missing\">—</td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">03/06/2026</th><td class=\"number\">0</td></tr>"))
    }

    @Test("keeps every number, also those the drawing leaves out")
    func complete() {
        #expect(SampleCharts.line(points: 1_000).table.rows.count == 1_000)
        #expect(SampleCharts.bars(Array(repeating: 1, count: 1_000)).table.rows.count == 1_000)
        #expect(SampleCharts.columns([], Array(repeating: 1, count: 100)).table.rows.count == 100)
    }

    @Test("becomes a CSV file that Excel opens")
    func csv() {
        let text = String(decoding: SampleCharts.bars([4, nil]).table.csv, as: UTF8.self)
        #expect(text == "\u{FEFF}Đơn vị;cuộc\r\nĐơn vị 1;4\r\nĐơn vị 2;\r\n")
    }
}

extension String {
    /// Into how many pieces a text falls at another.
    func components(of separator: String) -> Int { split(separator: separator, omittingEmptySubsequences: false).count }
}
