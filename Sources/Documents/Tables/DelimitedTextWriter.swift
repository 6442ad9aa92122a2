import Outreach

/// Writes tables as text that Excel in Vietnam opens by a double click: UTF-8 with BOM, `;`, decimal comma, CR LF.
public struct DelimitedTextWriter: Sendable, Hashable {
    public let delimiter: Delimiter
    public let decimalSeparator: DecimalSeparator
    public let hasByteOrderMark: Bool

    public init(
        delimiter: Delimiter = .semicolon, decimalSeparator: DecimalSeparator = .comma, hasByteOrderMark: Bool = true
    ) {
        self.delimiter = delimiter
        self.decimalSeparator = decimalSeparator
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// A whole file.
    public func file(header: [String], rows: some Sequence<[Cell]>) -> [UInt8] {
        var bytes = opening + line(header.map(Cell.text))
        for row in rows { bytes += line(row) }
        return bytes
    }

    /// What a file that is written line by line begins with.
    public var opening: [UInt8] { hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [] }

    /// One record with its line end.
    public func line(_ cells: [Cell]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter.byte) }
            append(text(of: cell), to: &bytes)
        }
        return bytes + [.carriageReturn, .lineFeed]
    }

    private func text(of cell: Cell) -> String {
        switch cell {
        case .text(let text): FormulaGuard.guarded(text)
        case .integer(let number): String(number)
        case .decimal(let number, let digits):
            NumberFormatting.plain(number, fractionDigits: digits, decimalSeparator) ?? ""
        case .percent(let share, let digits):
            NumberFormatting.plain(share * 100, fractionDigits: digits, decimalSeparator).map { $0 + "%" } ?? ""
        case .day(let day): day.written
        case .empty: ""
        }
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        guard needsQuotes(text) else {
            bytes += text.utf8
            return
        }
        bytes.append(.quotationMark)
        for byte in text.utf8 {
            if byte == .quotationMark { bytes.append(.quotationMark) }
            bytes.append(byte)
        }
        bytes.append(.quotationMark)
    }

    /// RFC 4180 §2, and blanks at either end, which some readers drop from a cell without quotes.
    private func needsQuotes(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == .space || bytes.last == .space
            || bytes.contains { byte in
                byte == delimiter.byte || byte == .quotationMark || byte == .carriageReturn || byte == .lineFeed
            }
    }
}
