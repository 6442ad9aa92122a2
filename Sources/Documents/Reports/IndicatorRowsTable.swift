public import Outreach

/// The rows behind one number, their sum below.
public struct IndicatorRowsTable: Sendable {
    private let title: String
    private let header: [String]
    private let rows: [[Cell]]
    private let language: Language

    public init(_ indicator: Indicator, _ rows: [IndicatorRow], language: Language) {
        let words = ReportWords(language: language)
        self.language = language
        title = indicator.name(language)
        header = [
            words("Ngày", "Day"), words("Đơn vị", "Unit"), words("Nội dung", "What"), words("Cách có số", "How found"),
            indicator.unit(language), words("Mã", "Id"),
        ]
        let total: [Cell] = [
            .empty, .empty, .text(words("Cộng", "Total")), .empty, .integer(rows.reduce(0) { $0 + $1.value }), .empty,
        ]
        self.rows =
            rows.map { row in
                [
                    .day(row.day), .text(row.unit.description), .text(row.words(language)),
                    .text(CountingQuality.words(row.quality)?(language) ?? row.quality),
                    .integer(row.value), .text(row.id),
                ]
            } + [total]
    }

    public func text(maximumWidth: Int?) -> String {
        "\(title)\n\n" + TextTable(header: header, rows: rows, language: language).text(maximumWidth: maximumWidth)
    }

    public var csv: [UInt8] {
        DelimitedTextWriter().file(header: header, rows: rows)
    }
}
