import Documents
import Outreach

/// Workbooks of an invented commune, for tests.
enum SampleWorkbooks {
    static let day = Day(year: 2026, month: 6, day: 15) ?? Day(julianDay: 0)

    static var report: Workbook {
        Workbook(
            title: "Kết quả tuyên truyền 6 tháng đầu năm 2026", creator: "Ban Chỉ đạo 138 xã Tháp Mười", day: day,
            sheets: [indicators, rows],
            charts: [
                SheetChart(
                    .columns, title: "Thực hiện so với cùng kỳ", unit: "cuộc", sheet: 0, names: 0, values: [2, 3]),
                SheetChart(
                    .bars, title: "Lượt dự theo buổi", unit: "lượt", sheet: 1, names: 1, values: [3], rows: 0..<3),
                SheetChart(.line, title: "Lượt dự theo ngày", unit: "lượt", sheet: 1, names: 0, values: [3]),
                SheetChart(.shares, title: "Cơ cấu", unit: "%", sheet: 0, names: 0, values: [2, 3]),
            ])
    }

    static let indicators = Sheet(
        name: "Chỉ tiêu", titles: ["KẾT QUẢ TUYÊN TRUYỀN", "Từ 15/12/2025 đến 14/06/2026"],
        header: ["Chỉ tiêu", "Đơn vị tính", "Thực hiện", "Cùng kỳ", "Tỷ lệ"],
        rows: [
            [
                .text("Số buổi tuyên truyền"), .text("cuộc"), .integer(244), .integer(198),
                .percent(244.0 / 198, fractionDigits: 1),
            ],
            [.text("Số lượt người dự"), .text("lượt"), .integer(17_270), .empty, .empty],
            [
                .text("Thời lượng phát thanh"), .text("giờ"), .decimal(12.5, fractionDigits: 2),
                .decimal(0, fractionDigits: 2), .empty,
            ],
        ],
        notes: ["“Lượt” là lượt người dự, không phải số người."])

    static let rows = Sheet(
        name: "Các buổi", header: ["Ngày", "Nơi tổ chức", "Ghi chú", "Lượt dự"],
        rows: (0..<60).map { row in
            [.day(day + row), .text("Trường THCS số \(row)"), .text(row == 0 ? "=1+1" : "tốt"), .integer(row * 7)]
        },
        totals: [.text("Cộng"), .empty, .empty, .integer(12_390)], frozenColumns: 1, isLandscape: true, hasFilter: true)

    static func single(_ cells: [[Cell]], name: String = "a") -> Workbook {
        Workbook(title: "t", creator: "c", day: day, sheets: [Sheet(name: name, header: ["Một", "Hai"], rows: cells)])
    }
}
