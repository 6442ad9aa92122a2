import Documents
import Outreach
import Testing

@Suite("Bars, columns, shares and pace")
struct BarAndColumnChartTests {
    @Test("a bar that was not measured says so; zero is a number")
    func missing() {
        let svg = SampleCharts.bars([4, 0, nil]).svg(id: "a")
        #expect(svg.components(of: "<rect") == 3)
        #expect(svg.contains(">chưa có số liệu</text>"))
        #expect(svg.contains("<title>Đơn vị 2: 0 cuộc</title>"))
        #expect(svg.contains("Biểu đồ thanh ngang. Đơn vị 1: 4 cuộc; Đơn vị 2: 0 cuộc; Đơn vị 3: chưa có số liệu."))
    }

    @Test("a long name is wrapped and cut in the drawing, and whole in its title")
    func longNames() {
        let name = "Trung tâm Văn hóa, Thể thao và Truyền thanh liên xã Tháp Mười, Thanh Mỹ, Mỹ Quí và Đốc Binh Kiều"
        let chart = BarChart(SampleCharts.caption(), subject: "Đơn vị", bars: [ChartBar(name: name, value: 3)])
        let svg = chart.svg(id: "a")
        #expect(svg.contains("<title>\(name): 3 lượt</title>"))
        #expect(svg.contains("…</text>"))
        #expect(!svg.contains(">\(name)</text>"))
    }

    @Test("beyond thirty bars the drawing says how many it shows")
    func manyBars() {
        let svg = SampleCharts.bars(Array(repeating: 1, count: 1_000)).svg(id: "a")
        #expect(svg.components(of: "<rect") == 31)
        #expect(svg.contains(">Hình chỉ vẽ 30 mục đầu trong 1.000 mục; bảng có đủ.</text>"))
    }

    @Test("columns stand side by side in their group, and a missing one is a dash")
    func columns() {
        let svg = SampleCharts.columns([1, nil], [2, 0]).svg(id: "a")
        #expect(svg.components(of: "<rect") == 6)
        #expect(svg.contains(">–</text>"))
        #expect(
            svg.contains(
                "Tháng 1: Năm 2025 1 cuộc, Năm 2026 2 cuộc; Tháng 2: Năm 2025 chưa có số liệu, Năm 2026 0 cuộc."))
    }

    @Test("values below zero hang from the axis")
    func negative() throws {
        let svg = SampleCharts.columns([], [-5, 5]).svg(id: "a")
        let rects = svg.matches(of: /<rect class="series-2" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/)
        // The third is the sample in the legend.
        try #require(rects.count == 3)
        let (below, above) = (rects[0], rects[1])
        #expect(below.2 == above.2)
        let (top, height) = (try #require(Double(above.1)), try #require(Double(above.2)))
        #expect(Double(below.1) == top + height)
    }

    @Test("the pace bar says what is done, what is expected by today and the forecast")
    func pace() {
        let svg = SampleCharts.pace.svg(id: "a")
        #expect(svg.contains(">17.270 / 30.000 lượt (57,6%)</text>"))
        #expect(svg.contains(">▲ cần đạt đến hôm nay: 15.000 · ▼ chỉ tiêu: 30.000 · dự kiến cuối kỳ: 30.881</text>"))
        #expect(
            SampleCharts.pace.table.html.components(of: "<td class=\"number\">57,6%</td>") == 2)
        #expect(SampleCharts.pace.table.rows.map { $0[2] }[1] == .percent(0.5, fractionDigits: 1))
    }

    @Test("without a target the pace bar shows the count alone, and never divides by zero")
    func paceWithoutTarget() {
        let bare = PaceBar(SampleCharts.caption(), done: 12, expected: nil, forecast: nil, target: nil)
        #expect(bare.svg(id: "a").contains(">12 lượt</text>"))
        let zero = PaceBar(SampleCharts.caption(), done: 0, expected: 0, forecast: 0, target: 0)
        #expect(zero.svg(id: "a").contains(">0 / 0 lượt</text>"))
    }

    @Test("shares are of what was measured, and say what was not")
    func shares() {
        let chart = SampleCharts.share([("Xã A", [60, 30, 10]), ("Xã B", [5, nil, 5])])
        let svg = chart.svg(id: "a")
        #expect(svg.contains(">Xã A: 100 lượt</text>"))
        #expect(svg.contains(">Xã B: 10 lượt (chưa có số: Cha mẹ)</text>"))
        #expect(svg.contains("<title>Xã A – Học sinh: 60 lượt (60,0%)</title>"))
        #expect(chart.table.rows[1][2] == .percent(0.5, fractionDigits: 1))
        #expect(chart.table.rows[1][4] == .empty)
    }
}
