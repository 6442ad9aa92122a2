import Documents
import Foundation
import Outreach

/// Charts with the figures of an invented commune, for tests.
enum SampleCharts {
    static let june = (1...30).compactMap { Day(year: 2026, month: 6, day: $0) }

    static func caption(
        _ title: String = "Lượt xem theo ngày", unit: String = "lượt", fractionDigits: Int = 0,
        language: Language = .vietnamese
    ) -> ChartCaption {
        ChartCaption(title: title, unit: unit, fractionDigits: fractionDigits, language: language)
    }

    static func line(_ values: [Double?], caption: ChartCaption = caption()) -> LineChart {
        LineChart(
            caption, days: Array(june.prefix(values.count)), series: [ChartSeries(name: "Facebook", values: values)])
    }

    static func line(points count: Int) -> LineChart {
        let values = (0..<count).map { Optional(Double(($0 * 7919) % 1_003)) }
        let days = (0..<count).map { june[0] + $0 }
        return LineChart(caption(), days: days, series: [ChartSeries(name: "Facebook", values: values)])
    }

    static func bars(_ values: [Double?]) -> BarChart {
        BarChart(
            caption("Số buổi theo đơn vị", unit: "cuộc"), subject: "Đơn vị",
            bars: values.enumerated().map { ChartBar(name: "Đơn vị \($0.offset + 1)", value: $0.element) })
    }

    static func columns(_ before: [Double?], _ now: [Double?]) -> ColumnChart {
        ColumnChart(
            caption("Số buổi theo tháng", unit: "cuộc"), subject: "Tháng",
            groups: now.indices.map { "Tháng \($0 + 1)" },
            series: [ChartSeries(name: "Năm 2025", values: before), ChartSeries(name: "Năm 2026", values: now)])
    }

    static let pace = PaceBar(
        caption("Số lượt người dự", unit: "lượt"), done: 17_270, expected: 15_000, forecast: 30_881, target: 30_000)

    static func share(_ wholes: [(String, [Double?])]) -> ShareChart {
        ShareChart(
            caption("Người dự theo đối tượng", unit: "lượt"), subject: "Đơn vị",
            parts: ["Học sinh", "Cha mẹ", "Giáo viên"],
            wholes: wholes.map { ChartSeries(name: $0.0, values: $0.1) })
    }

    /// One of each kind.
    static var all: [any Chart] {
        [
            line([120, nil, 340, 0]), bars([4, 0, nil]), columns([1, nil], [2, 0]), pace,
            share([("Xã Tháp Mười", [60, 30, 10]), ("Xã Thanh Mỹ", [5, nil, 5])]),
        ]
    }

    /// One of each kind without any number.
    static var empty: [any Chart] {
        [
            line([]), line([nil, nil]), line([.nan, .infinity]), bars([]), bars([nil]), columns([nil], [nil]),
            PaceBar(caption(), done: nil, expected: 1, forecast: 2, target: 3), share([]),
            share([("Xã", [0, 0, nil])]),
        ]
    }
}
