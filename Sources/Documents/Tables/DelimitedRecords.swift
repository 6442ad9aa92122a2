/// Splits delimited text into records by the rules of RFC 4180 §2, one at a time.
///
/// Works on bytes, because Swift sees CR LF as one character. Beyond the RFC it takes LF and CR alone as line ends, any
/// delimiter, and a quotation mark inside an unquoted cell as an ordinary character.
struct DelimitedRecords {
    private let bytes: ArraySlice<UInt8>
    private let delimiter: UInt8
    private let limits: TableLimits
    private var position: Int
    private var line: Int

    /// - Parameter line: the number of the first line in `bytes`.
    init(of bytes: ArraySlice<UInt8>, delimiter: Delimiter, limits: TableLimits, firstLine line: Int = 1) {
        self.bytes = bytes
        self.delimiter = delimiter.byte
        self.limits = limits
        self.line = line
        position = bytes.startIndex
    }

    /// The next record with the line it begins on, or nil at the end.
    mutating func next() throws(TableError) -> TableRow? {
        guard position < bytes.endIndex else { return nil }
        let firstLine = line
        var cells: [String] = []
        repeat {
            guard cells.count < limits.columns else { throw .tooManyColumns(line: firstLine, limit: limits.columns) }
            cells.append(try nextCell())
        } while skipDelimiter()
        skipLineEnd()
        return TableRow(line: firstLine, cells: cells)
    }

    private mutating func nextCell() throws(TableError) -> String {
        guard position < bytes.endIndex, bytes[position] == .quotationMark else {
            let start = position
            skipToCellEnd()
            return try clean(bytes[start..<position], line: line)
        }
        return try quotedCell()
    }

    private mutating func quotedCell() throws(TableError) -> String {
        let firstLine = line
        position += 1
        var start = position
        // Stays empty, and so costs nothing, unless the cell holds a doubled quotation mark.
        var pieces: [UInt8] = []
        while position < bytes.endIndex {
            switch bytes[position] {
            case .quotationMark:
                let piece = bytes[start..<position]
                position += 1
                if position < bytes.endIndex, bytes[position] == .quotationMark {
                    pieces += piece
                    start = position
                    position += 1
                } else {
                    try skipSpacesAfterQuote()
                    return try clean(pieces.isEmpty ? piece : (pieces + piece)[...], line: firstLine)
                }
            case .carriageReturn, .lineFeed: skipLineEnd()
            default: position += 1
            }
        }
        throw .unclosedQuote(line: firstLine)
    }

    private func clean(_ cell: ArraySlice<UInt8>, line: Int) throws(TableError) -> String {
        guard cell.count <= limits.cellBytes else { throw .cellTooLong(line: line, limit: limits.cellBytes) }
        return CellText.clean(cell)
    }

    private mutating func skipSpacesAfterQuote() throws(TableError) {
        let start = position
        skipToCellEnd()
        guard bytes[start..<position].allSatisfy({ $0 == .space || $0 == .tab }) else {
            throw .textAfterQuote(line: line)
        }
    }

    private mutating func skipToCellEnd() {
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { return }
            position += 1
        }
    }

    private mutating func skipDelimiter() -> Bool {
        guard position < bytes.endIndex, bytes[position] == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() {
        guard position < bytes.endIndex else { return }
        let isReturn = bytes[position] == .carriageReturn
        position += 1
        line += 1
        if isReturn, position < bytes.endIndex, bytes[position] == .lineFeed { position += 1 }
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quotationMark = UInt8(ascii: "\"")
}
